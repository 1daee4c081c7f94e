package org.horarium.server.platform.health;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.horarium.server.platform.HealthCheck;
import org.horarium.server.platform.HealthCheck.Seen;
import org.horarium.server.platform.HealthCheck.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks at each part every few seconds ({@code horarium.health.every-seconds}), each on a thread of its own: one that hangs
 * hides no other, and counts as down itself. Changes are logged once.
 */
@Component
public class HealthMonitor implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HealthMonitor.class);
    /** A look that takes longer than this did not work. */
    private static final long HANGS_NANOS = Duration.ofSeconds(20).toNanos();

    private final List<HealthCheck> checks;
    private final int everySeconds;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService threads;

    /** What was seen, and when that was on the tick counter. */
    private record Look(Seen seen, long at) {}

    HealthMonitor(List<HealthCheck> checks, @Value("${horarium.health.every-seconds:3}") int everySeconds) {
        this.checks = checks.stream()
                .sorted(Comparator.comparing(HealthCheck::essential).reversed().thenComparing(HealthCheck::part))
                .toList();
        this.everySeconds = everySeconds;
    }

    /** How all parts were when they were looked at last. */
    public HealthReport report() {
        long now = System.nanoTime();
        return new HealthReport(checks.stream()
                .map(check -> {
                    Look look = looks.get(check.part());
                    Seen seen = look == null
                            ? look(check)
                            : now - look.at() > HANGS_NANOS ? new Seen(State.DOWN, "It does not answer.") : look.seen();
                    return new HealthReport.Part(check.part(), check.essential(), seen.state(), seen.detail());
                })
                .toList());
    }

    private Seen look(HealthCheck check) {
        Seen seen;
        try {
            seen = check.look();
        } catch (RuntimeException e) {
            seen = new Seen(State.DOWN, reason(e));
        }
        Look before = looks.put(check.part(), new Look(seen, System.nanoTime()));
        State was = before == null ? State.UP : before.seen().state();
        if (seen.state() != was && seen.state().bad()) {
            LOG.warn("The part ({}) is {}: {}", check.part(), seen.state().code(), seen.detail());
        } else if (was.bad() && !seen.state().bad()) {
            LOG.info("The part ({}) is {} again.", check.part(), seen.state().code());
        }
        return seen;
    }

    private static String reason(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newScheduledThreadPool(Math.max(1, checks.size()), task -> {
            Thread thread = new Thread(task, "health");
            thread.setDaemon(true);
            return thread;
        });
        checks.forEach(check -> started.scheduleWithFixedDelay(() -> look(check), 0, everySeconds, TimeUnit.SECONDS));
        threads = started;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = threads;
        threads = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }
}
