package org.horarium.formats;

import java.util.Random;

/** Repeats a test with the generators of consecutive seeds; a failure names the seed that makes it happen again. */
public final class Trials {
    private static final long FIRST_SEED = 20261;

    private Trials() {}

    /** A test that draws what it needs. */
    @FunctionalInterface
    public interface Trial {
        /** Fails as tests do. */
        void run(Random random) throws Exception;
    }

    /** Runs a test so many times. */
    public static void repeat(int times, Trial trial) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + times; seed++) {
            try {
                trial.run(new Random(seed));
            } catch (Exception | AssertionError failure) {
                throw new AssertionError("Failed with seed (%d).".formatted(seed), failure);
            }
        }
    }
}
