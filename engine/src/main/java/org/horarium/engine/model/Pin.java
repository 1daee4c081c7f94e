package org.horarium.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a planner has fixed about an event. Hard; it may lie outside the event's candidates.
 *
 * @param event id of the event
 * @param time its time, or null when free
 * @param room its room, or null when free
 * @param staff people who must be among those who give it; empty when free
 */
public record Pin(
        String event, @Nullable TimePattern time, @Nullable String room, List<StaffAssignment> staff) {
    public Pin {
        staff = List.copyOf(staff);
    }
}
