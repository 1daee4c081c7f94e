package org.horarium.engine.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/** The processor time in nanoseconds that the threads of a search used so far, on average. */
public final class ProcessorClock implements LongSupplier {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Long> watched = new CopyOnWriteArrayList<>();
    private volatile long last;

    void watch(Thread thread) {
        watched.add(thread.getId());
    }

    @Override
    public long getAsLong() {
        long sum = 0;
        for (long id : watched) {
            long used = threads.getThreadCpuTime(id);
            if (used < 0) {
                return last; // not started yet, or gone
            }
            sum += used;
        }
        if (sum > 0) {
            last = sum / watched.size();
        }
        return last;
    }
}
