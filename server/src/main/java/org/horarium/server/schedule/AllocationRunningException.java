package org.horarium.server.schedule;

import java.util.Map;
import java.util.UUID;
import org.horarium.server.platform.ConflictException;

/** A job is making the schedule's timetable already; a second one can't begin (409, with the member {@code job_id}). */
public final class AllocationRunningException extends ConflictException {
    private static final long serialVersionUID = 1L;

    private final UUID job;

    /**
     * @param id the schedule
     * @param job the generation job that runs
     */
    public AllocationRunningException(ScheduleId id, UUID job) {
        super(
                "A timetable of the schedule (" + id + ") is being made by the job (" + job
                        + "). Wait for it, or stop it first.",
                Map.of("job_id", job));
        this.job = job;
    }

    /** The generation job that runs. */
    public UUID job() {
        return job;
    }
}
