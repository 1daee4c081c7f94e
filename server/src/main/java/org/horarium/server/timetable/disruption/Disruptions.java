package org.horarium.server.timetable.disruption;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.horarium.engine.edit.PlanEditor;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.institution.TermCalendar;
import org.horarium.server.institution.TermCalendars;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.DirectPublication;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Publication;
import org.horarium.server.timetable.Publications;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.TemporaryRevisions;
import org.horarium.server.timetable.Timetables;
import org.horarium.server.timetable.board.Boards;
import org.horarium.server.timetable.board.EditKind;
import org.horarium.server.timetable.board.OpenDraft;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what a disruption affects and how it can be repaired, and makes drafts of repairs. */
@Service
class Disruptions {
    /** All looking for repairs together, in nanoseconds. */
    private static final long SEARCH_NANOS = 2_500_000_000L;

    private static final int MOST_REASON = 500;
    private static final int MOST_STAND_INS = 8;
    private static final int MOST_OPTIONS = 6;

    private final ScheduleFrames frames;
    private final Schedules schedules;
    private final Timetables timetables;
    private final Publications publications;
    private final TermCalendars calendars;
    private final Boards boards;
    private final TemporaryRevisions temporary;
    private final DisruptionStore store;
    private final DirectPublication publication;
    private final AuditLog audit;

    Disruptions(
            ScheduleFrames frames,
            Schedules schedules,
            Timetables timetables,
            Publications publications,
            TermCalendars calendars,
            Boards boards,
            TemporaryRevisions temporary,
            DisruptionStore store,
            DirectPublication publication,
            AuditLog audit) {
        this.frames = frames;
        this.schedules = schedules;
        this.timetables = timetables;
        this.publications = publications;
        this.calendars = calendars;
        this.boards = boards;
        this.temporary = temporary;
        this.store = store;
        this.publication = publication;
        this.audit = audit;
    }

    /**
     * What a disruption affects.
     *
     * @param what has happened
     * @param days which dates that concerns
     * @param draft the timetable that is in force then, judged by rules that know of it
     * @param published whether it is; else it is the newest revision, because none is
     * @param hits what takes place on lost dates
     * @param repairs of all of it, the best first
     */
    record Outlook(
            Disruption what, LostDays days, OpenDraft draft, boolean published, List<Hit> hits, List<Repair> repairs) {}

    /**
     * An activity that is affected.
     *
     * @param activity where it is
     * @param dates lost dates on which it would take place
     * @param standIns people who could give it, where somebody is absent
     * @param options everything else that could be done for it, the best first
     */
    record Hit(
            PlacedActivity activity, List<LocalDate> dates, List<StandIn> standIns, List<RepairSearch.Step> options) {}

    /** The term of a schedule. */
    @Transactional(readOnly = true)
    public TermCalendar term(Schedule schedule) {
        return calendars
                .of(schedule.term())
                .orElseThrow(() -> new NotFoundException("There is no term (%s) any more.".formatted(schedule.term())));
    }

    /** Today, where the college is. */
    LocalDate today() {
        return calendars.today();
    }

    /** Whether somebody may publish repairs without asking anybody. */
    boolean mayPublishAtOnce(Actor actor) {
        return publication.mayPublishAtOnce(actor);
    }

    /**
     * Works out what a disruption affects. Changes nothing.
     *
     * @throws NotFoundException when there is no timetable, or they look after none of the schedule's departments
     * @throws InvalidInputException when the dates make no sense, or there is no such person, room or activity
     */
    @Transactional(readOnly = true)
    public Outlook look(Actor actor, ScheduleId id, Disruption what) {
        Schedule schedule = frames.open(id, "", actor).schedule();
        TermCalendar term = term(schedule);
        List<Publication> published = publications.of(id);
        Revision newest = timetables
                .newest(id)
                .orElseThrow(() -> new NotFoundException("The schedule (%s) has no timetable yet.".formatted(id)));
        List<InputError> errors = new ArrayList<>();
        CollegeProblem data = CollegeProblem.of(schedules.college(id));
        LostDays days = LostDays.of(what, term, data.college().term().days(), calendars.today(), errors);
        checkSubject(what, data, newest, errors);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        Revision base = published.isEmpty() ? usual(id).orElse(newest) : inForce(published, days);
        OpenDraft draft = OpenDraft.of(
                base,
                data,
                DisruptedProblem.of(data.problem(), data.college().term().days(), what, days, base.activities()));
        List<PlacedActivity> affected = base.activities().stream()
                .filter(a -> draft.activity(a.activity()) != null && DisruptedProblem.concerns(what, a) && days.hits(a))
                .toList();
        long end = System.nanoTime() + SEARCH_NANOS;
        RepairSearch search = new RepairSearch(draft, what, affected, () -> System.nanoTime() - end > 0);
        PlanEditor editor = search.editor();
        List<Hit> hits = affected.stream()
                .map(a -> new Hit(
                        a,
                        days.datesOf(a, term),
                        what.kind() != DisruptionKind.PERSON
                                ? List.of()
                                : new StandIns(draft, editor)
                                        .instead(a, what.subject()).stream()
                                                .limit(MOST_STAND_INS)
                                                .toList(),
                        options(what, search.steps(editor, a))))
                .toList();
        return new Outlook(what, days, draft, !published.isEmpty(), hits, search.repairs());
    }

