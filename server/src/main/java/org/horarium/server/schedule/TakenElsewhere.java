package org.horarium.server.schedule;

import java.util.Collection;
import java.util.List;
import org.horarium.formats.college.WeeklyTime;

/**
 * What others have published already and so can't be had any more. This module asks; the module that knows what is
 * published answers.
 */
public interface TakenElsewhere {
    /**
     * Rooms and people at the times at which the published timetables of some schedules need them, today or later.
     *
     * @param schedules of the same term
     */
    List<Taken> by(Collection<ScheduleId> schedules);

    /** What can be taken. */
    enum Kind {
        /** A room. */
        ROOM,
        /** Somebody who gives activities. */
        PERSON
    }

    /**
     * A room or a person at a time.
     *
     * @param kind which of them
     * @param id code of the room or person
     * @param activity what for, {@code template/group/ordinal}
     * @param time when
     */
    record Taken(Kind kind, String id, String activity, WeeklyTime time) {}
}
