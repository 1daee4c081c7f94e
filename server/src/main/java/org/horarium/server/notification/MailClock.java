package org.horarium.server.notification;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the {@link MailDelivery} look every few seconds ({@code horarium.mail.every-seconds}; 0 for never). */
@Component
class MailClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MailClock.class);
    private static final int STOP_SECONDS = 5;

    private final MailDelivery delivery;
    private final MailServer server;
    private final int everySeconds;
    private @Nullable ScheduledExecutorService clock;

    MailClock(MailDelivery delivery, MailServer server, @Value("${horarium.mail.every-seconds:2}") int everySeconds) {
        this.delivery = delivery;
        this.server = server;
        this.everySeconds = everySeconds;
    }

    @Override
    public synchronized void start() {
        if (everySeconds > 0 && server.isThere()) {
            ScheduledExecutorService started =
                    Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "mail"));
            started.scheduleWithFixedDelay(this::look, everySeconds, everySeconds, TimeUnit.SECONDS);
            clock = started;
        }
    }

    private void look() {
        try {
            delivery.deliverDue();
        } catch (RuntimeException e) {
            LOG.warn("The outbox can't be looked at just now.", e);
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
