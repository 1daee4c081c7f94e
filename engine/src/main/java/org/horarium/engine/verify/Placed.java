package org.horarium.engine.verify;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.jspecify.annotations.Nullable;

/**
 * An event together with where the plan put it.
 *
 * @param event the event
 * @param time when
 * @param room where; null for no room
 * @param staff who gives it
 */
record Placed(Event event, TimePattern time, @Nullable String room, List<StaffAssignment> staff) {
    String id() {
        return event.id();
    }

    /** Ids of everybody who gives it, in whatever role. */
    Set<String> people() {
        return staff.stream().map(StaffAssignment::person).collect(Collectors.toSet());
    }

    boolean overlaps(Placed other) {
        return time.overlaps(other.time);
    }
}
