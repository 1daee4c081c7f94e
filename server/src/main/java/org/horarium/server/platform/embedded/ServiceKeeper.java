package org.horarium.server.platform.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether the built-in services still run, and starts again what has died. */
public final class ServiceKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceKeeper.class);
    private static final int EVERY_SECONDS = 2;

    private final EmbeddedServices services;
    private final ScheduledExecutorService clock;

    private ServiceKeeper(EmbeddedServices services) {
        this.services = services;
        clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "service-keeper");
            thread.setDaemon(true);
            return thread;
        });
        clock.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Begins to look after services, until they or this are closed. */
    public static ServiceKeeper of(EmbeddedServices services) {
        return new ServiceKeeper(services);
    }

    private void look() {
        try {
            if (services.revive()) {
                LOG.warn("A built-in service had died; it runs again.");
            }
        } catch (ServiceStartException e) {
            LOG.warn("A built-in service has died and can't be started just now; the next trial is soon.", e);
        } catch (RuntimeException e) {
            LOG.error("The built-in services can't be looked after.", e);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
