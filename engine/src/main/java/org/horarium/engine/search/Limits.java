package org.horarium.engine.search;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * When a search ends, and how far it is until then. Either an amount of work ends it, so that the same seed gives the same
 * plan on a fast and on a slow machine, and the clock only cuts off a machine that is much slower than expected; or the
 * clock ends it, and as much work is done as there is time for.
 */
public final class Limits {
    /** So many times its share of the time limit may a part take whose end only the work done should decide. */
    private static final double AMPLE = 3;

    private final long work;
    private final long begin = System.nanoTime();
    private final long deadline;
    private final BooleanSupplier stop;

    private Limits(long work, long deadline, BooleanSupplier stop) {
        this.work = work;
        this.deadline = deadline;
        this.stop = stop;
    }

    /**
     * Ends when the work is done.
     *
     * @param work steps of work for each worker, as {@link org.horarium.engine.state.State#work()} counts them
     * @param deadline value of {@link System#nanoTime()} at which to end at the latest
     * @param stop whether somebody asked to end now
     */
    public static Limits ofWork(long work, long deadline, BooleanSupplier stop) {
        return new Limits(Math.max(1, work), deadline, stop);
    }

    /**
     * Uses all the time from now to the deadline.
     *
     * @param deadline value of {@link System#nanoTime()} at which to end
     * @param stop whether somebody asked to end now
     */
    public static Limits ofTime(long deadline, BooleanSupplier stop) {
        return new Limits(Long.MAX_VALUE, deadline, stop);
    }

    /** Whether the clock or somebody ends the search, whatever work is left. */
    boolean isCutOff() {
        return stop.getAsBoolean() || System.nanoTime() - deadline >= 0;
    }

    /**
     * Share of the whole that is spent: of the work, or of the time where the work has no limit.
     *
     * @param done steps of work done
     * @return 0 to 1
     */
    double spent(long done) {
        return work == Long.MAX_VALUE ? spentTime() : Math.min(1, (double) done / work);
    }

    /** Share of the time that is spent, 0 to 1. */
    double spentTime() {
        return Math.min(1, (double) (System.nanoTime() - begin) / Math.max(1, deadline - begin));
    }

    /** The time that a share of the whole may take, at most until the deadline; where work is limited, amply. */
    Duration timeFor(double share) {
        long left = Math.max(0, deadline - System.nanoTime());
        double factor = work == Long.MAX_VALUE ? 1 : AMPLE;
        return Duration.ofNanos(Math.min(left, (long) (factor * share * (deadline - begin))));
    }

    /** A share of the work in steps; infinite where only time is limited. */
    double workFor(double share) {
        return work == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : share * work;
    }
}
