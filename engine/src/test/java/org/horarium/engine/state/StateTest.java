package org.horarium.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Grid;
import org.horarium.engine.testing.RandomProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The running score of a state is always the recomputed one, and evaluating tells beforehand what moving does. */
class StateTest {
    /** 100,000 random moves over all grids, every constraint type among them. */
    @ParameterizedTest(name = "{0} weeks × {1} days × {2} slots, seed {3}")
    @CsvSource({
        "1,5,8,1",
        "2,5,7,2",
        "2,5,7,3",
        "3,4,9,4",
        "2,3,70,5",
        "4,5,6,6",
        "2,5,7,7",
        "1,6,9,8",
        "2,5,8,9",
        "2,2,90,10"
    })
    void runningScoreEqualsRecomputedScore(int weeks, int days, int slots, long seed) {
        State state = new State(CompiledProblem.compile(RandomProblem.of(seed, new Grid(weeks, days, slots), 16)));
        RandomMoves moves = new RandomMoves(state, new Random(seed));
        assertThat(FullScore.of(state).differences()).isEmpty();
        for (int i = 0; i < 10_000; i++) {
            moves.move();
            if (!FullScore.of(state).differences().isEmpty()) {
                assertThat(FullScore.of(state).differences())
                        .as("after move %d", i)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,5,8,11", "2,5,7,12", "3,4,9,13", "2,3,70,14"})
    void evaluationEqualsWhatTheMoveDoes(int weeks, int days, int slots, long seed) {
        State state = new State(CompiledProblem.compile(RandomProblem.of(seed, new Grid(weeks, days, slots), 16)));
        RandomMoves moves = new RandomMoves(state, new Random(seed));
        Ledger ledger = state.ledger();
        for (int i = 0; i < 20_000; i++) {
            moves.move();
            int event = moves.placeableEvent();
            int time = moves.time(event);
            int room = moves.room(event);
            long hard = ledger.hard();
            long soft = ledger.soft();
            assertThat(state.evaluate(event, time, room, false)).isTrue();
            long proposedHard = ledger.proposedHard();
            long proposedSoft = ledger.proposedSoft();
            assertThat(state.evaluateFitting(event, time, room, false, proposedSoft))
                    .isTrue();
            assertThat(state.evaluateFitting(event, time, room, false, proposedSoft - 1))
                    .isFalse();
            state.move(event, time, room);
            assertThat(ledger.hard() - hard).isEqualTo(proposedHard);
            assertThat(ledger.soft() - soft).isEqualTo(proposedSoft);
        }
    }

    @ParameterizedTest
    @CsvSource({"21", "22", "23"})
    void undoIsExact(long seed) {
        State state = new State(CompiledProblem.compile(RandomProblem.of(seed, new Grid(2, 5, 8), 24)));
        RandomMoves moves = new RandomMoves(state, new Random(seed));
        for (int i = 0; i < 5_000; i++) {
            moves.move();
            long hard = state.ledger().hard();
            long soft = state.ledger().soft();
            int event = moves.placeableEvent();
            int time = state.time(event);
            int room = state.roomOption(event);
            state.move(event, moves.time(event), moves.room(event));
            if (time < 0) {
                state.unplace(event);
            } else {
                state.move(event, time, room);
            }
            assertThat(state.ledger().hard()).isEqualTo(hard);
            assertThat(state.ledger().soft()).isEqualTo(soft);
            assertThat(FullScore.of(state).differences()).isEmpty();
        }
    }
}
