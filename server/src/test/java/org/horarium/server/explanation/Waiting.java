package org.horarium.server.explanation;

import java.util.function.Supplier;

/** Waits for the queue's worker. */
public final class Waiting {
    private Waiting() {}

    /** The explanation when it has ended; the caller's time limit is the test's. */
    public static Explanation ended(Supplier<Explanation> read) throws InterruptedException {
        while (true) {
            Explanation now = read.get();
            if (!now.status().open()) {
                return now;
            }
            Thread.sleep(100);
        }
    }
}
