package org.horarium.engine.solve;

import java.time.Duration;
import java.util.List;
import org.horarium.engine.model.Plan;
import org.horarium.engine.verify.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The end of a search.
 *
 * @param plan best plan found
 * @param verdict what the independent verifier says of it
 * @param unplaced events without a place, and why
 * @param elapsed wall-clock time
 * @param timeToFeasible when the first plan without hard violations was found; null if none was
 * @param moves moves evaluated, over all threads
 */
public record Solution(
        Plan plan,
        Verdict verdict,
        List<Unplaced> unplaced,
        Duration elapsed,
        @Nullable Duration timeToFeasible,
        long moves) {
    public Solution {
        unplaced = List.copyOf(unplaced);
    }

    /**
     * An event that found no place.
     *
     * @param event its id
     * @param reason what stood in the way, with names and numbers
     */
    public record Unplaced(String event, String reason) {}
}
