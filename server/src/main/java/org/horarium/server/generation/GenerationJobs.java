package org.horarium.server.generation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.horarium.engine.model.Plan;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.approval.Workflow;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.generation.GenerationRequest.Search;
import org.horarium.server.generation.store.CheckpointStore;
import org.horarium.server.generation.store.JobStore;
import org.horarium.server.generation.store.LiveProgress;
import org.horarium.server.generation.store.VariantStore;
import org.horarium.server.generation.worker.TimetableGeneration;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.JobQueue;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.NumberedPage;
import org.horarium.server.schedule.AllocationOutcome;
import org.horarium.server.schedule.AllocationRunningException;
import org.horarium.server.schedule.IllegalStepException;
import org.horarium.server.schedule.InvalidScopeException;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.Schedules;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people can do with generation jobs. Every method checks the row rule first: an admin may see and do everything, staff
 * what belongs to their departments, faculty and students nothing.
 */
@Service
public class GenerationJobs {
    private final JobStore store;
    private final VariantStore variants;
    private final CheckpointStore checkpoints;
    private final LiveProgress live;
    private final JobQueue queue;
    private final Schedules schedules;
    private final ScheduleFrames frames;
    private final Workflow workflow;
    private final AuditLog audit;
    private final JobNotices notices;
    private final TransactionTemplate transaction;

    GenerationJobs(
            JobStore store,
            VariantStore variants,
            CheckpointStore checkpoints,
            LiveProgress live,
            JobQueue queue,
            Schedules schedules,
            ScheduleFrames frames,
            Workflow workflow,
            AuditLog audit,
            JobNotices notices,
            TransactionTemplate transaction) {
        this.store = store;
        this.variants = variants;
        this.checkpoints = checkpoints;
        this.live = live;
        this.queue = queue;
        this.schedules = schedules;
        this.frames = frames;
        this.workflow = workflow;
        this.audit = audit;
        this.notices = notices;
        this.transaction = transaction;
    }

