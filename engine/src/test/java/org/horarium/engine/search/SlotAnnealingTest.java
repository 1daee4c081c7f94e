package org.horarium.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.state.SlotTable;
import org.horarium.engine.state.State;
import org.horarium.engine.testing.CollegeLike;
import org.horarium.engine.testing.RandomProblem;
import org.horarium.engine.testing.RichCurricula;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What moves on slots are said to cost is what the full state says, and they break nothing. */
class SlotAnnealingTest {
    private static final long FAR = System.nanoTime() + (1L << 60);

    /** A state with a complete plan. */
    private static State complete(Problem problem, long seed) {
        CompiledProblem compiled = CompiledProblem.compile(problem);
        Board board = new Board();
        Worker worker = new Worker(compiled, seed, Limits.ofWork(40_000_000, FAR, () -> false), board);
        worker.prepare(0.9, Plan.EMPTY);
        assertThat(worker.best().hard()).isZero();
        return worker.state();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4, 5, 6})
    void costsOfEveryRule(long seed) {
        State state = complete(RichCurricula.of(seed, 25), seed);
        SlotTable table = Objects.requireNonNull(SlotTable.of(state.compiled()));
        SlotAnnealing slots = new SlotAnnealing(state, table, new Rng(seed));
        slots.load();
        long begin = slots.best();
        double temperature = 40;
        for (int i = 1; i <= 60_000; i++) {
            slots.attempt(temperature);
            temperature *= 0.9999;
            if (i % 20 == 0) {
                slots.audit(i);
            }
        }
        slots.unload();
        assertThat(state.ledger().broken()).isZero();
        assertThat(state.ledger().soft()).isEqualTo(slots.best()).isLessThan(begin);
    }

    @Test
    void otherProblemsAreNotTaken() {
        assertThat(SlotTable.of(CompiledProblem.compile(CollegeLike.of(1, 3)))).isNull();
        assertThat(SlotTable.of(CompiledProblem.compile(RandomProblem.of(1, new Grid(2, 5, 8), 24))))
                .isNull();
    }

    @Test
    void sameSeedAndWorkGiveTheSamePlan() {
        CompiledProblem compiled = CompiledProblem.compile(RichCurricula.of(5, 25));
        Plan[] plans = new Plan[3];
        for (int i = 0; i < plans.length; i++) {
            Limits limits = Limits.ofWork(20_000_000, FAR, () -> false);
            plans[i] = Portfolio.run(compiled, 1, 7 + i / 2, limits, Plan.EMPTY, new Silent())
                    .plan();
        }
        assertThat(plans[1].equals(plans[0])).isTrue();
        assertThat(plans[2].equals(plans[0])).isFalse();
    }
}
