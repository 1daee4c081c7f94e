package org.horarium.server.assessmentcentre;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.horarium.assessment.model.Centre;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.server.access.Actor;
import org.horarium.server.assessmentcentre.PlanningJob.Effort;
import org.horarium.server.assessmentcentre.store.PlanStore;
import org.horarium.server.assessmentcentre.store.PlanningJobStore;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.JobQueue;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people can do with planning jobs. Every method checks the row rule first: see {@link CentreGate}. */
@Service
public class PlanningJobs {
    /** Name of this kind of work in the queue. */
    public static final String QUEUE = "plan-assessment-centre";

    /** Longest Idempotency-Key. */
    public static final int MAX_KEY = 200;

    private static final int LISTED = 20;

    private final CentreGate gate;
    private final PlanningJobStore store;
    private final PlanStore plans;
    private final AssessmentCentres centres;
    private final CentreClock clock;
    private final JobQueue queue;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    PlanningJobs(
            CentreGate gate,
            PlanningJobStore store,
            PlanStore plans,
            AssessmentCentres centres,
            CentreClock clock,
            JobQueue queue,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.gate = gate;
        this.store = store;
        this.plans = plans;
        this.centres = centres;
        this.clock = clock;
        this.queue = queue;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Asks for a plan. Returns at once: nothing is planned here.
     *
     * @param key the caller's name for the request, so that sending it twice makes one job; null when that may make two
     * @return the queued job, or the one that the same key has made before
     * @throws InvalidInputException if the effort is out of range
     * @throws ConflictException if the centre is being planned, its day is running, or the key was used for another request
     */
    public PlanningJob start(Actor actor, UUID centreId, Effort effort, @Nullable String key) {
        AssessmentCentre centre = gate.open(actor, centreId);
        check(effort);
        String request = centreId + " " + effort;
        if (key != null) {
            if (key.isBlank() || key.length() > MAX_KEY) {
                throw new InvalidInputException(
                        "", "The Idempotency-Key must have 1 to %d characters.".formatted(MAX_KEY));
            }
            Optional<PlanningJob> made = made(actor, key, request);
            if (made.isPresent()) {
                return made.get();
            }
        }
        UUID id = UUID.randomUUID();
        try {
            transaction.executeWithoutResult(status -> insert(id, actor, centre, effort, key, request));
        } catch (DuplicateKeyException e) {
            return afterCollision(actor, centreId, key, request, e);
        }
        return store.find(id).orElseThrow();
    }

    private void insert(
            UUID id, Actor actor, AssessmentCentre centre, Effort effort, @Nullable String key, String request) {
        plans.current(centre.id()).ifPresent(plan -> {
            if (clock.isRunning(plan)) {
                throw new ConflictException("The day is running: sessions of the plan have begun, and a new plan would"
                        + " move them. Say what happened on the page of the day, and choose a way to go on.");
            }
        });
        store.insert(id, centre.id(), centre.centre(), effort, actor.email(), key, request);
        queue.enqueue(QUEUE, id);
        audit.record(actor.email(), "assessmentcentre.planning-started", id.toString(), Map.of("centre", centre.id()));
    }

    /** The same request at the same moment, or another job of the centre. */
    private PlanningJob afterCollision(
            Actor actor, UUID centreId, @Nullable String key, String request, DuplicateKeyException e) {
        if (key != null) {
            Optional<PlanningJob> made = made(actor, key, request);
            if (made.isPresent()) {
                return made.get();
            }
        }
        PlanningJob open = store.newest(centreId, 1).stream()
                .filter(job -> job.status().open())
                .findFirst()
                .orElseThrow(() -> e);
        throw new ConflictException(
                "The centre is being planned already (job %s). Wait for it, or cancel it.".formatted(open.id()),
                Map.of("job_id", open.id()));
    }

    private Optional<PlanningJob> made(Actor actor, String key, String request) {
        return store.findRequest(actor.email(), key).map(before -> {
            if (!before.request().equals(request)) {
                throw new ConflictException(
                        "The Idempotency-Key (%s) was used for another request, which made the job (%s). Take a new key."
                                .formatted(key, before.id()),
                        Map.of("job_id", before.id()));
            }
            return store.find(before.id()).orElseThrow();
        });
    }

    private static void check(Effort effort) {
        List<InputError> errors = new ArrayList<>();
        if (effort.seconds() < Effort.MIN_SECONDS || effort.seconds() > Effort.MAX_SECONDS) {
            errors.add(new InputError(
                    "/seconds",
                    "The planning may take %d to %d seconds, not %d. For most centres %d is plenty."
                            .formatted(
                                    Effort.MIN_SECONDS, Effort.MAX_SECONDS, effort.seconds(), Effort.DEFAULT_SECONDS)));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    /**
     * A job of a centre.
     *
     * @throws NotFoundException if there is none
     */
    public PlanningJob get(Actor actor, UUID centreId, UUID id) {
        gate.open(actor, centreId);
        return store.find(id)
                .filter(job -> job.centreId().equals(centreId))
                .orElseThrow(() -> new NotFoundException(
                        "The assessment centre (%s) has no planning job (%s).".formatted(centreId, id)));
    }

    /** The newest jobs of a centre. */
    public List<PlanningJob> list(Actor actor, UUID centreId) {
        gate.open(actor, centreId);
        return store.newest(centreId, LISTED);
    }

    /** The newest job of a centre, or nothing. */
    public Optional<PlanningJob> newest(Actor actor, UUID centreId) {
        gate.open(actor, centreId);
        return store.newest(centreId, 1).stream().findFirst();
    }

    /** Number of jobs that a queued job waits for. */
    public int queuedBefore(PlanningJob job) {
        return store.queuedBefore(job.id());
    }

    /**
     * Ends the search and keeps the best plan. Asking twice is no fault.
     *
     * @throws ConflictException if the job has ended
     */
    public PlanningJob stop(Actor actor, UUID centreId, UUID id) {
        return wish(actor, get(actor, centreId, id), PlanningWish.STOP);
    }

    /**
     * Calls a job off; nothing is kept. Asking twice is no fault.
     *
     * @throws ConflictException if the job has ended
     */
    public PlanningJob cancel(Actor actor, UUID centreId, UUID id) {
        PlanningJob job = get(actor, centreId, id);
        boolean gone = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean queued = store.cancelQueued(id);
            if (queued) {
                audit.record(actor.email(), "assessmentcentre.planning-cancel", id.toString(), Map.of());
            }
            return queued;
        }));
        return gone ? store.find(id).orElseThrow() : wish(actor, job, PlanningWish.CANCEL);
    }

