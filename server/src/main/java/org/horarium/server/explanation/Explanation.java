package org.horarium.server.explanation;

import java.time.Instant;
import java.util.UUID;
import org.horarium.engine.explain.ExplainListener.Part;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;

/**
 * An explanation of a schedule, asked for by somebody.
 *
 * @param generationJob the failed job that it is about; null for none
 * @param seconds how long it may take
 * @param part what is being looked at; null before it begins
 * @param stopWanted whether somebody wants it to end with what it has
 * @param attempt counts the beginnings
 * @param elapsedMs time it took so far
 * @param fingerprint of the data that it is about; null before it begins
 * @param findings what was found so far; null before pre-flight is done
 * @param error why it could not be made; null unless it failed
 * @param remedy the suggestion that was carried out; null for none
 */
public record Explanation(
        UUID id,
        ScheduleId schedule,
        @Nullable UUID generationJob,
        int seconds,
        ExplanationStatus status,
        @Nullable Part part,
        boolean stopWanted,
        int attempt,
        long elapsedMs,
        @Nullable String fingerprint,
        @Nullable Findings findings,
        @Nullable String error,
        @Nullable Remedy remedy,
        String createdBy,
        Instant createdAt) {
    /** Shortest time, in seconds. */
    public static final int MIN_SECONDS = 5;

    /** Longest time, in seconds. */
    public static final int MAX_SECONDS = 600;

    /** Time when none is given, in seconds. */
    public static final int DEFAULT_SECONDS = 30;

    /**
     * A suggestion that was carried out.
     *
     * @param suggestion its number, from 1
     * @param change set of changes of records by which they can be undone; null when no record changed
     * @param job the generation job that was started with it
     * @param by who did it
     * @param undone whether it was taken back
     */
    public record Remedy(int suggestion, @Nullable UUID change, UUID job, String by, boolean undone) {}
}
