package org.horarium.server.generation.web;

import java.time.Instant;
import java.util.UUID;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.Progress;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A job in REST.
 *
 * @param jobId its id
 * @param status queued, running, completed, failed, cancelled, approved or rejected
 * @param progress 0 to 100
 * @param phase checking, constructing, repairing, improving or saving; null before
 * @param scheduleId the schedule whose timetable it makes
 * @param departmentId as asked for
 * @param batchId as asked for; null for the whole department
 * @param semester as asked for; null for any
 * @param academicYear as asked for
 * @param timeBudgetSeconds longest search
 * @param seed of the search
 * @param priority low, normal or high: which of the queued jobs comes first
 * @param attempt how often a worker has begun it
 * @param queuePosition number of jobs before it; null unless queued
 * @param errorMessage why it failed; null unless it did
 * @param createdBy login
 * @param createdAt when it was asked for
 * @param startedAt when a worker began; null before
 * @param updatedAt last sign of life
 * @param completedAt when it ended; null before
 * @param decision what was decided; null before
 * @param links where to go on
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record JobJson(
        UUID jobId,
        String status,
        int progress,
        @Nullable String phase,
        UUID scheduleId,
        String departmentId,
        @Nullable String batchId,
        @Nullable Integer semester,
        String academicYear,
        long timeBudgetSeconds,
        long seed,
        String priority,
        int attempt,
        @Nullable Integer queuePosition,
        @Nullable String errorMessage,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        Instant updatedAt,
        @Nullable Instant completedAt,
        @Nullable Decision decision,
        Links links) {
    /** A decision. */
    record Decision(String by, Instant at, @Nullable String comments) {}

    /** Paths of what belongs to a job. */
    record Links(String status, String progress, String result, String socket, String page) {
        static Links of(UUID job) {
            String api = "/api/generation-jobs/" + job;
            return new Links(
                    api + "/status/",
                    api + "/progress/",
                    api + "/result/",
                    "/ws/generation-jobs/" + job,
                    "/admin/generation-jobs/" + job);
        }
    }

    static JobJson of(GenerationJob job, Progress progress, @Nullable Integer queuePosition) {
        var scope = job.request().scope();
        var decision = job.decision();
        return new JobJson(
                job.id(),
                job.status().code(),
                progress.percent(),
                progress.phase() == null ? null : progress.phase().code(),
                job.schedule().value(),
                scope.department(),
                scope.batch(),
                scope.semester(),
                scope.academicYear(),
                job.request().timeBudget().toSeconds(),
                job.request().seed(),
                job.priority().code(),
                job.attempt(),
                job.status() == JobStatus.QUEUED ? queuePosition : null,
                job.error(),
                job.createdBy(),
                job.createdAt(),
                job.startedAt(),
                job.updatedAt(),
                job.completedAt(),
                decision == null ? null : new Decision(decision.by(), decision.at(), decision.comments()),
                Links.of(job.id()));
    }
}
