package org.horarium.engine.solve;

import java.time.Duration;
import org.horarium.engine.search.Portfolio;

/** What a search takes its time limit for. */
public sealed interface Effort {
    /**
     * Does an amount of work that depends on the time limit alone and, on a common server with nothing else to do, takes
     * about two thirds of it. With one thread the same problem, seed and limit then give the same plan every time, also on a
     * machine that is moderately busy; only one that is so slow that the limit cuts the work off may give another.
     */
    Effort REPEATABLE = new Repeatable();

    /** Uses the whole time limit. Two runs may give different plans. */
    Effort WHOLE_LIMIT = new WholeLimit();

    /**
     * Uses the time limit as processor time of each thread, however long that takes: for benches on a machine that has other
     * things to do.
     */
    Effort PROCESSOR_TIME = new ProcessorTime();

    /** Does so much work, unless the time limit cuts it off: for tests and comparisons that no machine must disturb. */
    static Effort ofWork(long steps) {
        return new Work(steps);
    }

    /** The work that {@link #REPEATABLE} does for a time limit, to be done whatever the limit is then. */
    static Effort ofWorkFor(Duration timeLimit) {
        return new Work(Math.max(1, Portfolio.workFor(timeLimit.toNanos() / 1e9)));
    }

    /** Whether some clock ends the search, and not an amount of work. */
    default boolean isTimed() {
        return this instanceof WholeLimit || this instanceof ProcessorTime;
    }

    /** See {@link #REPEATABLE}. */
    record Repeatable() implements Effort {}

    /** See {@link #WHOLE_LIMIT}. */
    record WholeLimit() implements Effort {}

    /** See {@link #PROCESSOR_TIME}. */
    record ProcessorTime() implements Effort {}

    /**
     * See {@link #ofWork}.
     *
     * @param steps of work for each thread; a hundred million are about a second, at least 1
     */
    record Work(long steps) implements Effort {
        public Work {
            if (steps < 1) {
                throw new IllegalArgumentException("The steps (%d) of work must be at least 1.".formatted(steps));
            }
        }
    }
}
