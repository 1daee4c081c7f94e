package org.horarium.server.generation;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.horarium.server.schedule.ScheduleScope;

/**
 * What a timetable is asked for, and how long the search may take.
 *
 * @param scope whose timetable
 * @param timeBudget time of the search, {@link #MIN_SECONDS} to {@link #MAX_SECONDS} seconds
 * @param seed of the search's random decisions
 */
public record GenerationRequest(ScheduleScope scope, Duration timeBudget, long seed) {
    /**
     * How to search.
     *
     * @param timeBudget time of the search
     * @param seed of the search's random decisions
     */
    public record Search(Duration timeBudget, long seed) {}

    /** Shortest time budget, in seconds. */
    public static final int MIN_SECONDS = 1;

    /** Longest time budget, in seconds. */
    public static final int MAX_SECONDS = 7200;

    /** Time budget when none is given, in seconds. */
    public static final int DEFAULT_SECONDS = 60;

    /** A seed for those who do not care. The job shows it, so that the search can be repeated. */
    public static long anySeed() {
        return ThreadLocalRandom.current().nextInt(1, 1_000_000);
    }
}
