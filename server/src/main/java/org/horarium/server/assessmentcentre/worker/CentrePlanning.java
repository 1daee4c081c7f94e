package org.horarium.server.assessmentcentre.worker;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.horarium.assessment.AssessmentPlanner;
import org.horarium.assessment.Limits;
import org.horarium.assessment.Outcome;
import org.horarium.server.assessmentcentre.PlanningJob;
import org.horarium.server.assessmentcentre.PlanningJobs;
import org.horarium.server.assessmentcentre.PlanningStatus;
import org.horarium.server.assessmentcentre.PlanningWish;
import org.horarium.server.assessmentcentre.store.FencedAttemptException;
import org.horarium.server.assessmentcentre.store.PlanningJobStore;
import org.horarium.server.platform.BackgroundWork;
import org.horarium.server.platform.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Planning jobs as a kind of work of the queue: one attempt is plan, verify, save. */
@Component
class CentrePlanning implements BackgroundWork {
    /** A job that was interrupted so often is given up: most likely it is what kills the workers. */
    static final int MAX_ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(CentrePlanning.class);
    /** What is left for an attempt after an interruption, at least. */
    private static final double LEAST_SHARE = 0.1;

    private final PlanningJobStore jobs;
    private final PlanningOutcomes outcomes;
    private final String worker;
    private final int threads;
    private final Map<UUID, PlanningWatch> running = new ConcurrentHashMap<>();

    CentrePlanning(PlanningJobStore jobs, PlanningOutcomes outcomes, ServerSettings settings) {
        worker = settings.process();
        threads = settings.searchThreads();
        this.jobs = jobs;
        this.outcomes = outcomes;
    }

    @Override
    public String name() {
        return PlanningJobs.QUEUE;
    }

    @Override
    public void abandonAll() {
        running.values().forEach(PlanningWatch::abandon);
    }

    @Override
    public void run(UUID id) {
        Optional<PlanningJob> begun = jobs.beginAttempt(id, worker);
        if (begun.isEmpty()) {
            LOG.info("The planning job ({}) has ended already.", id);
            return;
        }
        PlanningJob job = begun.get();
        try {
            PlanningStatus status = attempt(job);
            LOG.info("Planning job ({}), attempt ({}) ends: {}.", id, job.attempt(), status.code());
        } catch (FencedAttemptException e) {
            LOG.warn("Nothing of this attempt is saved: {}", e.getMessage());
        } catch (RuntimeException e) {
            if (job.attempt() < MAX_ATTEMPTS) {
                throw e;
            }
            LOG.error("The planning job ({}) is given up after {} attempts.", id, job.attempt(), e);
            outcomes.fail(
                    job,
                    "Something went wrong on the server, %d times: %s. The server's log says more."
                            .formatted(job.attempt(), e));
        }
    }

    private PlanningStatus attempt(PlanningJob job) {
        if (job.wish() == PlanningWish.CANCEL) {
            return outcomes.cancel(job);
        }
        if (job.attempt() > MAX_ATTEMPTS) {
            return outcomes.fail(
                    job,
                    "The worker was interrupted %d times while planning. Maybe it has too little memory; the server's log says more."
                            .formatted(MAX_ATTEMPTS));
        }
        Outcome outcome;
        try (PlanningWatch watch = new PlanningWatch(job, jobs)) {
            running.put(job.id(), watch);
            outcome = AssessmentPlanner.plan(job.centre(), limits(job), watch);
            watch.check();
            if (watch.wish() == PlanningWish.CANCEL) {
                return outcomes.cancel(job);
            }
        } finally {
            running.remove(job.id());
        }
        return outcomes.save(job, outcome);
    }

    /** The rest of the time, but always a tenth of it: an interruption must not leave nothing to search with. */
    private Limits limits(PlanningJob job) {
        double all = job.effort().seconds();
        double rest = Math.max(all * LEAST_SHARE, all - job.progress().elapsedMs() / 1000.0);
        return new Limits(rest, threads, job.effort().seed(), true);
    }
}
