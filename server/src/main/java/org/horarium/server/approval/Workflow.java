package org.horarium.server.approval;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.Settings;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleFrame;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.timetable.DirectPublication;
import org.horarium.server.timetable.Publication;
import org.horarium.server.timetable.Publications;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.TemporaryRevisions;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes steps with revisions. Administrators and the staff of all departments of the schedule may submit and decide; whoever
 * submits can't approve, unless a setting says so; administrators publish, staff if a setting says so. Of two people at once
 * one wins, and the other is told who was quicker.
 */
@Service
public class Workflow implements DirectPublication {
    private static final int REASON_LENGTH = 2000;

    private final Timetables timetables;
    private final Publications publications;
    private final TemporaryRevisions temporary;
    private final WorkflowStore store;
    private final PublishChecks checks;
    private final ScheduleFrames frames;
    private final Settings settings;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;

    Workflow(
            Timetables timetables,
            Publications publications,
            TemporaryRevisions temporary,
            WorkflowStore store,
            PublishChecks checks,
            ScheduleFrames frames,
            Settings settings,
            AuditLog audit,
            ApplicationEventPublisher events) {
        this.timetables = timetables;
        this.publications = publications;
        this.temporary = temporary;
        this.store = store;
        this.checks = checks;
        this.frames = frames;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
    }

    /**
     * A step that somebody wants to take.
     *
     * @param action which
     * @param reason what they say; null for nothing
     * @param version of the revision that they saw; null to take the step whatever has changed
     * @param effectiveFrom for {@link WorkflowAction#PUBLISH}: first day in force; null for today
     */
    public record Request(
            WorkflowAction action,
            @Nullable String reason,
            @Nullable Long version,
            @Nullable LocalDate effectiveFrom) {
        /** A step other than publishing. */
        public static Request of(WorkflowAction action, @Nullable String reason, @Nullable Long version) {
            return new Request(action, reason, version, null);
        }
    }

