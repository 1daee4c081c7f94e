package org.horarium.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Plan;
import org.horarium.engine.testing.CollegeLike;
import org.junit.jupiter.api.Test;

class PortfolioTest {
    private static final long FAR = System.nanoTime() + 3_600_000_000_000L;

    private static Outcome run(long problemSeed, int threads, long seed, long work) {
        CompiledProblem compiled = CompiledProblem.compile(CollegeLike.of(problemSeed, 4));
        return Portfolio.run(compiled, threads, seed, Limits.ofWork(work, FAR, () -> false), Plan.EMPTY, new Silent());
    }

    @Test
    void sameSeedAndWorkGiveTheSamePlan() {
        Outcome first = run(2, 1, 7, 3_000_000);
        Outcome second = run(2, 1, 7, 3_000_000);
        assertThat(second.plan()).isEqualTo(first.plan());
        assertThat(run(2, 1, 8, 3_000_000).plan()).isNotEqualTo(first.plan());
    }

    @Test
    void endsWhenTheWorkIsDone() {
        assertThat(run(3, 1, 1, 1_000_000).moves()).isBetween(1_000L, 1_000_000L);
        assertThat(run(3, 2, 1, 1_000_000).moves()).isPositive();
    }

    @Test
    void stopsInTheMiddleOfConstruction() {
        CompiledProblem compiled = CompiledProblem.compile(CollegeLike.of(1, 4));
        AtomicInteger asked = new AtomicInteger();
        Outcome outcome = Portfolio.run(
                compiled, 1, 1, Limits.ofTime(FAR, () -> asked.incrementAndGet() > 2), Plan.EMPTY, new Silent());
        assertThat(outcome.plan().placements()).hasSizeBetween(1, 83);
        assertThat(outcome.plan().placements().size() + outcome.unplaced().size())
                .isEqualTo(84);
    }
}
