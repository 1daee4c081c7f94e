package org.horarium.engine.search;

/**
 * A small fast generator: xoroshiro128++ (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021),
 * seeded by SplitMix64.
 */
final class Rng {
    private static final int LOGARITHMS = 1 << 14;
    private static final double[] MINUS_LOG = new double[LOGARITHMS];

    static {
        for (int i = 0; i < LOGARITHMS; i++) {
            MINUS_LOG[i] = -Math.log((i + 0.5) / LOGARITHMS);
        }
    }

    private long s0;
    private long s1;

    Rng(long seed) {
        s0 = mix(seed + 0x9E3779B97F4A7C15L);
        s1 = mix(s0 + 0x9E3779B97F4A7C15L);
    }

    private static long mix(long seed) {
        long z = (seed ^ (seed >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        long a = s0;
        long b = s1;
        long result = Long.rotateLeft(a + b, 17) + a;
        b ^= a;
        s0 = Long.rotateLeft(a, 49) ^ b ^ (b << 21);
        s1 = Long.rotateLeft(b, 28);
        return result;
    }

    /** A number from 0 (inclusive) to {@code bound} (exclusive). */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** True once in {@code n} times. */
    boolean oneIn(int n) {
        return below(n) == 0;
    }

    /** {@code −ln u} for a random u in (0, 1). */
    double exponential() {
        return MINUS_LOG[(int) (next() >>> 50)];
    }
}
