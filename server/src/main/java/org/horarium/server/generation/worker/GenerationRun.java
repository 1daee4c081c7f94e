package org.horarium.server.generation.worker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.engine.model.InvalidProblemException;
import org.horarium.engine.model.Plan;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.Fault;
import org.horarium.formats.college.College;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.Progress;
import org.horarium.server.generation.Wish;
import org.horarium.server.generation.store.CheckpointStore;
import org.horarium.server.generation.store.CheckpointStore.Checkpoint;
import org.horarium.server.generation.store.FencedException;
import org.horarium.server.generation.store.JobStore;
import org.horarium.server.generation.store.LiveProgress;
import org.horarium.server.schedule.Schedules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One attempt at a job: load, check, search, verify, save. */
@Component
class GenerationRun {
    /** A job that was interrupted so often is given up: most likely it is what kills the workers. */
    static final int MAX_ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(GenerationRun.class);

    private final JobStore jobs;
    private final CheckpointStore checkpoints;
    private final LiveProgress live;
    private final Schedules schedules;
    private final Solver solver;
    private final Outcomes outcomes;
    private final RunningJobs running;
    private final WorkerSettings settings;

    GenerationRun(
            JobStore jobs,
            CheckpointStore checkpoints,
            LiveProgress live,
            Schedules schedules,
            Solver solver,
            Outcomes outcomes,
            RunningJobs running,
            WorkerSettings settings) {
        this.jobs = jobs;
        this.checkpoints = checkpoints;
        this.live = live;
        this.schedules = schedules;
        this.solver = solver;
        this.outcomes = outcomes;
        this.running = running;
        this.settings = settings;
    }

    /**
     * Makes the next attempt at a job. Does nothing if the job has ended.
     *
     * @throws RuntimeException when the attempt was interrupted; the job is still open and should be tried again
     */
    void run(UUID id) {
        Optional<GenerationJob> begun = jobs.beginAttempt(id, settings.worker());
        if (begun.isEmpty()) {
            LOG.info("The generation job ({}) has ended already.", id);
            return;
        }
        GenerationJob job = begun.get();
        LOG.info("Generation job ({}), attempt ({}) begins.", id, job.attempt());
        Control control = running.begin(id);
        try {
            control.wish(job.wish());
            JobStatus status = attempt(job, control);
            LOG.info("Generation job ({}), attempt ({}) ends: {}.", id, job.attempt(), status.code());
            jobs.find(id).ifPresent(this::publish);
        } catch (FencedException e) {
            LOG.warn("Nothing of this attempt is saved: {}", e.getMessage());
        } catch (Control.AbandonedException e) {
            throw e;
        } catch (RuntimeException e) {
            giveUpOrRethrow(job, e);
        } finally {
            running.end(id, control);
        }
    }

    private JobStatus attempt(GenerationJob job, Control control) {
        if (control.wish() == Wish.CANCEL) {
            outcomes.cancel(job);
            return JobStatus.CANCELLED;
        }
        if (job.attempt() > MAX_ATTEMPTS) {
            return fail(
                    job,
                    "The worker was interrupted %d times while making this timetable. Maybe it has too little memory; the server's log says more."
                            .formatted(MAX_ATTEMPTS));
        }
        Optional<Checkpoint> earlier = checkpoints.best(job.id());
        long elapsedBefore = earlier.map(Checkpoint::elapsedMs).orElse(0L);
        Recorder recorder = new Recorder();
        Pulse pulse = new Pulse(job.id(), job.attempt(), elapsedBefore, recorder, control, jobs, checkpoints, live);
        CollegeProblem problem;
        Solution solution;
        try {
            College college = schedules.college(job.schedule());
            List<Fault> faults = CollegeChecks.check(college);
            if (!faults.isEmpty()) {
                pulse.close();
                return fail(job, message(faults));
            }
            problem = CollegeProblem.of(college);
            solution = solver.solve(
                    problem.problem(),
                    options(job, elapsedBefore)
                            .startingFrom(earlier.map(Checkpoint::plan).orElse(Plan.EMPTY)),
                    recorder,
                    control.stop());
            recorder.saving();
            control.check();
            pulse.close();
        } catch (InvalidProblemException e) {
            pulse.close();
            return fail(job, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            pulse.closeWithCheckpoint();
            throw e;
        }
        if (control.wish() == Wish.CANCEL) {
            outcomes.cancel(job);
            return JobStatus.CANCELLED;
        }
        return outcomes.save(job, problem, best(problem, solution, earlier));
    }

    /** What can be kept of this attempt's plan or of an earlier attempt's, whichever is better. */
    private static PlaceablePart best(CollegeProblem problem, Solution solution, Optional<Checkpoint> earlier) {
        PlaceablePart found = PlaceablePart.of(problem.problem(), solution.plan(), solution.unplaced());
        if (earlier.isEmpty()) {
            return found;
        }
        Plan before = earlier.get().plan();
        // The data may have changed since: what the verifier says now is what counts.
        boolean better = Verifier.verify(problem.problem(), before).score().compareTo(found.score()) < 0;
        return better ? PlaceablePart.of(problem.problem(), before, List.of()) : found;
    }

    /** The rest of the time budget, but always a tenth of it: an interruption must not leave nothing to search with. */
    private SolverOptions options(GenerationJob job, long elapsedBefore) {
        Duration budget = job.request().timeBudget();
        Duration rest = budget.minusMillis(elapsedBefore);
        Duration least = budget.dividedBy(10);
        return new SolverOptions(
                rest.compareTo(least) < 0 ? least : rest,
                settings.threads(),
                job.request().seed(),
                Effort.WHOLE_LIMIT);
    }

    private JobStatus fail(GenerationJob job, String reason) {
        outcomes.fail(job, reason);
        return JobStatus.FAILED;
    }

    private void giveUpOrRethrow(GenerationJob job, RuntimeException e) {
        if (job.attempt() < MAX_ATTEMPTS) {
            throw e;
        }
        LOG.error("The generation job ({}) is given up after {} attempts.", job.id(), job.attempt(), e);
        outcomes.fail(
                job,
                "Something went wrong on the server, %d times: %s. The server's log says more."
                        .formatted(job.attempt(), e));
        jobs.find(job.id()).ifPresent(this::publish);
    }

    private void publish(GenerationJob job) {
        Progress progress = job.progress();
        live.publish(new LiveProgress.Live(job.id(), job.status(), job.attempt(), progress, job.updatedAt()));
    }

    private static String message(List<Fault> faults) {
        return faults.stream().map(Fault::message).collect(Collectors.joining("\n"));
    }
}
