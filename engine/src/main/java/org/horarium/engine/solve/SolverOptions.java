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
 * @param pipeline the stages that follow annealing
 */
public record SolverOptions(Duration timeLimit, int threads, long seed, Effort effort, Plan start, Pipeline pipeline) {
    public SolverOptions {
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("The timeLimit (%s) must be positive.".formatted(timeLimit));
        }
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("The threads (%d) must be between 1 and 256.".formatted(threads));
        }
    }

    /** The stages are the solver's choice. */
    public SolverOptions(Duration timeLimit, int threads, long seed, Effort effort, Plan start) {
        this(timeLimit, threads, seed, effort, start, Pipeline.AUTOMATIC);
    }

    /** Begins with nothing. */
    public SolverOptions(Duration timeLimit, int threads, long seed, Effort effort) {
        this(timeLimit, threads, seed, effort, Plan.EMPTY, Pipeline.AUTOMATIC);
    }

    /** The same limits, beginning with a plan. */
    public SolverOptions startingFrom(Plan plan) {
        return new SolverOptions(timeLimit, threads, seed, effort, plan, pipeline);
    }

    /** The same limits with other stages. */
    public SolverOptions with(Pipeline other) {
        return new SolverOptions(timeLimit, threads, seed, effort, start, other);
    }

    /** One thread, seed 1, repeatable. */
    public static SolverOptions ofSeconds(long seconds) {
        return new SolverOptions(Duration.ofSeconds(seconds), 1, 1, Effort.REPEATABLE);
    }
}
