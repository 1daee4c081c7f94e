package org.horarium.server.generation.worker;

import org.horarium.engine.solve.StopSignal;
import org.horarium.server.generation.Wish;
import org.horarium.server.generation.store.FencedException;
import org.jspecify.annotations.Nullable;

/** What others want of a running attempt. Safe for use by several threads. */
final class Control {
    private final StopSignal stop = new StopSignal();
    private volatile Wish wish = Wish.NONE;
    private volatile boolean abandoned;
    private volatile @Nullable FencedException fenced;

    /** The signal for the search. */
    StopSignal stop() {
        return stop;
    }

    /** Somebody wishes something. A cancel is never taken back. */
    void wish(Wish wanted) {
        if (wanted == Wish.NONE || wish == Wish.CANCEL) {
            return;
        }
        wish = wanted;
        stop.request();
    }

    Wish wish() {
        return wish;
    }

    /** The process is about to end; the job goes on elsewhere or later. */
    void abandon() {
        abandoned = true;
        stop.request();
    }

    /** A later attempt has begun. */
    void fence(FencedException reason) {
        fenced = reason;
        stop.request();
    }

    /** Whether another attempt has to go on with what this one has begun. */
    boolean isOver() {
        return abandoned || fenced != null;
    }

    /**
     * Whether this attempt may go on.
     *
     * @throws FencedException if a later one has begun
     * @throws AbandonedException if the process is about to end
     */
    void check() {
        FencedException reason = fenced;
        if (reason != null) {
            throw reason;
        }
        if (abandoned) {
            throw new AbandonedException();
        }
    }

    /** The attempt ends because the process does; the queue hands out the job again. */
    static final class AbandonedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AbandonedException() {
            super("The process ends; the job will be begun again.");
        }
    }
}
