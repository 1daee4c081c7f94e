package org.horarium.server.generation;

import java.util.List;
import org.horarium.engine.variant.Variant;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is.
 *
 * @param percent 0 to 100
 * @param phase what it is doing; null before it has begun
 * @param bestHard hard violations left in the best balanced plan so far; null before there is one
 * @param bestCost cost of the best balanced plan so far; null before there is one
 * @param variant which variant is being made; null before the search and after it
 * @param made the variants that are there
 * @param firstFeasibleMs search time until the first plan without conflicts, in milliseconds; null before
 * @param moves changes tried so far
 * @param elapsedMs search time in milliseconds
 * @param history the best balanced plan over time, for a curve; at most {@link #HISTORY} samples
 */
public record Progress(
        int percent,
        @Nullable JobPhase phase,
        @Nullable Long bestHard,
        @Nullable Long bestCost,
        @Nullable Variant variant,
        List<Variant> made,
        @Nullable Long firstFeasibleMs,
        long moves,
        long elapsedMs,
        List<Sample> history) {
    /** Most samples of a history. */
    public static final int HISTORY = 120;

    /** Nothing has happened yet. */
    public static final Progress NONE = new Progress(0, null, null, null, null, List.of(), null, 0, 0, List.of());

    public Progress {
        made = List.copyOf(made);
        history = List.copyOf(history);
    }

    /**
     * The best plan at a moment.
     *
     * @param elapsedMs search time in milliseconds
     * @param hard hard violations
     * @param cost cost
     */
    public record Sample(long elapsedMs, long hard, long cost) {}
}
