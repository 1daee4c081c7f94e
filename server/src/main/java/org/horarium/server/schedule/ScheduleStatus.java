package org.horarium.server.schedule;

/** Where a schedule stands. Which step leads from which status to which is said by {@link ScheduleStep}. */
public enum ScheduleStatus {
    /** Its data are being prepared. */
    DRAFT,
    /** Personnel are asked for their preferences. */
    COLLECTING,
    /** Preferences are closed. */
    LOCKED,
    /** A timetable is being made. */
    ALLOCATING,
    /** There is a timetable. */
    COMPLETED
}
