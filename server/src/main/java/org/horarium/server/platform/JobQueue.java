package org.horarium.server.platform;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * The queue of jobs, in the database (db-scheduler). Every process whose {@link Duty} it is takes jobs from it, those of a
 * higher priority first, then the oldest. Heartbeats every two seconds; after four missing ones a job is taken to be
 * abandoned and begun again. All times of the queue are the database's ({@link DatabaseClock}).
 */
@Component
public class JobQueue implements SmartLifecycle {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final List<BackgroundWork> kinds;
    private final Map<String, OneTimeTask<Void>> tasks;
    private final Supplier<Scheduler> schedulers;
    private final JdbcClient jdbc;
    private final DatabaseClock clock;
    private final boolean takesJobs;
    private volatile Scheduler scheduler;
    private volatile boolean started;

    /**
     * @param parallel jobs at a time in this process: a search takes all the processors that it may
     */
    JobQueue(
            DataSource dataSource,
            List<BackgroundWork> kinds,
            DatabaseClock clock,
            ServerSettings settings,
            @Value("${horarium.jobs.parallel:1}") int parallel) {
        this.kinds = List.copyOf(kinds);
        jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
        takesJobs = settings.duty().jobs();
        tasks = kinds.stream().map(JobQueue::task).collect(Collectors.toMap(OneTimeTask::getName, Function.identity()));
        // The proxy lets an entry of the queue be part of the transaction that makes the job.
        schedulers =
                () -> Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), List.copyOf(tasks.values()))
                        .clock(clock::now)
                        .schedulerName(new SchedulerName.Fixed(settings.process()))
                        .threads(parallel)
                        .enablePriority()
                        // nothing is fetched ahead: what waits here would be out of reach of a change of priority
                        .pollUsingLockAndFetch(0.5, 1.0)
                        .pollingInterval(Duration.ofSeconds(1))
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                        .shutdownMaxWait(Duration.ofSeconds(5))
                        .build();
        scheduler = schedulers.get();
    }

    private static OneTimeTask<Void> task(BackgroundWork kind) {
        return Tasks.oneTime(kind.name())
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    try (MDC.MDCCloseable ignored = MDC.putCloseable("job", instance.getId())) {
                        kind.run(UUID.fromString(instance.getId()));
                    }
                });
    }

    /**
     * Puts a job into the queue, as part of the caller's transaction.
     *
     * @param kind {@link BackgroundWork#name()} of its kind
     * @param job its id
     */
    public void enqueue(String kind, UUID job) {
        @Nullable OneTimeTask<Void> task = tasks.get(kind);
        if (task == null) {
            throw new IllegalArgumentException(
                    "There is no kind of job (%s). Known are: %s.".formatted(kind, tasks.keySet()));
        }
        scheduler.schedule(task.instance(job.toString()), clock.now());
    }

    /**
     * Changes which of the waiting jobs comes first, as part of the caller's transaction. A job that was taken already is left
     * alone.
     *
     * @param kind {@link BackgroundWork#name()} of its kind
     * @param job its id
     * @param priority higher comes first; {@value OneTimeTask#DEFAULT_PRIORITY} is what jobs begin with
     */
    public void prioritise(String kind, UUID job, int priority) {
        jdbc.sql("update scheduled_tasks set priority = ? where task_name = ? and task_instance = ? and not picked")
                .params(priority, kind, job.toString())
                .update();
    }

    @Override
    public void start() {
        if (takesJobs) {
            scheduler.start();
        }
        started = true;
    }

    /** Attempts that run are broken off with what they have saved; the next process that starts goes on with them. */
    @Override
    public void stop() {
        kinds.forEach(BackgroundWork::abandonAll);
        scheduler.stop();
        // a scheduler that was stopped can't be started again
        scheduler = schedulers.get();
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