    /**
     * Asks for a timetable. Returns at once: nothing is loaded or solved here.
     *
     * @param actor who asks
     * @param request what for
     * @param idempotency the caller's name for the request; null when sending it twice may make two jobs
     * @param known faults that the caller has found already, to be told together with those found here
     * @return the queued job, or the one that the same key has made before
     * @throws InvalidInputException with every fault of the request
     * @throws ConflictException if a job runs for the schedule already, or the key was used for something else
     */
    public GenerationJob start(
            Actor actor, GenerationRequest request, @Nullable Idempotency idempotency, List<InputError> known) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        actor.requireManage(request.scope().department());
        if (idempotency != null) {
            Optional<GenerationJob> made = made(actor, idempotency);
            if (made.isPresent()) {
                return made.get();
            }
        }
        UUID id = UUID.randomUUID();
        try {
            transaction.executeWithoutResult(
                    status -> insert(id, actor, resolve(request, known), request, null, idempotency));
        } catch (DuplicateKeyException e) {
            // The same request at the same moment: the other one has made the job.
            if (idempotency == null) {
                throw e;
            }
            return made(actor, idempotency).orElseThrow(() -> e);
        }
        return queued(id);
    }

    /**
     * Asks for the timetable of a schedule that is there already. The job counts as one of the schedule's first department.
     *
     * @param actor who asks; looks after all departments of the schedule
     * @param id the schedule
     * @param search how to search
     * @param start a plan without hard violations to begin with; null to begin with nothing
     * @return the queued job
     * @throws InvalidInputException if the time budget is out of range
     * @throws ConflictException if a job runs for the schedule already
     */
    public GenerationJob start(Actor actor, ScheduleId id, Search search, @Nullable Plan start) {
        Schedule schedule = frames.manage(id, actor);
        List<InputError> errors = faults(search.timeBudget());
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        ScheduleScope scope = new ScheduleScope(
                schedule.departments().get(0),
                schedule.groups().size() == 1 ? schedule.groups().get(0) : null,
                schedule.semester(),
                schedule.academicYear());
        UUID job = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            insert(
                    job,
                    actor,
                    id,
                    new GenerationRequest(scope, search.timeBudget(), search.seed(), search.variants()),
                    null,
                    null);
            if (start != null) {
                checkpoints.begin(job, start);
            }
        });
        return queued(job);
    }

    private GenerationJob queued(UUID id) {
        GenerationJob job = store.find(id).orElseThrow();
        live.queued(job);
        return job;
    }

    private void insert(
            UUID id,
            Actor actor,
            ScheduleId schedule,
            GenerationRequest request,
            @Nullable UUID retryOf,
            @Nullable Idempotency idempotency) {
        try {
            schedules.beginAllocation(schedule, id);
        } catch (AllocationRunningException e) {
            throw new ConflictException(String.valueOf(e.getMessage()), Map.of("job_id", e.job()));
        } catch (IllegalStepException e) {
            throw new ConflictException(String.valueOf(e.getMessage()));
        }
        store.insert(id, schedule, schedules.get(schedule).name(), request, retryOf, actor.email(), idempotency);
        queue.enqueue(TimetableGeneration.NAME, id);
        audit.record(actor.email(), "generation.start", id.toString(), detail(schedule, retryOf));
    }

    private static Map<String, String> detail(ScheduleId schedule, @Nullable UUID retryOf) {
        return retryOf == null
                ? Map.of("schedule", schedule.toString())
                : Map.of("schedule", schedule.toString(), "retry_of", retryOf.toString());
    }

    /** The schedule of the request; tells what is wrong with the scope together with what is wrong with the rest. */
    private ScheduleId resolve(GenerationRequest request, List<InputError> known) {
        List<InputError> errors = new ArrayList<>(known);
        ScheduleId schedule = null;
        try {
            schedule = schedules.findOrCreate(request.scope()).id();
        } catch (InvalidScopeException e) {
            e.faults().forEach(fault -> errors.add(new InputError(pointer(fault.field()), fault.message())));
        }
        errors.addAll(faults(request.timeBudget()));
        if (schedule == null || !errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        return schedule;
    }

    private static List<InputError> faults(Duration budget) {
        long seconds = budget.toSeconds();
        if (seconds >= GenerationRequest.MIN_SECONDS && seconds <= GenerationRequest.MAX_SECONDS) {
            return List.of();
        }
        return List.of(new InputError(
                "/time_budget_seconds",
                "The time budget (%d s) is outside %d to %d seconds. For most departments %d is plenty."
                        .formatted(
                                seconds,
                                GenerationRequest.MIN_SECONDS,
                                GenerationRequest.MAX_SECONDS,
                                GenerationRequest.DEFAULT_SECONDS)));
    }

    private static String pointer(String field) {
        return switch (field) {
            case "department" -> "/department_id";
            case "batch" -> "/batch_id";
            case "academicYear" -> "/academic_year";
            default -> "/" + field;
        };
    }

    private Optional<GenerationJob> made(Actor actor, Idempotency idempotency) {
        return store.findRequest(actor.email(), idempotency.key()).map(before -> {
            if (!before.request().equals(idempotency.request())) {
                throw new ConflictException(
                        "The Idempotency-Key (%s) was used for another request, which made the job (%s). Take a new key."
                                .formatted(idempotency.key(), before.id()),
                        Map.of("job_id", before.id()));
            }
            return store.find(before.id()).orElseThrow();
        });
    }

    /**
     * A job.
     *
     * @throws NotFoundException if there is none
     */
    public GenerationJob get(Actor actor, UUID id) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        GenerationJob job = store.find(id)
                .orElseThrow(() ->
                        new NotFoundException("There is no generation job (%s). See the list of jobs.".formatted(id)));
        actor.requireManage(job.request().scope().department());
        return job;
    }

    /**
     * Jobs, the newest first.
     *
     * @param schedule only of this; null for all
     * @param after continue after this job; null to begin
     * @param limit how many at most
     */
    public List<GenerationJob> list(Actor actor, @Nullable ScheduleId schedule, @Nullable UUID after, int limit) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        return store.list(actor.isAdmin() ? null : actor.departments(), schedule, after, limit);
    }

    /**
     * Jobs that are looked for, the newest first, a page at a time.
     *
     * @param search part of the schedule's name, the department, the batch, the academic year or the login of who asked
     * @param status only in this; null for all
     * @param number of the page, from 1
     */
    public NumberedPage<GenerationJob> page(Actor actor, String search, @Nullable JobStatus status, int number) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Set<String> departments = actor.isAdmin() ? null : actor.departments();
        long total = store.count(departments, search, status);
        NumberedPage.Place place = NumberedPage.place(number, total);
        return new NumberedPage<>(
                store.page(departments, search, status, place.offset(), NumberedPage.SIZE), place.number(), total);
    }

    /**
     * Asks again for what a job did not make, with the same wishes and another seed.
     *
     * @return the new job
     * @throws ConflictException if the job has not failed or been called off, or another one runs for the schedule
     */
    public GenerationJob retry(Actor actor, UUID id) {
        GenerationJob job = get(actor, id);
        if (job.status() != JobStatus.FAILED && job.status() != JobStatus.CANCELLED) {
            throw new ConflictException(
                    "The job is %s; only a failed or cancelled one can be tried again. Maybe generate anew instead."
                            .formatted(job.status().code()),
                    Map.of("status", job.status().code()));
        }
        GenerationRequest request = job.request();
        GenerationRequest again = new GenerationRequest(
                request.scope(), request.timeBudget(), GenerationRequest.anySeed(), request.variants());
        UUID next = UUID.randomUUID();
        transaction.executeWithoutResult(status -> insert(next, actor, job.schedule(), again, id, null));
        return queued(next);
    }

    /** How far a job is: live while it runs, as in the database else. */
    public Progress progress(GenerationJob job) {
        if (!job.status().open()) {
            return job.progress();
        }
        return live.read(job.id())
                .filter(l -> l.attempt() == job.attempt())
                .filter(l -> l.progress().elapsedMs() >= job.progress().elapsedMs())
                .map(LiveProgress.Live::progress)
                .orElse(job.progress());
    }

    /** The variant of a job that was chosen last, for somebody who may see the job; nothing where there is none. */
    public Optional<VariantChoice> chosen(GenerationJob job) {
        return variants.choices(job.id()).stream().findFirst();
    }

    /** Number of jobs that a queued job waits for. */
    public int queuedBefore(GenerationJob job) {
        return store.queuedBefore(job.id());
    }

    /**
     * Changes which of the queued jobs comes first.
     *
     * @throws ConflictException if the job is not queued any more
     */
    public GenerationJob prioritise(Actor actor, UUID id, JobPriority priority) {
        GenerationJob job = get(actor, id);
        boolean queued = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean changed = store.prioritise(id, priority);
            if (changed) {
                queue.prioritise(TimetableGeneration.NAME, id, priority.rank());
                audit.record(
                        actor.email(),
                        "generation.priority",
                        id.toString(),
                        Map.of("from", job.priority().code(), "to", priority.code()));
            }
            return changed;
        }));
        GenerationJob now = store.find(id).orElseThrow();
        if (!queued) {
            throw new ConflictException(
                    "The job is %s; only a queued one can be given another priority."
                            .formatted(now.status().code()),
                    Map.of("status", now.status().code()));
        }
        return now;
    }

    /**
     * Ends the search and keeps the best timetable. Asking twice is no fault.
     *
     * @throws ConflictException if the job has ended
     */
    public GenerationJob stop(Actor actor, UUID id) {
        return wish(actor, id, Wish.STOP);
    }

    /**
     * Calls a job off; nothing is kept. Asking twice is no fault.
     *
     * @throws ConflictException if the job has ended
     */
    public GenerationJob cancel(Actor actor, UUID id) {
        GenerationJob job = get(actor, id);
        boolean gone = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean queued = store.cancelQueued(id);
            if (queued) {
                schedules.endAllocation(job.schedule(), id, AllocationOutcome.WITHOUT_RESULT);
                audit.record(actor.email(), "generation.cancel", id.toString(), Map.of());
                notices.calledOff(job, actor);
            }
            return queued;
        }));
        return gone ? store.find(id).orElseThrow() : wish(actor, id, Wish.CANCEL);
    }

    private GenerationJob wish(Actor actor, UUID id, Wish wish) {
        GenerationJob job = get(actor, id);
        if (job.status() == JobStatus.CANCELLED && wish == Wish.CANCEL) {
            return job;
        }
        boolean open = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean noted = store.wish(id, wish);
            if (noted) {
                audit.record(actor.email(), "generation." + wish.code(), id.toString(), Map.of());
                if (wish == Wish.CANCEL) {
                    notices.calledOff(job, actor);
                }
            }
            return noted;
        }));
        if (!open) {
            throw new ConflictException(
                    "The job has ended (%s); there is nothing to %s."
                            .formatted(get(actor, id).status().code(), wish.code()),
                    Map.of("status", get(actor, id).status().code()));
        }
        live.tell(id, wish);
        return store.find(id).orElseThrow();
    }

    /**
     * Approves or rejects the timetable of a completed job, as {@link Workflow#decideJob} does.
     *
     * @param approve whether to approve, else to reject
     * @param comments reason; must say something when rejecting
     * @throws InvalidInputException if a rejection has no reason
     * @throws ConflictException if the job is not waiting for a decision
     */
    public GenerationJob decide(Actor actor, UUID id, boolean approve, @Nullable String comments) {
        GenerationJob job = get(actor, id);
        if (job.status() != JobStatus.COMPLETED) {
            throw new ConflictException(
                    "The job is %s; only a completed one can be decided on."
                            .formatted(job.status().code()),
                    Map.of("status", job.status().code()));
        }
        workflow.decideJob(actor, id, job.createdBy(), approve, comments);
        return store.find(id).orElseThrow();
    }
}
