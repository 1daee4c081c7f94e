package org.horarium.server.platform.health;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.horarium.server.platform.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The processes over this database: each says every few seconds that it lives, by the database's clock. */
@Component
public class Processes implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Processes.class);
    private static final int EVERY_SECONDS = 3;
    /** Who was silent for so long is gone. */
    private static final int ALIVE_SECONDS = 15;

    private final JdbcClient jdbc;
    private final ServerSettings settings;
    private final UUID own = UUID.randomUUID();
    private @Nullable ScheduledExecutorService clock;

    Processes(JdbcClient jdbc, ServerSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * A process.
     *
     * @param name of it, {@code name@host:pid}
     * @param pages whether it serves pages
     * @param jobs whether it takes jobs
     * @param startedAt when it started
     * @param seenAt when it said so last
     */
    public record Running(String name, boolean pages, boolean jobs, Instant startedAt, Instant seenAt) {}

    /** Those that live, by name. */
    public List<Running> alive() {
        return jdbc.sql("""
                        select name, pages, jobs, started_at, seen_at from app_process
                        where seen_at > now() - make_interval(secs => ?) order by name
                        """)
                .param(ALIVE_SECONDS)
                .query((row, n) -> new Running(
                        row.getString("name"),
                        row.getBoolean("pages"),
                        row.getBoolean("jobs"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant()))
                .list();
    }

    private void beat() {
        try {
            jdbc.sql("""
                            insert into app_process (id, name, pages, jobs) values (?, ?, ?, ?)
                            on conflict (id) do update set seen_at = now()
                            """)
                    .params(
                            own,
                            settings.process(),
                            settings.duty().pages(),
                            settings.duty().jobs())
                    .update();
            jdbc.sql("delete from app_process where seen_at < now() - interval '1 day'")
                    .update();
        } catch (DataAccessException e) {
            // the health of the database is told elsewhere
            LOG.debug("This process can't say that it lives.", e);
        }
    }

    /** Before anybody looks whether there are processes. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    @Override
    public synchronized void start() {
        beat();
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "process-beat");
            thread.setDaemon(true);
            return thread;
        });
        started.scheduleWithFixedDelay(this::beat, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        clock = started;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService running = clock;
        clock = null;
        if (running != null) {
            running.shutdownNow();
            try {
                jdbc.sql("delete from app_process where id = ?").param(own).update();
            } catch (DataAccessException e) {
                LOG.debug("This process can't say goodbye.", e);
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clock != null;
    }
}
