package org.horarium.server.generation.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.horarium.engine.variant.Variant;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.Progress;
import org.horarium.server.timetable.RevisionSummary;
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
 * @param variants which were asked for, which are there, and why others are not
 * @param retryOf the job that this one is another try of; null for none
 * @param workflow the draft that came of it, or what has become of it; null before
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
        Variants variants,
        @Nullable UUID retryOf,
        @Nullable WorkflowJson workflow,
        @Nullable Decision decision,
        Links links) {
    /**
     * The variants of a job.
     *
     * @param wanted in the order in which they are made
     * @param made those that are there
     * @param current the one that is being made; null before and after
     * @param missing those that could not be made; empty while the job is open
     */
    record Variants(
            List<String> wanted,
            List<String> made,
            @Nullable String current,
            List<Missing> missing) {
        static Variants of(GenerationJob job, Progress progress) {
            return new Variants(
                    job.request().variants().stream().map(Variant::label).toList(),
                    progress.made().stream().map(Variant::label).toList(),
                    progress.variant() == null ? null : progress.variant().label(),
                    job.missing().stream()
                            .map(m -> new Missing(m.variant().label(), m.reason()))
                            .toList());
        }
    }

    /** A variant that could not be made. */
    record Missing(String variant, String reason) {}

    /**
     * The revision of the timetable that came of a job last.
     *
     * @param workflowId its key in {@code /api/timetable-workflow}
     * @param revision its number in the schedule
     * @param status draft, partial, pending_review, approved, published or rejected
     * @param version for {@code If-Match}
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record WorkflowJson(UUID workflowId, int revision, String status, long version) {
        static WorkflowJson of(RevisionSummary revision) {
            return new WorkflowJson(
                    revision.workflow(), revision.number(), revision.status().code(), revision.version());
        }
    }

    /** A decision. */
    record Decision(String by, Instant at, @Nullable String comments) {}

    /** Paths of what belongs to a job. */
    record Links(String status, String progress, String result, String variants, String socket, String page) {
        static Links of(UUID job) {
            String api = "/api/generation-jobs/" + job;
            return new Links(
                    api + "/status/",
                    api + "/progress/",
                    api + "/result/",
                    api + "/variants/",
                    "/ws/generation-jobs/" + job,
                    "/admin/generation-jobs/" + job);
        }
    }

    static JobJson of(
            GenerationJob job, Progress progress, @Nullable Integer queuePosition, @Nullable RevisionSummary revision) {
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
                Variants.of(job, progress),
                job.retryOf(),
                revision == null ? null : WorkflowJson.of(revision),
                decision == null ? null : new Decision(decision.by(), decision.at(), decision.comments()),
                Links.of(job.id()));
    }
}