    /**
     * Where a revision stands.
     *
     * @throws NotFoundException if there is none, or it belongs to departments of which the person looks after none
     */
    @Transactional(readOnly = true)
    public WorkflowState get(Actor actor, UUID workflow) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        RevisionSummary revision = find(workflow);
        ScheduleFrame frame = frames.open(revision.schedule(), "", actor);
        List<WorkflowStep> steps = store.steps(revision.id());
        List<Publication> published = publications.of(revision.schedule());
        Set<WorkflowAction> open = EnumSet.noneOf(WorkflowAction.class);
        for (WorkflowAction action : WorkflowAction.values()) {
            if (action.from().contains(revision.status())
                    && frame.mayManage()
                    && !(action == WorkflowAction.PUBLISH && !mayPublish(actor))
                    && !(action == WorkflowAction.PUBLISH && isNewest(published, revision))
                    && !(action == WorkflowAction.APPROVE && isOwn(actor, steps))) {
                open.add(action);
            }
        }
        return new WorkflowState(revision, frame.schedule(), steps, published, open);
    }

    /**
     * Takes a step.
     *
     * @throws NotFoundException as {@link #get}
     * @throws AccessDeniedException if the person may not take it
     * @throws InvalidInputException if a reason is missing, or the date is out of range
     * @throws StaleEditException if the revision has changed since the version that the person saw
     * @throws ConflictException if the revision is not in a status for it, or can't be published beside what others have
     *     published
     */
    @Transactional
    public WorkflowState take(Actor actor, UUID workflow, Request request) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        RevisionSummary revision = find(workflow);
        Schedule schedule = frames.manage(revision.schedule(), actor);
        WorkflowAction action = request.action();
        if (action == WorkflowAction.PUBLISH && !mayPublish(actor)) {
            throw new AccessDeniedException(
                    "administrators publish timetables; a setting can allow it to the staff of the departments.");
        }
        String reason = reason(action, request.reason());
        if (request.version() != null && request.version() != revision.version()) {
            throw new StaleEditException("The revision has changed since you saw it: %s Reload it, then decide."
                    .formatted(standing(revision)));
        }
        if (!action.from().contains(revision.status())) {
            throw conflict(action, revision);
        }
        if (action == WorkflowAction.APPROVE && isOwn(actor, store.steps(revision.id()))) {
            throw new AccessDeniedException(
                    "you have submitted this timetable yourself, so somebody else has to approve it.");
        }
        if (action == WorkflowAction.PUBLISH) {
            publishForItsDays(actor, schedule, revision, request.effectiveFrom(), reason);
        } else {
            step(actor.email(), revision, action, reason);
        }
        return get(actor, workflow);
    }

    /**
     * Approves or rejects what a generation job made. A draft counts as submitted by who asked for the job.
     *
     * @param job key of the job
     * @param askedBy login of who asked for it
     * @param approve whether to approve, else to reject
     * @param comments what is said; needed to reject
     * @throws NotFoundException if the job made nothing
     * @throws ConflictException and the others as {@link #take}
     */
    @Transactional
    public WorkflowState decideJob(Actor actor, UUID job, String askedBy, boolean approve, @Nullable String comments) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        RevisionSummary made = timetables
                .summaryOfJob(job)
                .orElseThrow(() -> new NotFoundException("The generation job (%s) has no timetable.".formatted(job)));
        frames.manage(made.schedule(), actor);
        WorkflowAction action = approve ? WorkflowAction.APPROVE : WorkflowAction.REJECT;
        reason(action, comments);
        if (made.status() == RevisionStatus.DRAFT) {
            step(askedBy, made, WorkflowAction.SUBMIT_FOR_REVIEW, null);
        }
        return take(actor, made.workflow(), Request.of(action, comments, null));
    }

    /** Whether somebody may publish the timetables of departments that they look after. */
    public boolean mayPublish(Actor actor) {
        return actor.isAdmin() || settings.isOn(ApprovalSettings.STAFF_PUBLISHES);
    }

    private RevisionSummary find(UUID workflow) {
        return timetables
                .summary(workflow)
                .orElseThrow(() -> new NotFoundException("There is no timetable revision (%s).".formatted(workflow)));
    }

    /** Whether four eyes are wanted and this person has submitted the revision. */
    private boolean isOwn(Actor actor, List<WorkflowStep> steps) {
        return settings.isOn(ApprovalSettings.FOUR_EYES)
                && steps.stream()
                        .filter(step -> step.action() == WorkflowAction.SUBMIT_FOR_REVIEW)
                        .reduce((first, second) -> second)
                        .filter(step -> step.actor().equals(actor.email()))
                        .isPresent();
    }

    private static boolean isNewest(List<Publication> published, RevisionSummary revision) {
        return !published.isEmpty() && published.get(0).revision() == revision.id();
    }

    private static @Nullable String reason(WorkflowAction action, @Nullable String said) {
        String reason = said == null || said.isBlank() ? null : said.strip();
        if (reason == null && action.needsReason()) {
            throw new InvalidInputException(
                    "/comments",
                    action == WorkflowAction.REJECT
                            ? "A rejection needs a reason. Say in a few words what has to be different."
                            : "A request for changes needs a reason. Say in a few words what has to be different.");
        }
        if (reason != null && reason.length() > REASON_LENGTH) {
            throw new InvalidInputException(
                    "/comments",
                    "The reason has %d characters, at most %d are kept. Put the details into comments."
                            .formatted(reason.length(), REASON_LENGTH));
        }
        return reason;
    }

    @Override
    public boolean mayPublishAtOnce(Actor actor) {
        return mayPublish(actor)
                && (settings.isOn(ApprovalSettings.REPAIRS_AT_ONCE) || !settings.isOn(ApprovalSettings.FOUR_EYES));
    }

    @Override
    @Transactional
    public void publishAtOnce(Actor actor, UUID workflow, String reason) {
        RevisionSummary revision = find(workflow);
        Schedule schedule = frames.manage(revision.schedule(), actor);
        if (!mayPublishAtOnce(actor)) {
            throw new AccessDeniedException(
                    "repairs are published at once only by those who publish timetables, and only if a setting says so. Submit it for review instead.");
        }
        for (WorkflowAction action : List.of(WorkflowAction.SUBMIT_FOR_REVIEW, WorkflowAction.APPROVE)) {
            if (!action.from().contains(revision.status())) {
                throw conflict(action, revision);
            }
            step(actor.email(), revision, action, reason);
            revision = find(workflow);
        }
        publishForItsDays(actor, schedule, revision, null, reason);
    }

    /**
     * Publishes a revision. One that is meant for some days only is in force on these; what would have been in force after
     * them is published again for then.
     */
    private void publishForItsDays(
            Actor actor,
            Schedule schedule,
            RevisionSummary revision,
            @Nullable LocalDate wanted,
            @Nullable String note) {
        TemporaryRevisions.Days days = temporary.of(revision.id()).orElse(null);
        if (days == null) {
            publish(actor, schedule, revision, wanted, note);
            return;
        }
        LocalDate earliest = wanted == null ? checks.today() : wanted;
        LocalDate from = days.from().isBefore(earliest) ? earliest : days.from();
        if (from.isAfter(days.until())) {
            throw new InvalidInputException(
                    "/effective_from",
                    "The timetable is meant for the days from %s to %s; it can't come into force on %s any more."
                            .formatted(days.from(), days.until(), from));
        }
        List<Publications.Span> spans = new ArrayList<>(Publications.spans(publications.of(schedule.id())));
        publish(actor, schedule, revision, from, note);
        LocalDate after = days.until().plusDays(1);
        Collections.reverse(spans);
        for (Publications.Span span : spans) {
            if ((span.until() == null || span.until().isAfter(after)) && !checks.isOver(schedule, after)) {
                publish(
                        actor,
                        schedule,
                        find(publications.revision(span.publication()).workflow()),
                        span.from().isAfter(after) ? span.from() : after,
                        note);
            }
        }
    }

    private void publish(
            Actor actor,
            Schedule schedule,
            RevisionSummary revision,
            @Nullable LocalDate wanted,
            @Nullable String note) {
        store.lockPublishing();
        Optional<Publication> before = publications.newest(schedule.id());
        if (before.filter(p -> p.revision() == revision.id()).isPresent()) {
            throw new ConflictException(
                    "Revision %d is published already, from %s on. To take it back, publish an older one."
                            .formatted(revision.number(), before.get().effectiveFrom()),
                    Map.of("status", revision.status().code()));
        }
        List<InputError> errors = new ArrayList<>();
        PublishChecks.Result checked = checks.check(schedule, revision, wanted, errors);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        if (!checked.clashes().isEmpty()) {
            throw new ConflictException(
                    "Others have published first what this timetable needs as well: %s Make the timetable anew; it plans around them."
                            .formatted(String.join(
                                    " ", checked.clashes().stream().limit(5).toList())),
                    Map.of("clashes", checked.clashes()));
        }
        step(actor.email(), revision, WorkflowAction.PUBLISH, note);
        Publication publication = publications.add(
                revision,
                checked.from(),
                actor.email(),
                note,
                checked.concerned().count());
        events.publishEvent(
                new TimetablePublished(publication, checked.before(), checked.after(), checked.concerned()));
    }

    private void step(String by, RevisionSummary revision, WorkflowAction action, @Nullable String reason) {
        if (!timetables.move(revision, action.to())) {
            throw conflict(action, find(revision.workflow()));
        }
        RevisionSummary now = find(revision.workflow());
        String hash = now.contentHash() == null ? revision.contentHash() : now.contentHash();
        if (hash == null) {
            throw new IllegalStateException("The revision (%d) was frozen without a hash.".formatted(revision.id()));
        }
        WorkflowStep step = store.add(revision, action, hash, by, reason);
        audit.record(
                by,
                "approval." + action.code(),
                revision.workflow().toString(),
                reason == null
                        ? Map.of(
                                "revision",
                                revision.number(),
                                "schedule",
                                revision.schedule().toString())
                        : Map.of(
                                "revision",
                                revision.number(),
                                "schedule",
                                revision.schedule().toString(),
                                "reason",
                                reason));
        events.publishEvent(new WorkflowStepTaken(now, step));
    }

    private ConflictException conflict(WorkflowAction action, RevisionSummary revision) {
        String wanted = action.from().stream()
                .sorted()
                .map(RevisionStatus::code)
                .reduce((a, b) -> a + " or " + b)
                .orElse("");
        return new ConflictException(
                "This can't be done (%s): %s It has to be %s.".formatted(action.code(), standing(revision), wanted),
                Map.of("status", revision.status().code(), "version", revision.version()));
    }

    /** A sentence about where a revision stands and who brought it there. */
    private String standing(RevisionSummary revision) {
        return store.last(revision.id())
                .map(step -> "revision %d is %s since %s by %s%s."
                        .formatted(
                                revision.number(),
                                revision.status().code(),
                                step.at().toString().substring(0, 19).replace('T', ' ') + " UTC",
                                step.actor(),
                                step.reason() == null ? "" : " (\"" + step.reason() + "\")"))
                .orElse("revision %d is %s."
                        .formatted(revision.number(), revision.status().code()));
    }
}
