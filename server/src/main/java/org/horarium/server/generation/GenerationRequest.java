package org.horarium.server.generation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.horarium.engine.variant.Variant;
import org.horarium.server.schedule.ScheduleScope;

/**
 * What a timetable is asked for, and how long the search may take.
 *
 * @param scope whose timetable
 * @param timeBudget time of the search for all variants together, {@link #MIN_SECONDS} to {@link #MAX_SECONDS} seconds
 * @param seed of the search's random decisions
 * @param variants which are wanted, each once, in the order in which they are made; the balanced one is always among them
 */
public record GenerationRequest(ScheduleScope scope, Duration timeBudget, long seed, List<Variant> variants) {
    /** Shortest time budget, in seconds. */
    public static final int MIN_SECONDS = 1;

    /** Longest time budget, in seconds. */
    public static final int MAX_SECONDS = 7200;

    /** Time budget when none is given, in seconds. */
    public static final int DEFAULT_SECONDS = 60;

    /** All variants there are: what is made when nobody says anything else. */
    public static final List<Variant> ALL_VARIANTS = List.of(Variant.values());

    public GenerationRequest {
        variants = withBalanced(variants);
    }

    /**
     * How to search.
     *
     * @param timeBudget time of the search
     * @param seed of the search's random decisions
     * @param variants which are wanted; the balanced one is made in any case, because the others go on from it
     */
    public record Search(Duration timeBudget, long seed, List<Variant> variants) {
        public Search {
            variants = withBalanced(variants);
        }
    }

    private static List<Variant> withBalanced(List<Variant> wanted) {
        return Stream.concat(Stream.of(Variant.BALANCED), wanted.stream().sorted())
                .distinct()
                .toList();
    }

    /** A seed for those who do not care. The job shows it, so that the search can be repeated. */
    public static long anySeed() {
        return ThreadLocalRandom.current().nextInt(1, 1_000_000);
    }
}
