package org.horarium.engine.solve;

import java.time.Duration;
import org.horarium.engine.model.Plan;

/**
 * Limits of a search.
 *
 * @param timeLimit wall-clock time, kept to a second
 * @param threads number of threads, at least 1
 * @param seed of all random decisions
 * @param effort whether a plan that can be had again matters more, or using all of the time
 * @param start a plan to begin with, or {@link Plan#EMPTY}: what of it is stale or breaks a hard rule is dropped, the rest
 *     is kept and completed, and the search goes on from there
 */
public record SolverOptions(Duration timeLimit, int threads, long seed, Effort effort, Plan start) {
    public SolverOptions {
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("The timeLimit (%s) must be positive.".formatted(timeLimit));
        }
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("The threads (%d) must be between 1 and 256.".formatted(threads));
        }
    }

    /** Begins with nothing. */
    public SolverOptions(Duration timeLimit, int threads, long seed, Effort effort) {
        this(timeLimit, threads, seed, effort, Plan.EMPTY);
    }

    /** The same limits, beginning with a plan. */
    public SolverOptions startingFrom(Plan plan) {
        return new SolverOptions(timeLimit, threads, seed, effort, plan);
    }

    /** One thread, seed 1, repeatable. */
    public static SolverOptions ofSeconds(long seconds) {
        return new SolverOptions(Duration.ofSeconds(seconds), 1, 1, Effort.REPEATABLE);
    }
}
