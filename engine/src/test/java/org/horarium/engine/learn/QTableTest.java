package org.horarium.engine.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.horarium.engine.learn.Situation.Phase;
import org.horarium.engine.learn.Situation.Progress;
import org.junit.jupiter.api.Test;

class QTableTest {
    private static final Situation EARLY = new Situation(Phase.EARLY, Progress.MOVING, true);
    private static final Situation STUCK = new Situation(Phase.LATE, Progress.STUCK, true);

    private static QTable table(long seed) {
        return new QTable(List.of("LOW", "HIGH", "FREE"), new Random(seed));
    }

    /** Q += 0.3 (r + 0.3 max Q(s′) − Q). */
    @Test
    void learnsByTheRule() {
        QTable table = table(1);
        table.learn(STUCK, 2, 10, STUCK);
        // 0.3 · (10 + 0.3 · 0 − 0)
        assertThat(table.value(STUCK, 2)).isCloseTo(3, within(1e-12));
        table.learn(EARLY, 0, 1, STUCK);
        // 0.3 · (1 + 0.3 · 3 − 0)
        assertThat(table.value(EARLY, 0)).isCloseTo(0.57, within(1e-12));
        table.learn(STUCK, 2, 10, STUCK);
        // 3 + 0.3 · (10 + 0.3 · 3 − 3)
        assertThat(table.value(STUCK, 2)).isCloseTo(5.37, within(1e-12));
        assertThat(table.best(STUCK)).isEqualTo(2);
        assertThat(table.best(EARLY)).isZero();
    }

    @Test
    void triesEverythingBeforeItPrefersAnything() {
        QTable table = table(3);
        for (int i = 0; i < 3; i++) {
            int action = table.choose(EARLY);
            assertThat(table.visits(EARLY, action)).isZero();
            table.learn(EARLY, action, action == 1 ? 5 : 0, EARLY);
        }
        assertThat(table.best(EARLY)).isEqualTo(1);
    }

    /** ε falls from 1 to a tenth; with it, the best action is chosen most of the time. */
    @Test
    void prefersWhatPays() {
        QTable table = table(4);
        assertThat(table.epsilon()).isEqualTo(1);
        int[] chosen = new int[3];
        for (int i = 0; i < 1000; i++) {
            int action = table.choose(EARLY);
            chosen[action]++;
            table.learn(EARLY, action, action == 2 ? 1 : 0.1, EARLY);
        }
        assertThat(table.epsilon()).isEqualTo(0.1);
        assertThat(chosen[2]).isGreaterThan(800);
        assertThat(chosen[0]).isGreaterThan(10);
    }

    @Test
    void sameSeedSameChoices() {
        QTable one = table(9);
        QTable other = table(9);
        for (int i = 0; i < 200; i++) {
            int action = one.choose(EARLY);
            assertThat(other.choose(EARLY)).isEqualTo(action);
            one.learn(EARLY, action, i % 7, STUCK);
            other.learn(EARLY, action, i % 7, STUCK);
        }
    }

    @Test
    void valuesSurviveWritingAndReading() {
        QTable table = table(1);
        table.learn(EARLY, 0, 1.25, STUCK);
        table.learn(STUCK, 1, -0.5, EARLY);
        QTable read = new QTable(List.of("HIGH", "LOW"), new Random(1));
        read.read(table.lines());
        assertThat(read.value(EARLY, 1)).isCloseTo(table.value(EARLY, 0), within(1e-9));
        assertThat(read.value(STUCK, 0)).isCloseTo(table.value(STUCK, 1), within(1e-9));
        assertThat(read.visits(EARLY, 1)).isEqualTo(1);
        QTable same = table(1);
        same.read(table.lines());
        assertThat(same.lines()).isEqualTo(table.lines());
    }

    @Test
    void anotherFileIsRefused() {
        assertThatThrownBy(() -> table(1).read(List.of("{}"))).hasMessageContaining("horarium-learned/1");
        assertThatThrownBy(() -> table(1).read(List.of("horarium-learned/1", "EARLY MOVING COMPLETE LOW x 1")))
                .hasMessageContaining("Line 2");
    }
}
