package org.horarium.server.schedule;

import static org.horarium.server.schedule.ScheduleStatus.ALLOCATING;
import static org.horarium.server.schedule.ScheduleStatus.COLLECTING;
import static org.horarium.server.schedule.ScheduleStatus.COMPLETED;
import static org.horarium.server.schedule.ScheduleStatus.DRAFT;
import static org.horarium.server.schedule.ScheduleStatus.LOCKED;

import java.util.Set;

/** The steps from status to status, and from which status each may be taken. There are no others. */
public enum ScheduleStep {
    /** Personnel are asked. */
    COLLECT(Set.of(DRAFT), COLLECTING),
    /** Preferences are closed. */
    LOCK(Set.of(DRAFT, COLLECTING), LOCKED),
    /** A timetable is being made; also again, for a schedule that has one. Not while preferences are collected. */
    BEGIN_ALLOCATION(Set.of(DRAFT, LOCKED, COMPLETED), ALLOCATING),
    /** A timetable was made. */
    COMPLETE(Set.of(ALLOCATING), COMPLETED),
    /** Data may be changed again. */
    REOPEN(Set.of(COLLECTING, LOCKED, COMPLETED), DRAFT);

    private final Set<ScheduleStatus> from;
    private final ScheduleStatus to;

    ScheduleStep(Set<ScheduleStatus> from, ScheduleStatus to) {
        this.from = from;
        this.to = to;
    }

    /** The statuses from which it may be taken. */
    public Set<ScheduleStatus> from() {
        return from;
    }

    /** The status to which it leads. An allocation without a result instead goes back to where it began. */
    public ScheduleStatus to() {
        return to;
    }
}
