package org.horarium.server.explanation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.horarium.formats.Fault;
import org.horarium.formats.college.College;
import org.horarium.formats.college.check.CollegeChecks;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.explanation.store.ExplanationStore;
import org.horarium.server.explanation.words.Telling;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.JobQueue;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people can do with explanations. Every method checks the row rule first: to look, one must look after one of the
 * schedule's departments; to do something, after all of them. Suggestions are carried out by
 * {@link org.horarium.server.explanation.remedy.RemedyService}.
 */
@Service
public class Explanations {
    /** Name of this kind of work in the queue. */
    public static final String QUEUE = "explain-schedule";

    private final ExplanationStore store;
    private final Schedules schedules;
    private final ScheduleFrames frames;
    private final JobQueue queue;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Explanations(
            ExplanationStore store,
            Schedules schedules,
            ScheduleFrames frames,
            JobQueue queue,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.store = store;
        this.schedules = schedules;
        this.frames = frames;
        this.queue = queue;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What counting says about a schedule as it is now. */
    public Preflight preflight(Actor actor, ScheduleId schedule) {
        frames.open(schedule, "", actor);
        College college = schedules.college(schedule);
        List<Fault> faults = CollegeChecks.check(college);
        if (!faults.isEmpty()) {
            return new Preflight(faults.stream().map(Fault::message).toList(), List.of());
        }
        CollegeProblem problem = CollegeProblem.of(college);
        return new Preflight(
                List.of(),
                new Telling(problem).impossible(org.horarium.engine.explain.Preflight.check(problem.problem())));
    }

    /**
     * Asks for an explanation. Returns at once.
     *
     * @param generationJob the failed job that is to be explained; null for none
     * @param seconds how long it may take
     * @throws InvalidInputException if the time is out of range
     * @throws ConflictException if the schedule is being explained already
     */
    public Explanation start(Actor actor, ScheduleId schedule, @Nullable UUID generationJob, int seconds) {
        frames.manage(schedule, actor);
        if (seconds < Explanation.MIN_SECONDS || seconds > Explanation.MAX_SECONDS) {
            throw new InvalidInputException(
                    "/seconds",
                    "An explanation may take %d to %d seconds, not %d. For most schedules %d is plenty."
                            .formatted(
                                    Explanation.MIN_SECONDS,
                                    Explanation.MAX_SECONDS,
                                    seconds,
                                    Explanation.DEFAULT_SECONDS));
        }
        UUID id = UUID.randomUUID();
        try {
            transaction.executeWithoutResult(status -> {
                store.insert(id, schedule, generationJob, seconds, actor.email());
                queue.enqueue(QUEUE, id);
                audit.record(
                        actor.email(), "explanation.start", id.toString(), Map.of("schedule", schedule.toString()));
            });
        } catch (DuplicateKeyException e) {
            Explanation open =
                    newest(actor, schedule).filter(one -> one.status().open()).orElseThrow(() -> e);
            throw new ConflictException(
                    "The schedule is being explained already (%s). Wait for it, or stop it.".formatted(open.id()),
                    Map.of("explanation_id", open.id()));
        }
        return store.find(id).orElseThrow();
    }

    /**
     * An explanation of a schedule.
     *
     * @throws NotFoundException if there is none
     */
    public Explanation get(Actor actor, ScheduleId schedule, UUID id) {
        frames.open(schedule, "", actor);
        return store.find(id)
                .filter(explanation -> explanation.schedule().equals(schedule))
                .orElseThrow(() -> missing(schedule, id));
    }

    private static NotFoundException missing(ScheduleId schedule, UUID id) {
        return new NotFoundException(
                "There is no explanation (%s) of the schedule (%s). Old ones are forgotten: ask for a new one."
                        .formatted(id, schedule));
    }

    /** The newest explanation of a schedule, or nothing. */
    public Optional<Explanation> newest(Actor actor, ScheduleId schedule) {
        frames.open(schedule, "", actor);
        return store.newest(schedule, 1).stream().findFirst();
    }

    /** Ends an explanation with what it has found. Asking twice, or too late, is no fault. */
    public Explanation stop(Actor actor, ScheduleId schedule, UUID id) {
        frames.manage(schedule, actor);
        Explanation explanation = get(actor, schedule, id);
        store.wantStop(explanation.id());
        return store.find(id).orElseThrow();
    }

    /** Whether the data are still those that an explanation is about. */
    public boolean current(Explanation explanation) {
        return explanation.fingerprint() != null
                && Objects.equals(Fingerprint.of(schedules.college(explanation.schedule())), explanation.fingerprint());
    }
}
