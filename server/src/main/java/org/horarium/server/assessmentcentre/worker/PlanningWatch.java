package org.horarium.server.assessmentcentre.worker;

import java.time.LocalDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.horarium.assessment.PlanListener;
import org.horarium.server.assessmentcentre.PlanningJob;
import org.horarium.server.assessmentcentre.PlanningWish;
import org.horarium.server.assessmentcentre.store.FencedAttemptException;
import org.horarium.server.assessmentcentre.store.PlanningJobStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Stands between an attempt and those who watch it: writes the progress once a second, learns what somebody wishes, and
 * tells the planner when to stop. Safe for use by several threads.
 */
final class PlanningWatch implements PlanListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PlanningWatch.class);

    private final PlanningJob job;
    private final PlanningJobStore jobs;
    private final long begin = System.nanoTime();
    private final ScheduledExecutorService beats;
    private volatile @Nullable LocalDateTime end;
    private volatile @Nullable LocalDateTime earliestEnd;
    private volatile PlanningWish wish;
    private volatile boolean abandoned;
    private volatile @Nullable FencedAttemptException fenced;

    PlanningWatch(PlanningJob job, PlanningJobStore jobs) {
        this.job = job;
        this.jobs = jobs;
        this.wish = job.wish();
        beats = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "planning-" + job.id()));
        beats.scheduleAtFixedRate(this::beat, 0, 1, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            long elapsed = job.progress().elapsedMs() + (System.nanoTime() - begin) / 1_000_000;
            PlanningWish wanted =
                    jobs.heartbeat(job.id(), job.attempt(), new PlanningJob.Progress(end, earliestEnd, elapsed));
            if (wish != PlanningWish.CANCEL) {
                wish = wanted;
            }
        } catch (FencedAttemptException e) {
            fenced = e;
            beats.shutdown();
        } catch (DataAccessException e) {
            // The search is worth more than a heartbeat: go on, and try again in a second.
            LOG.warn("The progress of the planning job ({}) can't be written just now.", job.id(), e);
        } catch (RuntimeException e) {
            LOG.error("The heartbeat of the planning job ({}) failed.", job.id(), e);
        }
    }

    @Override
    public void progress(Progress progress) {
        end = progress.end();
        earliestEnd = progress.earliestEnd();
    }

    @Override
    public boolean cancelled() {
        return abandoned || fenced != null || wish != PlanningWish.NONE;
    }

    PlanningWish wish() {
        return wish;
    }

    /** The process is about to end; the job goes on elsewhere or later. */
    void abandon() {
        abandoned = true;
    }

    /**
     * Whether this attempt may go on to save something.
     *
     * @throws FencedAttemptException if a later one has begun
     * @throws IllegalStateException if the process is about to end: the queue hands out the job again
     */
    void check() {
        FencedAttemptException reason = fenced;
        if (reason != null) {
            throw reason;
        }
        if (abandoned) {
            throw new IllegalStateException("The process ends; the job will be begun again.");
        }
    }

    /** Stops beating, with a last beat so that nothing of the end is missing. */
    @Override
    public void close() {
        beats.shutdown();
        try {
            if (!beats.awaitTermination(5, TimeUnit.SECONDS)) {
                beats.shutdownNow();
            }
        } catch (InterruptedException e) {
            beats.shutdownNow();
            Thread.currentThread().interrupt();
        }
        if (fenced == null) {
            beat();
        }
    }
}
