package org.horarium.bench;

import java.io.IOException;
import java.util.Arrays;

/** Times of the same thing done again and again, in milliseconds, sorted. */
final class Samples {
    private final long[] millis;

    private Samples(long[] millis) {
        this.millis = millis;
    }

    /** Something that is measured. */
    interface Action {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Does something several times.
     *
     * @param warmUp times that are not counted, before the others
     * @param counted times that are
     */
    static Samples of(int warmUp, int counted, Action action) throws IOException, InterruptedException {
        long[] millis = new long[counted];
        for (int i = 0; i < warmUp + counted; i++) {
            long begin = System.nanoTime();
            action.run();
            if (i >= warmUp) {
                millis[i - warmUp] = ServerBench.millis(begin);
            }
        }
        Arrays.sort(millis);
        return new Samples(millis);
    }

    /** So many percent of them took at most so long. */
    long percentile(int percent) {
        return millis[Math.min(millis.length - 1, millis.length * percent / 100)];
    }
}
