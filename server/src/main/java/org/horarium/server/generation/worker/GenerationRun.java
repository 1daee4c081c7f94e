package org.horarium.server.generation.worker;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.horarium.engine.model.InvalidProblemException;
import org.horarium.engine.model.Plan;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.variant.Kpis;
import org.horarium.engine.variant.Variant;
import org.horarium.engine.variant.VariantListener;
import org.horarium.engine.variant.VariantOptions;
import org.horarium.engine.variant.VariantSet;
import org.horarium.engine.variant.VariantSet.Made;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.Fault;
import org.horarium.formats.college.College;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.JobVariant;
import org.horarium.server.generation.Wish;
import org.horarium.server.generation.store.CheckpointStore;
import org.horarium.server.generation.store.CheckpointStore.Checkpoint;
import org.horarium.server.generation.store.FencedException;
import org.horarium.server.generation.store.JobStore;
import org.horarium.server.generation.store.LiveProgress;
import org.horarium.server.generation.store.VariantStore;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.PlacedPlan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** One attempt at a job: load, check, search for the variants that are not there yet, verify, save. */
@Component
class GenerationRun {
    /** A job that was interrupted so often is given up: most likely it is what kills the workers. */
    static final int MAX_ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(GenerationRun.class);

    private final JobStore jobs;
    private final CheckpointStore checkpoints;
    private final LiveProgress live;
    private final Schedules schedules;
    private final PublishedPlans published;
    private final VariantStore variants;
    private final VariantSearch search;
    private final Outcomes outcomes;
    private final RunningJobs running;
    private final WorkerSettings settings;

    GenerationRun(
            JobStore jobs,
            CheckpointStore checkpoints,
            LiveProgress live,
            Schedules schedules,
            PublishedPlans published,
            VariantStore variants,
            VariantSearch search,
            Outcomes outcomes,
            RunningJobs running,
            WorkerSettings settings) {
        this.jobs = jobs;
        this.checkpoints = checkpoints;
        this.live = live;
        this.schedules = schedules;
        this.published = published;
        this.variants = variants;
        this.search = search;
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
            return outcomes.giveUp(
                    job,
                    "The worker was interrupted %d times while making this timetable. Maybe it has too little memory; the server's log says more."
                            .formatted(MAX_ATTEMPTS));
        }
        Optional<Checkpoint> earlier = checkpoints.best(job.id());
        List<JobVariant> madeBefore = variants.list(job.id());
        long elapsedBefore = LongStream.concat(
                        earlier.stream().mapToLong(Checkpoint::elapsedMs),
                        madeBefore.stream().mapToLong(JobVariant::elapsedMs))
                .max()
                .orElse(0);
        if (elapsedBefore > 0) {
            LOG.info(
                    "Generation job ({}), attempt ({}) goes on from what was saved after {} ms.",
                    job.id(),
                    job.attempt(),
                    elapsedBefore);
        }
        Recorder recorder = new Recorder(
                job.progress(),
                elapsedBefore,
                madeBefore.stream().map(JobVariant::variant).collect(Collectors.toSet()));
        Pulse pulse = new Pulse(job.id(), job.attempt(), recorder, control, jobs, checkpoints, live);
        CollegeProblem problem;
        VariantKeeper keeper;
        VariantSet set;
        try {
            College college = schedules.college(job.schedule());
            List<Fault> faults = CollegeChecks.check(college);
            if (!faults.isEmpty()) {
                pulse.close();
                return fail(job, message(faults));
            }
            problem = CollegeProblem.of(college);
            Plan reference = published.of(job.schedule(), problem).orElse(null);
            keeper = new VariantKeeper(job, problem, reference != null, elapsedBefore, variants);
            pulse.saves(keeper);
            SolverOptions limits = options(job, elapsedBefore)
                    .startingFrom(earlier.map(Checkpoint::plan).orElse(Plan.EMPTY));
            VariantSet found = search.make(
                    problem.problem(),
                    new VariantOptions(limits, job.request().variants(), reference, VariantOptions.APART)
                            .keeping(plans(job, problem)),
                    new Told(recorder, keeper, control),
                    control.stop());
            set = withBest(problem, found, earlier, reference);
            if (set != found) {
                set.plans().forEach(keeper::take);
            }
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
        return outcomes.save(job, problem, set, keeper);
    }

    /** What earlier attempts have made. */
    private Map<Variant, Plan> plans(GenerationJob job, CollegeProblem problem) {
        Map<Variant, Plan> plans = new EnumMap<>(Variant.class);
        variants.contents(job.id())
                .forEach((variant, content) -> plans.put(variant, PlacedPlan.of(content.activities(), problem)));
        return plans;
    }

    /** If there is only one plan, and an earlier attempt had a better one, that one. */
    private static VariantSet withBest(
            CollegeProblem problem, VariantSet set, Optional<Checkpoint> earlier, @Nullable Plan reference) {
        if (set.plans().size() > 1 || earlier.isEmpty()) {
            return set;
        }
        Solution found = set.plans().get(0).solution();
        Plan before = earlier.get().plan();
        // The data may have changed since: what the verifier says now is what counts.
        Verdict verdict = Verifier.verify(problem.problem(), before);
        if (verdict.score().compareTo(found.verdict().score()) >= 0) {
            return set;
        }
        Solution better =
                new Solution(before, verdict, List.of(), found.elapsed(), found.timeToFeasible(), found.moves());
        return new VariantSet(
                List.of(new Made(Variant.BALANCED, better, Kpis.of(problem.problem(), before, reference))),
                set.missing());
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

    /** Tells both, who looks at the progress and who keeps the variants. */
    private record Told(Recorder recorder, VariantKeeper keeper, Control control) implements VariantListener {
        @Override
        public void progress(Variant variant, SolverEvent event, double progress) {
            recorder.progress(variant, event, progress);
        }

        @Override
        public void made(Made made) {
            // a search that was broken off is not ready: the next attempt goes on with it
            if (!control.isOver()) {
                recorder.made(made);
                keeper.take(made);
            }
        }
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
        outcomes.giveUp(
                job,
                "Something went wrong on the server, %d times: %s. The server's log says more."
                        .formatted(job.attempt(), e));
        jobs.find(job.id()).ifPresent(this::publish);
    }

    private void publish(GenerationJob job) {
        live.publish(new LiveProgress.Live(job.id(), job.status(), job.attempt(), job.progress()));
    }

    private static String message(List<Fault> faults) {
        return faults.stream().map(Fault::message).collect(Collectors.joining("\n"));
    }
}
