package org.horarium.server.schedule;

/** How an allocation ended. */
public enum AllocationOutcome {
    /** There is a timetable: the schedule is {@link ScheduleStatus#COMPLETED}. */
    COMPLETED,
    /** There is none (failed or cancelled): the schedule goes back to the status from which the allocation began. */
    WITHOUT_RESULT
}
