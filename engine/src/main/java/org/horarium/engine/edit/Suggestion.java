package org.horarium.engine.edit;

import java.util.List;
import org.horarium.engine.model.Placement;
import org.jspecify.annotations.Nullable;

/**
 * A few moves that together break no hard rule that was not broken before.
 *
 * @param steps the moves, the wish first
 * @param change what all of them together cost, compared with the plan as it is
 */
public record Suggestion(List<Step> steps, CostChange change) {
    public Suggestion {
        steps = List.copyOf(steps);
    }

    /**
     * One event's move.
     *
     * @param before where it is; null when it has no place
     * @param after where it goes
     */
    public record Step(@Nullable Placement before, Placement after) {}
}
