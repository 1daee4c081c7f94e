package org.horarium.server.generation;

import java.time.Duration;
import org.horarium.server.schedule.ScheduleScope;

/**
 * What a timetable is asked for, and how long the search may take.
 *
 * @param scope whose timetable
 * @param timeBudget time of the search, {@link #MIN_SECONDS} to {@link #MAX_SECONDS} seconds
 * @param seed of the search's random decisions
 */
public record GenerationRequest(ScheduleScope scope, Duration timeBudget, long seed) {
    /** Shortest time budget, in seconds. */
    public static final int MIN_SECONDS = 1;

    /** Longest time budget, in seconds. */
    public static final int MAX_SECONDS = 7200;

    /** Time budget when none is given, in seconds. */
    public static final int DEFAULT_SECONDS = 60;

    /** Seed when none is given. */
    public static final long DEFAULT_SEED = 1;
}
