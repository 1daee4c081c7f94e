package org.horarium.engine.exact;

import java.time.Duration;

/**
 * Limits of an exact search.
 *
 * @param timeLimit wall-clock time
 * @param workers threads of CP-SAT, at least 1
 * @param presolve whether CP-SAT may simplify the model first; off for many short proofs
 * @param seed of random decisions; with one worker the same seed gives the same answer unless time runs out
 * @param withCosts whether costs are minimised; if not, any plan will do and the bound is 0
 * @param effort most work, in seconds as CP-SAT counts them: the same on every machine; infinite where only time counts
 */
public record ExactOptions(
        Duration timeLimit, int workers, boolean presolve, int seed, boolean withCosts, double effort) {
    public ExactOptions {
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("The timeLimit (%s) must be positive.".formatted(timeLimit));
        }
        if (!(effort > 0)) {
            throw new IllegalArgumentException("The effort (%s) must be positive.".formatted(effort));
        }
        if (workers < 1 || workers > 256) {
            throw new IllegalArgumentException("The workers (%d) must be between 1 and 256.".formatted(workers));
        }
    }

    /** Limited by time alone. */
    public ExactOptions(Duration timeLimit, int workers, boolean presolve, int seed, boolean withCosts) {
        this(timeLimit, workers, presolve, seed, withCosts, Double.POSITIVE_INFINITY);
    }

    /** One worker that minimises costs. */
    public static ExactOptions ofSeconds(long seconds) {
        return new ExactOptions(Duration.ofSeconds(seconds), 1, true, 1, true);
    }

    /** One worker that only asks whether there is a plan. */
    public static ExactOptions feasibility(Duration timeLimit) {
        return new ExactOptions(timeLimit, 1, false, 1, false);
    }
}
