package org.horarium.server.explanation.worker;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.horarium.engine.explain.ExplainOptions;
import org.horarium.engine.explain.Explainer;
import org.horarium.engine.explain.Relaxation;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.InvalidProblemException;
import org.horarium.engine.model.Plan;
import org.horarium.formats.Fault;
import org.horarium.formats.college.College;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.explanation.Explanation;
import org.horarium.server.explanation.Explanations;
import org.horarium.server.explanation.Fingerprint;
import org.horarium.server.explanation.remedy.Remedies;
import org.horarium.server.explanation.store.ExplanationStore;
import org.horarium.server.explanation.store.FencedExplanationException;
import org.horarium.server.explanation.words.Telling;
import org.horarium.server.platform.BackgroundWork;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Explanations as a kind of work of the queue: one attempt is load, explain, save. */
@Component
class ExplanationWork implements BackgroundWork {
    /** An explanation that was interrupted so often is given up: most likely it is what kills the workers. */
    static final int MAX_ATTEMPTS = 3;

    private static final Logger LOG = LoggerFactory.getLogger(ExplanationWork.class);

    private final ExplanationStore store;
    private final Schedules schedules;
    private final Colleges colleges;
    private final Timetables timetables;
    private final String worker = "process-" + ProcessHandle.current().pid();
    private final Map<UUID, ExplanationWatch> running = new ConcurrentHashMap<>();

    ExplanationWork(ExplanationStore store, Schedules schedules, Colleges colleges, Timetables timetables) {
        this.store = store;
        this.schedules = schedules;
        this.colleges = colleges;
        this.timetables = timetables;
    }

    @Override
    public String name() {
        return Explanations.QUEUE;
    }

    @Override
    public void abandonAll() {
        running.values().forEach(ExplanationWatch::abandon);
    }

    @Override
    public void run(UUID id) {
        Optional<Explanation> begun = store.beginAttempt(id, worker);
        if (begun.isEmpty()) {
            LOG.info("The explanation ({}) has ended already.", id);
            return;
        }
        Explanation explanation = begun.get();
        try {
            attempt(explanation);
            LOG.info("Explanation ({}), attempt ({}) ends.", id, explanation.attempt());
        } catch (FencedExplanationException e) {
            LOG.warn("Nothing more of this attempt is saved: {}", e.getMessage());
        } catch (ExplanationWatch.AbandonedException e) {
            throw e;
        } catch (RuntimeException e) {
            if (explanation.attempt() < MAX_ATTEMPTS) {
                throw e;
            }
            LOG.error("The explanation ({}) is given up after {} attempts.", id, explanation.attempt(), e);
            store.finish(
                    id,
                    explanation.attempt(),
                    explanation.elapsedMs(),
                    "Something went wrong on the server, %d times: %s. The server's log says more."
                            .formatted(explanation.attempt(), e));
        }
    }

    private void attempt(Explanation explanation) {
        if (explanation.attempt() > MAX_ATTEMPTS) {
            store.finish(
                    explanation.id(),
                    explanation.attempt(),
                    explanation.elapsedMs(),
                    "The worker was interrupted %d times while explaining. Maybe it has too little memory; the server's log says more."
                            .formatted(MAX_ATTEMPTS));
            return;
        }
        College college = schedules.college(explanation.schedule());
        List<Fault> faults = CollegeChecks.check(college);
        if (!faults.isEmpty()) {
            store.finish(
                    explanation.id(),
                    explanation.attempt(),
                    0,
                    faults.stream().map(Fault::message).collect(Collectors.joining("\n")));
            return;
        }
        CollegeProblem problem;
        try {
            problem = CollegeProblem.of(college);
        } catch (InvalidProblemException e) {
            store.finish(explanation.id(), explanation.attempt(), 0, String.valueOf(e.getMessage()));
            return;
        }
        explain(explanation, problem);
    }

    private void explain(Explanation explanation, CollegeProblem problem) {
        Remedies remedies =
                new Remedies(problem, colleges.whole(problem.college().term().id()));
        Telling telling = new Telling(problem);
        String fingerprint = Fingerprint.of(problem.college());
        try (ExplanationWatch watch = new ExplanationWatch(
                explanation,
                store,
                soFar -> store.found(
                        explanation.id(), explanation.attempt(), fingerprint, telling.findings(soFar, remedies)))) {
            running.put(explanation.id(), watch);
            org.horarium.engine.explain.Explanation found = Explainer.explain(
                    problem.problem(),
                    new ExplainOptions(
                            unplaced(explanation, problem),
                            Duration.ofSeconds(explanation.seconds()),
                            remedies::mayGiveWay),
                    watch,
                    watch.stop());
            watch.check();
            store.found(explanation.id(), explanation.attempt(), fingerprint, telling.findings(found, remedies));
            store.plans(
                    explanation.id(),
                    found.relaxations().stream()
                            .<@Nullable Plan>map(Relaxation::plan)
                            .toList());
            store.finish(explanation.id(), explanation.attempt(), watch.elapsedMs(), null);
        } finally {
            running.remove(explanation.id());
        }
    }

    /** What the failed job could not place, as far as it is still planned. */
    private List<String> unplaced(Explanation explanation, CollegeProblem problem) {
        if (explanation.generationJob() == null) {
            return List.of();
        }
        Set<String> planned = problem.problem().events().stream().map(Event::id).collect(Collectors.toSet());
        return timetables.ofJob(explanation.generationJob()).map(Revision::unplaced).orElse(List.of()).stream()
                .map(Revision.Unplaced::activity)
                .filter(planned::contains)
                .toList();
    }
}
