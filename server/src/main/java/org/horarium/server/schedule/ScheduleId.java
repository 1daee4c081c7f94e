package org.horarium.server.schedule;

import java.util.UUID;

/** Identifies a {@link Schedule}. */
public record ScheduleId(UUID value) {
    /** The UUID as text, as it stands in addresses. */
    @Override
    public String toString() {
        return value.toString();
    }
}
