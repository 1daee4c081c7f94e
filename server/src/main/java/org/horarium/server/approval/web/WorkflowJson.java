package org.horarium.server.approval.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.horarium.server.approval.WorkflowAction;
import org.horarium.server.approval.WorkflowState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A revision and where it stands, in REST.
 *
 * @param workflowId its key
 * @param scheduleId whose timetable it is
 * @param revision number within the schedule
 * @param jobId the generation job that made it; null when it was made by hand
 * @param status draft, partial, pending_review, approved, published or rejected
 * @param version for If-Match
 * @param contentHash SHA-256 of what was submitted; null while it may change
 * @param actions that the caller may take now
 * @param steps what was done, the first first
 * @param publications of this revision, the newest first
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record WorkflowJson(
        UUID workflowId,
        UUID scheduleId,
        int revision,
        @Nullable UUID jobId,
        String status,
        long version,
        @Nullable String contentHash,
        List<String> actions,
        List<Step> steps,
        List<Published> publications) {
    /** A step that was taken. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Step(
            String action,
            String from,
            String to,
            String contentHash,
            String by,
            Instant at,
            @Nullable String comments) {}

    /** That it was published. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Published(
            LocalDate effectiveFrom,
            String by,
            Instant at,
            int peopleTold,
            @Nullable String note) {}

    static WorkflowJson of(WorkflowState state) {
        var revision = state.revision();
        return new WorkflowJson(
                revision.workflow(),
                revision.schedule().value(),
                revision.number(),
                revision.job(),
                revision.status().code(),
                revision.version(),
                revision.contentHash(),
                state.open().stream().sorted().map(WorkflowAction::code).toList(),
                state.steps().stream()
                        .map(s -> new Step(
                                s.action().code(),
                                s.from().code(),
                                s.to().code(),
                                s.contentHash(),
                                s.actor(),
                                s.at(),
                                s.reason()))
                        .toList(),
                state.publications().stream()
                        .filter(p -> p.revision() == revision.id())
                        .map(p -> new Published(
                                p.effectiveFrom(), p.publishedBy(), p.publishedAt(), p.peopleTold(), p.note()))
                        .toList());
    }
}
