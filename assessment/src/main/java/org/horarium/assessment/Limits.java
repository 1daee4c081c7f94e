package org.horarium.assessment;

/**
 * What a planning may use.
 *
 * @param seconds how long it may take; it ends earlier when everything is proven
 * @param threads threads of CP-SAT
 * @param seed the same seed with one thread gives the same plan, when time is not short
 * @param exact whether CP-SAT may be used; without it list scheduling plans alone
 */
public record Limits(double seconds, int threads, long seed, boolean exact) {
    public Limits {
        if (!(seconds > 0) || threads < 1) {
            throw new IllegalArgumentException(
                    "Seconds (" + seconds + ") must be positive and threads (" + threads + ") at least 1.");
        }
    }

    /** This many seconds with two threads and CP-SAT. */
    public static Limits ofSeconds(double seconds) {
        return new Limits(seconds, 2, 1, true);
    }
}
