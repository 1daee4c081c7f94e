package org.horarium.engine.edit;

import java.util.List;
import org.horarium.engine.model.Placement;
import org.horarium.engine.verify.Violation;

/**
 * A place that an event could take, all else staying where it is.
 *
 * @param placement the place
 * @param reasons what speaks against it: hard rules that it would break, each with who is where; empty when it is legal
 * @param change what it would cost, compared with the plan as it is; for an event that has no place, compared with leaving
 *     it out; empty where the place is none of the event's options
 */
public record Choice(Placement placement, List<Violation> reasons, CostChange change) {
    public Choice {
        reasons = List.copyOf(reasons);
    }

    /** Whether no hard rule speaks against it. */
    public boolean isLegal() {
        return reasons.isEmpty();
    }
}
