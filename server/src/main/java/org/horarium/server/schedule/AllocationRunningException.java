package org.horarium.server.schedule;

import java.util.UUID;

/** A job is making the schedule's timetable already; a second one can't begin (HTTP 409). */
public final class AllocationRunningException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID job;

    /**
     * @param id the schedule
     * @param job the generation job that runs
     */
    public AllocationRunningException(ScheduleId id, UUID job) {
        super("A timetable of the schedule (" + id + ") is being made by the job (" + job
                + "). Wait for it, or stop it first.");
        this.job = job;
    }

    /** The generation job that runs. */
    public UUID job() {
        return job;
    }
}
