package org.horarium.engine.search;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * When a search ends, and how far it is until then. Either an amount of work ends it, so that the same seed gives the same
 * plan on a fast and on a slow machine, and the clock only cuts off a machine that is much slower than expected; or the
 * clock ends it, and as much work is done as there is time for. The clock is that on the wall, or that of the
 * processor.
 */
public final class Limits {
    /** So many times its share of the time limit may a part take whose end only the work done should decide. */
    private static final double AMPLE = 3;

    private final long work;
    private final LongSupplier clock;
    private final long begin;
    private final long deadline;
    private final BooleanSupplier stop;

    private Limits(long work, LongSupplier clock, long deadline, BooleanSupplier stop) {
        this.work = work;
        this.clock = clock;
        this.begin = clock.getAsLong();
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
        return new Limits(Math.max(1, work), System::nanoTime, deadline, stop);
    }

    /**
     * Uses all the time from now to the deadline.
     *
     * @param deadline value of {@link System#nanoTime()} at which to end
     * @param stop whether somebody asked to end now
     */
    public static Limits ofTime(long deadline, BooleanSupplier stop) {
        return new Limits(Long.MAX_VALUE, System::nanoTime, deadline, stop);
    }

    /**
     * Uses an amount of processor time: for measurements that must not depend on what else the machine does.
     *
     * @param clock what the search used so far, in nanoseconds
     * @param nanos how much it may use
     * @param stop whether somebody asked to end now
     */
    public static Limits ofProcessorTime(ProcessorClock clock, long nanos, BooleanSupplier stop) {
        return new Limits(Long.MAX_VALUE, clock, clock.getAsLong() + nanos, stop);
    }

    /** To be told of each thread that searches, before it starts. */
    void watch(Thread thread) {
        if (clock instanceof ProcessorClock processor) {
            processor.watch(thread);
        }
    }

    /** Whether the clock or somebody ends the search, whatever work is left. */
    boolean isCutOff() {
        return stop.getAsBoolean() || clock.getAsLong() - deadline >= 0;
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
        return Math.min(1, (double) (clock.getAsLong() - begin) / Math.max(1, deadline - begin));
    }

    /** The time that a share of the whole may take, at most until the deadline; where work is limited, amply. */
    Duration timeFor(double share) {
        long left = Math.max(0, deadline - clock.getAsLong());
        double factor = work == Long.MAX_VALUE ? 1 : AMPLE;
        return Duration.ofNanos(Math.min(left, (long) (factor * share * (deadline - begin))));
    }

    /** A share of the work in steps; infinite where only time is limited. */
    double workFor(double share) {
        return work == Long.MAX_VALUE ? Double.POSITIVE_INFINITY : share * work;
    }
}
