package org.horarium.server.generation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.engine.variant.Variant;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.generation.store.JobStore;
import org.horarium.server.generation.store.LiveProgress;
import org.horarium.server.generation.store.VariantStore;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.Timetables;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The variants that jobs have made. Whoever may look at the schedule for planning may see them; choosing one takes looking
 * after all departments of the schedule.
 */
@Service
public class JobVariants {
    /** Most jobs that are offered to choose variants of. */
    private static final int JOBS = 20;

    /** The version of a draft that nobody has touched. */
    private static final long UNTOUCHED = 1;

    private final JobStore jobs;
    private final VariantStore variants;
    private final Timetables timetables;
    private final ScheduleFrames frames;
    private final LiveProgress live;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    JobVariants(
            JobStore jobs,
            VariantStore variants,
            Timetables timetables,
            ScheduleFrames frames,
            LiveProgress live,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.variants = variants;
        this.timetables = timetables;
        this.frames = frames;
        this.live = live;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The newest jobs of a schedule that have made variants, also while they run. The caller has opened the schedule. */
    public List<GenerationJob> jobsOf(ScheduleId schedule) {
        return jobs.withVariants(schedule, JOBS);
    }

    /**
     * A job, for somebody who wants to look at its variants.
     *
     * @throws NotFoundException if there is none, or they look after no department of its schedule
     */
    public GenerationJob job(Actor actor, UUID id) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        GenerationJob job = jobs.find(id)
                .orElseThrow(() ->
                        new NotFoundException("There is no generation job (%s). See the list of jobs.".formatted(id)));
        frames.open(job.schedule(), "", actor);
        return job;
    }

    /** The variants of a job that are there, the balanced one first. */
    public List<JobVariant> list(Actor actor, UUID job) {
        return variants.list(job(actor, job).id());
    }

    /**
     * A variant.
     *
     * @throws NotFoundException if the job has not made it; says which there are
     */
    public JobVariant get(Actor actor, UUID job, Variant variant) {
        return find(job(actor, job).id(), variant);
    }

    /**
     * A variant by its key.
     *
     * @throws NotFoundException if there is none, or they look after no department of its schedule
     */
    public JobVariant get(Actor actor, UUID variant) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        JobVariant found = variants.find(variant)
                .orElseThrow(() -> new NotFoundException("There is no variant (%s).".formatted(variant)));
        job(actor, found.job());
        return found;
    }

    /** What a variant holds; whoever has the variant may see it. */
    public NewRevision content(JobVariant variant) {
        return variants.content(variant.id());
    }

    /** What all variants of a job hold; for somebody who may see the job. */
    public Map<Variant, NewRevision> contents(Actor actor, UUID job) {
        return variants.contents(job(actor, job).id());
    }

    /** What was chosen of a job, the newest first; the first one holds. */
    public List<VariantChoice> choices(Actor actor, UUID job) {
        return variants.choices(job(actor, job).id());
    }

    /**
     * Makes a variant the draft of its schedule. Earlier drafts stay among the revisions; choosing another variant again
     * takes nothing away. Choosing what is chosen already, and was not edited since, changes nothing.
     *
     * @return the draft
     * @throws NotFoundException if the job has not made the variant, or they look after no department of its schedule
     * @throws org.springframework.security.access.AccessDeniedException if they do not look after all of them
     * @throws ConflictException if the job has not ended well, or the timetable chosen before waits for a decision
     */
    public RevisionSummary choose(Actor actor, UUID job, Variant variant) {
        frames.manage(job(actor, job).schedule(), actor);
        RevisionSummary draft =
                Objects.requireNonNull(transaction.execute(status -> chooseWhileHeld(actor, job, variant)));
        live.forgetResult(job);
        return draft;
    }

    private RevisionSummary chooseWhileHeld(Actor actor, UUID job, Variant variant) {
        JobStatus status = jobs.hold(job).orElseThrow();
        if (status.open() || status == JobStatus.FAILED || status == JobStatus.CANCELLED) {
            throw new ConflictException(
                    "The job is %s; a variant can be chosen when it is completed.".formatted(status.code()),
                    Map.of("status", status.code()));
        }
        JobVariant wanted = find(job, variant);
        Optional<RevisionSummary> before = timetables.summaryOfJob(job);
        Optional<VariantChoice> held = variants.choices(job).stream().findFirst();
        if (before.isPresent() && before.get().status() == RevisionStatus.PENDING_REVIEW) {
            throw new ConflictException(
                    "The timetable that was chosen before (revision %d) waits for a decision. Ask for changes there first, then choose another one."
                            .formatted(before.get().number()),
                    Map.of("workflow_id", before.get().workflow()));
        }
        if (before.isPresent()
                && held.isPresent()
                && held.get().variant() == variant
                && held.get().revision() == before.get().id()
                && before.get().status() == RevisionStatus.DRAFT
                && before.get().version() == UNTOUCHED) {
            return before.get();
        }
        long revision = timetables.save(variants.content(wanted.id()));
        variants.choose(wanted.id(), revision, actor.email());
        jobs.reopen(job);
        RevisionSummary draft = timetables.summaryOfJob(job).orElseThrow();
        Map<String, Object> detail = new HashMap<>();
        detail.put("variant", variant.label());
        detail.put("revision", draft.number());
        held.ifPresent(choice -> detail.put("instead_of", choice.variant().label()));
        audit.record(actor.email(), "generation.choose", job.toString(), detail);
        return draft;
    }

    private JobVariant find(UUID job, Variant variant) {
        return variants.find(job, variant)
                .orElseThrow(() -> new NotFoundException("The job has no variant '%s'; it has: %s."
                        .formatted(
                                variant.label(),
                                variants.list(job).stream()
                                        .map(v -> v.variant().label())
                                        .collect(Collectors.joining(", ")))));
    }
}
