package org.horarium.server.generation.worker;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.Progress;
import org.horarium.server.generation.store.CheckpointStore;
import org.horarium.server.generation.store.FencedException;
import org.horarium.server.generation.store.JobStore;
import org.horarium.server.generation.store.LiveProgress;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * The heartbeat of an attempt: once a second it writes the progress to Redis and to the database, learns from the database
 * what somebody wishes, and saves the variants that are ready; every few seconds it saves the best plan.
 */
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final int CHECKPOINT_EVERY = 3;

    private final UUID job;
    private final int attempt;
    private final Recorder recorder;
    private final Control control;
    private final JobStore jobs;
    private final CheckpointStore checkpoints;
    private final LiveProgress live;
    private final ScheduledExecutorService clock;
    private int beats;
    private long savedAt = -1;
    private volatile @Nullable VariantKeeper keeper;

    /** Begins to beat. */
    Pulse(
            UUID job,
            int attempt,
            Recorder recorder,
            Control control,
            JobStore jobs,
            CheckpointStore checkpoints,
            LiveProgress live) {
        this.job = job;
        this.attempt = attempt;
        this.recorder = recorder;
        this.control = control;
        this.jobs = jobs;
        this.checkpoints = checkpoints;
        this.live = live;
        clock = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "generation-pulse-" + job));
        clock.scheduleAtFixedRate(this::beat, 0, 1, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            Progress now = recorder.progress();
            live.publish(new LiveProgress.Live(job, JobStatus.RUNNING, attempt, now));
            control.wish(jobs.heartbeat(job, attempt, now));
            VariantKeeper ready = keeper;
            if (ready != null) {
                ready.save();
            }
            if (beats++ % CHECKPOINT_EVERY == CHECKPOINT_EVERY - 1) {
                checkpoint();
            }
        } catch (FencedException e) {
            control.fence(e);
            clock.shutdown();
        } catch (DataAccessException e) {
            // The search is worth more than a heartbeat: go on, and try again in a second.
            LOG.warn("The progress of the generation job ({}) can't be written just now.", job, e);
        } catch (RuntimeException e) {
            LOG.error("The heartbeat of the generation job ({}) failed.", job, e);
        }
    }

    /** From now on, each beat saves the variants that have become ready. */
    void saves(VariantKeeper variants) {
        keeper = variants;
    }

    private void checkpoint() {
        Recorder.Best best = recorder.best();
        if (best != null && best.elapsedMs() > savedAt) {
            checkpoints.save(job, attempt, best.plan(), best.score(), best.elapsedMs());
            savedAt = best.elapsedMs();
        }
    }

    /** Stops beating, with a last beat so that nothing of the end is missing. */
    @Override
    public void close() {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
                clock.shutdownNow();
            }
        } catch (InterruptedException e) {
            clock.shutdownNow();
            Thread.currentThread().interrupt();
        }
        beat();
    }

    /** As {@link #close()}, and saves the best plan: the attempt ends without a result, another one will go on. */
    void closeWithCheckpoint() {
        close();
        try {
            checkpoint();
        } catch (DataAccessException | FencedException e) {
            LOG.warn("The best plan of the generation job ({}) can't be saved; the next attempt begins anew.", job, e);
        }
    }
}
