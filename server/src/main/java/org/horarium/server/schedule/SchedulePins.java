package org.horarium.server.schedule;

import java.util.Collection;
import java.util.List;
import org.horarium.formats.college.ActivityPin;

/**
 * What a planner has fixed in one schedule. Pins of the whole term are read with the college; here they can be replaced for
 * this schedule alone. Row rules are for the caller to check first.
 */
public interface SchedulePins {
    /**
     * Fixes activities in this schedule, in place of what was fixed of them before.
     *
     * @throws IllegalArgumentException when an activity names a template or a group that is not there
     */
    void pin(ScheduleId schedule, List<ActivityPin> pins);

    /** Lets activities go free in this schedule, also those that are fixed for the whole term. */
    void unpin(ScheduleId schedule, Collection<String> activities);
}
