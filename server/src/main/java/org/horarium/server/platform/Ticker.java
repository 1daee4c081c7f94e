package org.horarium.server.platform;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does something small every few seconds while the process runs: looks into a table for what is due. What takes long belongs
 * into the {@link JobQueue}. A failure is logged, and the next time comes all the same.
 */
public class Ticker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final int STOP_SECONDS = 5;

    private final String name;
    private final int everySeconds;
    private final Runnable work;
    private @Nullable ScheduledExecutorService clock;

    /**
     * @param name of its thread and in the log
     * @param everySeconds pause between two times; 0 for never
     * @param work what it does
     */
    public Ticker(String name, int everySeconds, Runnable work) {
        this.name = name;
        this.everySeconds = everySeconds;
        this.work = work;
    }

    @Override
    public synchronized void start() {
        if (everySeconds > 0) {
            ScheduledExecutorService started =
                    Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
            started.scheduleWithFixedDelay(this::tick, everySeconds, everySeconds, TimeUnit.SECONDS);
            clock = started;
        }
    }

    private void tick() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The work ({}) can't be done just now.", name, e);
        }
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = clock;
        clock = null;
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
