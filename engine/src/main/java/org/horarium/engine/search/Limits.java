package org.horarium.engine.search;

import java.util.function.BooleanSupplier;

/**
 * When a search must end. The amount of work is what normally ends it, so that the same seed gives the same plan on a fast
 * and on a slow machine; the clock only cuts off a machine that is much slower than expected.
 *
 * @param work steps of work, as {@link org.horarium.engine.state.State#work()} counts them
 * @param deadline value of {@link System#nanoTime()} at which to end at the latest
 * @param stop whether somebody asked to end now
 */
record Limits(long work, long deadline, BooleanSupplier stop) {
    /** Whether the clock or somebody ends the search, whatever work is left. */
    boolean isCutOff() {
        return stop.getAsBoolean() || System.nanoTime() - deadline >= 0;
    }
}
