package org.horarium.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an event was put.
 *
 * @param event id of the event
 * @param time when
 * @param room where; null when the event needs no room
 * @param staff who gives it
 */
public record Placement(
        String event, TimePattern time, @Nullable String room, List<StaffAssignment> staff) {
    public Placement {
        staff = List.copyOf(staff);
    }
}