    private static List<RepairSearch.Step> options(Disruption what, List<RepairSearch.Step> steps) {
        return steps.stream()
                .filter(step -> what.kind() != DisruptionKind.PERSON || !step.sameTime())
                .sorted(Comparator.comparingInt(
                                (RepairSearch.Step step) -> step.after().size())
                        .thenComparingLong(RepairSearch.Step::cost))
                .limit(MOST_OPTIONS)
                .toList();
    }

    private static void checkSubject(Disruption what, CollegeProblem data, Revision newest, List<InputError> errors) {
        boolean known = switch (what.kind()) {
            case PERSON -> data.college().personnel().stream().anyMatch(p -> p.id().equals(what.subject()));
            case ROOM -> data.college().rooms().stream().anyMatch(r -> r.id().equals(what.subject()));
            case ACTIVITY -> data.activities().stream().anyMatch(a -> a.id().equals(what.subject()));
        };
        if (!known) {
            errors.add(new InputError(
                    "/subject",
                    "There is no %s (%s) in the data of revision %d. Choose another."
                            .formatted(what.kind().code(), what.subject(), newest.number())));
        }
    }

    /**
     * The timetable that a schedule has as a rule: the one in force today or next, else the newest draft. What is meant for some
     * days only, or was rejected, is none, unless there is nothing else.
     */
    @Transactional(readOnly = true)
    public Optional<Revision> usual(ScheduleId id) {
        List<Publications.Span> spans = Publications.spans(publications.of(id));
        if (!spans.isEmpty()) {
            return Optional.of(spans.stream()
                    .filter(span -> span.contains(calendars.today()))
                    .findFirst()
                    .or(() -> spans.stream().min(Comparator.comparing(Publications.Span::from)))
                    .map(span -> publications.revision(span.publication()))
                    .orElseThrow());
        }
        List<RevisionSummary> all = timetables.list(id);
        return all.stream()
                .filter(revision -> revision.status() != RevisionStatus.REJECTED
                        && temporary.of(revision.id()).isEmpty())
                .findFirst()
                .or(() -> all.stream().findFirst())
                .flatMap(revision -> timetables.find(revision.id()));
    }

    /** The revision that is in force on all days of a repair. */
    private Revision inForce(List<Publication> published, LostDays days) {
        List<Publications.Span> spans = Publications.spans(published);
        for (Publications.Span span : spans) {
            if (span.from().isAfter(days.from()) && !span.from().isAfter(days.until())) {
                throw new InvalidInputException(
                        "/last",
                        "Another timetable (revision %d) comes into force on %s, in the middle of this. Report the days before and the days from then on one after the other."
                                .formatted(span.publication().number(), span.from()));
            }
        }
        return spans.stream()
                .filter(span -> span.contains(days.from()))
                .findFirst()
                .map(span -> publications.revision(span.publication()))
                .orElseThrow(() -> new InvalidInputException(
                        "/first", "No timetable is in force on %s yet.".formatted(days.from())));
    }

    /**
     * Makes a draft that repairs a disruption.
     *
     * @param base number of the revision that the person saw as the one in force
     * @param places where activities go
     * @param leftOut activities that do not take place
     * @param reason what happened, for those who decide and those who are concerned
     * @param atOnce whether to publish it as well
     * @return the number of the draft
     * @throws InvalidInputException when the dates make no sense, nothing is changed, or the reason is missing
     * @throws StaleEditException when another timetable has come into force meanwhile
     * @throws org.horarium.server.platform.ConflictException when the changes break a rule, or can't be published
     * @throws org.springframework.security.access.AccessDeniedException when they may not
     */
    @Transactional
    public int repair(
            Actor actor,
            ScheduleId id,
            Disruption what,
            int base,
            List<PlacedActivity> places,
            Set<String> leftOut,
            String reason,
            boolean atOnce) {
        Schedule schedule = frames.manage(id, actor);
        String said = reason.strip();
        if (said.isEmpty() || said.length() > MOST_REASON) {
            throw new InvalidInputException(
                    "/reason",
                    "Say in a few words what has happened (1 to %d characters, there are %d)."
                            .formatted(MOST_REASON, said.length()));
        }
        if (places.isEmpty() && leftOut.isEmpty()) {
            throw new InvalidInputException(
                    "/places", "Nothing is chosen. Choose something for at least one activity.");
        }
        TermCalendar term = term(schedule);
        List<InputError> errors = new ArrayList<>();
        CollegeProblem data = CollegeProblem.of(schedules.college(id));
        LostDays days = LostDays.of(what, term, data.college().term().days(), calendars.today(), errors);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        List<Publication> published = publications.of(id);
        Revision seen = timetables
                .find(id, base)
                .orElseThrow(() -> new NotFoundException(
                        "The schedule (%s) has no revision %d of its timetable.".formatted(id, base)));
        if (!published.isEmpty() && inForce(published, days).id() != seen.id()) {
            throw new StaleEditException(
                    "Another timetable has come into force meanwhile. Look again what is affected.");
        }
        int number = boards.copy(actor, id, base);
        Revision draft = timetables.find(id, number).orElseThrow();
        store.insert(draft.id(), seen.id(), what, days, said, actor);
        boards.change(actor, id, number, draft.version(), EditKind.REPAIR, places, leftOut, said);
        audit.record(
                actor.email(),
                "timetable.disruption",
                id.toString(),
                Map.of(
                        "revision", number,
                        "kind", what.kind().code(),
                        "subject", what.subject(),
                        "from", days.from().toString(),
                        "until", days.until().toString(),
                        "reason", said));
        if (atOnce) {
            publication.publishAtOnce(actor, draft.workflow(), said);
        }
        return number;
    }
}
