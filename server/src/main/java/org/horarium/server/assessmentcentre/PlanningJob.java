package org.horarium.server.assessmentcentre;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.horarium.assessment.model.Centre;
import org.jspecify.annotations.Nullable;

/**
 * A planning of a centre in the background.
 *
 * @param id its key
 * @param centreId the centre that is planned
 * @param centre the centre as it was when the job was asked for
 * @param effort how long and from which seed
 * @param status where it stands
 * @param wish what somebody asked of it while it runs
 * @param attempt how often a worker has begun it; more than 1 after an interruption
 * @param progress how far it is
 * @param refusal why there is no plan; null unless it failed because of the centre
 * @param error what went wrong on our side; null unless it failed because of that
 * @param createdBy login name of who asked
 * @param createdAt when it was asked for
 * @param startedAt when a worker first began; null before
 * @param updatedAt last sign of life
 * @param completedAt when it ended; null before
 */
public record PlanningJob(
        UUID id,
        UUID centreId,
        Centre centre,
        Effort effort,
        PlanningStatus status,
        PlanningWish wish,
        int attempt,
        Progress progress,
        @Nullable Refusal refusal,
        @Nullable String error,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        Instant updatedAt,
        @Nullable Instant completedAt) {
    /**
     * How long a planning may take, and from where its random decisions come.
     *
     * @param seconds {@link #MIN_SECONDS} to {@link #MAX_SECONDS}; it ends earlier when everything is proven
     * @param seed of the random decisions
     */
    public record Effort(int seconds, long seed) {
        /** Shortest planning. */
        public static final int MIN_SECONDS = 1;

        /** Longest planning. */
        public static final int MAX_SECONDS = 600;

        /** When no time is given. */
        public static final int DEFAULT_SECONDS = 30;

        /** When no seed is given. */
        public static final long DEFAULT_SEED = 1;
    }

    /**
     * How far a planning is.
     *
     * @param end end of the best plan so far, local to the centre; null while there is none
     * @param earliestEnd no plan ends before; null while not known
     * @param elapsedMs search time of all attempts, in milliseconds
     */
    public record Progress(
            @Nullable LocalDateTime end, @Nullable LocalDateTime earliestEnd, long elapsedMs) {}
}