    private PlanningJob wish(Actor actor, PlanningJob job, PlanningWish wish) {
        if (job.status() == PlanningStatus.CANCELLED && wish == PlanningWish.CANCEL) {
            return job;
        }
        boolean open = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean noted = store.wish(job.id(), wish);
            if (noted) {
                audit.record(
                        actor.email(),
                        "assessmentcentre.planning-" + wish.code(),
                        job.id().toString(),
                        Map.of());
            }
            return noted;
        }));
        PlanningJob now = store.find(job.id()).orElseThrow();
        if (!open) {
            throw new ConflictException(
                    "The job has ended (%s); there is nothing to %s."
                            .formatted(now.status().code(), wish.code()),
                    Map.of("status", now.status().code()));
        }
        return now;
    }

    /**
     * Makes the change that a refused job suggests.
     *
     * @param number of the suggestion, from 0
     * @param version of the centre that was read; the centre must still be the one that was refused
     * @return the changed centre
     * @throws NotFoundException if there is no such suggestion
     * @throws ConflictException if the centre was changed since the job
     */
    public AssessmentCentre apply(Actor actor, UUID centreId, UUID id, int number, long version) {
        PlanningJob job = get(actor, centreId, id);
        Refusal refusal = job.refusal();
        if (refusal == null || number < 0 || number >= refusal.suggestions().size()) {
            throw new NotFoundException("The planning job (%s) has no suggestion %d.".formatted(id, number));
        }
        if (!gate.open(actor, centreId).centre().equals(job.centre())) {
            throw new ConflictException(
                    "The centre was changed since this was suggested. Plan it again: it may not need it any more.");
        }
        Centre changed = CentreReader.read(refusal.suggestions().get(number).centre());
        return centres.update(actor, centreId, version, changed);
    }
}
