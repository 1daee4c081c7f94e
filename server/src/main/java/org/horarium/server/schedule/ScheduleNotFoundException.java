package org.horarium.server.schedule;

import org.horarium.server.platform.NotFoundException;

/** There is no schedule with this id. */
public final class ScheduleNotFoundException extends NotFoundException {
    private static final long serialVersionUID = 1L;

    /** @param id the id that was asked for */
    public ScheduleNotFoundException(ScheduleId id) {
        super("There is no schedule (" + id + "). Maybe it was deleted; see the list of schedules.");
    }
}
