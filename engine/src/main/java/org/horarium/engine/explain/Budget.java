package org.horarium.engine.explain;

import java.time.Duration;
import org.horarium.engine.solve.StopSignal;

/** How much wall-clock time is left. */
final class Budget {
    private final long end;
    private final StopSignal stop;

    Budget(Duration limit, StopSignal stop) {
        this.end = System.nanoTime() + limit.toNanos();
        this.stop = stop;
    }

    boolean over() {
        return stop.requested() || System.nanoTime() >= end;
    }

    /** At most so long, and never longer than what is left; at least a millisecond. */
    Duration upTo(Duration most) {
        long left = Math.max(1_000_000L, end - System.nanoTime());
        return Duration.ofNanos(Math.min(left, most.toNanos()));
    }

    /** A share of what is left, but so long at least as long as there is so much. */
    Duration share(double share, Duration least) {
        Duration part = Duration.ofNanos((long) (share * Math.max(0, end - System.nanoTime())));
        return upTo(part.compareTo(least) > 0 ? part : least);
    }

    StopSignal stop() {
        return stop;
    }
}
