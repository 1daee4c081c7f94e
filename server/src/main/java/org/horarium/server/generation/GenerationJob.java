package org.horarium.server.generation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;

/**
 * A generation job.
 *
 * @param id its key
 * @param schedule the schedule whose timetable it makes
 * @param request what was asked for
 * @param status where it stands
 * @param wish what somebody asked of it while it runs
 * @param priority which of the queued jobs comes first
 * @param attempt how often a worker has begun it; more than 1 after an interruption
 * @param progress how far it is, as last written to the database
 * @param missing variants that were wanted and are not there, and why; empty while it is open
 * @param retryOf the job that this one is another try of; null for none
 * @param error why it failed; null unless {@link JobStatus#FAILED}
 * @param createdBy login name of who asked
 * @param createdAt when it was asked for
 * @param startedAt when a worker first began; null before
 * @param updatedAt last sign of life
 * @param completedAt when it ended; null before
 * @param decision what was decided about its timetable; null before
 */
public record GenerationJob(
        UUID id,
        ScheduleId schedule,
        GenerationRequest request,
        JobStatus status,
        Wish wish,
        JobPriority priority,
        int attempt,
        Progress progress,
        List<MissingVariant> missing,
        @Nullable UUID retryOf,
        @Nullable String error,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        Instant updatedAt,
        @Nullable Instant completedAt,
        @Nullable Decision decision) {
    public GenerationJob {
        missing = List.copyOf(missing);
    }

    /**
     * A decision about the timetable.
     *
     * @param by login name
     * @param at when
     * @param comments reason; null when none was given
     */
    public record Decision(String by, Instant at, @Nullable String comments) {}
}
