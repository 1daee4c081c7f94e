package org.horarium.server.generation.worker;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * The queue of generation jobs, in the database (db-scheduler). Every process with a worker takes jobs from it. Heartbeats
 * every two seconds; after four missing ones a job is taken to be abandoned and begun again.
 */
@Component
public class GenerationScheduler implements SmartLifecycle {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final RunningJobs running;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private volatile boolean started;

    GenerationScheduler(DataSource dataSource, GenerationRun run, RunningJobs running, WorkerSettings settings) {
        this.running = running;
        task = Tasks.oneTime("generate-timetable")
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run.run(UUID.fromString(instance.getId())));
        // The proxy lets an entry of the queue be part of the transaction that makes the job.
        scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .threads(settings.parallelJobs())
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .build();
    }

    /** Puts a job into the queue, as part of the caller's transaction. */
    public void enqueue(UUID job) {
        scheduler.schedule(task.instance(job.toString()), Instant.now());
    }

    @Override
    public void start() {
        scheduler.start();
        started = true;
    }

    /** Attempts that run are broken off with their best plan saved; the next process that starts goes on with them. */
    @Override
    public void stop() {
        running.abandonAll();
        scheduler.stop();
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
