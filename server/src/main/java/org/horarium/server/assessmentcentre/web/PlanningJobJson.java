package org.horarium.server.assessmentcentre.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.horarium.assessment.Shortage;
import org.horarium.server.assessmentcentre.PlanningJob;
import org.horarium.server.assessmentcentre.PlanningStatus;
import org.horarium.server.assessmentcentre.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A planning job in REST.
 *
 * @param jobId its id
 * @param centreId the centre that is planned
 * @param status queued, running, completed, failed or cancelled
 * @param wish none, stop or cancel: what somebody has asked for and is not yet done
 * @param seconds longest search
 * @param seed of the search
 * @param attempt how often a worker has begun it
 * @param queuePosition number of jobs before it; null unless queued
 * @param elapsedSeconds search time so far
 * @param bestEnd end of the best plan so far; null before there is one
 * @param earliestEnd no plan ends before; null while not known
 * @param failure why there is no plan; null unless that is so
 * @param errorMessage what went wrong on our side; null unless something did
 * @param createdBy login
 * @param createdAt when it was asked for
 * @param completedAt when it ended; null before
 * @param links where to go on
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PlanningJobJson(
        UUID jobId,
        UUID centreId,
        String status,
        String wish,
        int seconds,
        long seed,
        int attempt,
        @Nullable Integer queuePosition,
        double elapsedSeconds,
        @Nullable OffsetDateTime bestEnd,
        @Nullable OffsetDateTime earliestEnd,
        @Nullable Failed failure,
        @Nullable String errorMessage,
        String createdBy,
        Instant createdAt,
        @Nullable Instant completedAt,
        Links links) {
    /** Why there is no plan. */
    record Failed(String code, String message, List<Lack> shortages, List<Suggested> suggestions) {
        static Failed of(Refusal refusal) {
            List<Suggested> suggestions = new java.util.ArrayList<>();
            for (int i = 0; i < refusal.suggestions().size(); i++) {
                suggestions.add(
                        new Suggested(i, refusal.suggestions().get(i).text().text()));
            }
            return new Failed(
                    refusal.code().name(),
                    refusal.message().text(),
                    refusal.shortages().stream().map(Lack::of).toList(),
                    suggestions);
        }
    }

    /** What there is and what is needed. */
    record Lack(String resource, int current, int required) {
        static Lack of(Shortage shortage) {
            return new Lack(shortage.resource().text(), shortage.current(), shortage.required());
        }
    }

    /** A change that helps; {@code POST …/suggestions/{number}/apply} makes it. */
    record Suggested(int number, String text) {}

    /** Paths of what belongs to a job. */
    record Links(String self, String plan, String page) {}

    static PlanningJobJson of(PlanningJob job, @Nullable Integer queuePosition) {
        Refusal refusal = job.refusal();
        String api = "/api/assessment-centres/" + job.centreId();
        return new PlanningJobJson(
                job.id(),
                job.centreId(),
                job.status().code(),
                job.status().open() ? job.wish().code() : "none",
                job.effort().seconds(),
                job.effort().seed(),
                job.attempt(),
                job.status() == PlanningStatus.QUEUED ? queuePosition : null,
                job.progress().elapsedMs() / 1000.0,
                zoned(job, job.progress().end()),
                zoned(job, job.progress().earliestEnd()),
                refusal == null ? null : Failed.of(refusal),
                job.error(),
                job.createdBy(),
                job.createdAt(),
                job.completedAt(),
                new Links(api + "/jobs/" + job.id(), api + "/plan", "/admin/assessment-centres/" + job.centreId()));
    }

    private static @Nullable OffsetDateTime zoned(PlanningJob job, @Nullable LocalDateTime time) {
        return time == null ? null : time.atZone(job.centre().timeZone()).toOffsetDateTime();
    }
}
