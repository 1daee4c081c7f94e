package org.horarium.server.timetable.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.engine.verify.Violation;
import org.horarium.formats.college.ActivityPin;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.SchedulePins;
import org.horarium.server.timetable.NewRevision;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.Standing;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens drafts and edits them. Whoever may plan for all departments of a schedule may edit its drafts. Every edit is made
 * against the version that the planner saw; if somebody was quicker it is refused and nothing is changed.
 */
@Service
public class Boards {
    private static final String PARKED = "Taken off the board by %s.";

    private final ScheduleFrames frames;
    private final Timetables timetables;
    private final OpenDrafts drafts;
    private final BoardStore store;
    private final EditWriter writer;
    private final SchedulePins pins;
    private final Standing.Source standings;
    private final AuditLog audit;

    Boards(
            ScheduleFrames frames,
            Timetables timetables,
            OpenDrafts drafts,
            BoardStore store,
            EditWriter writer,
            SchedulePins pins,
            Standing.Source standings,
            AuditLog audit) {
        this.frames = frames;
        this.timetables = timetables;
        this.drafts = drafts;
        this.store = store;
        this.writer = writer;
        this.pins = pins;
        this.standings = standings;
        this.audit = audit;
    }

    /**
     * Opens a revision for somebody who looks after its schedule.
     *
     * @param number of the revision; null for the newest
     * @throws NotFoundException when there is none
     */
    public OpenDraft open(ScheduleId schedule, @Nullable Integer number, Actor actor) {
        frames.open(schedule, "", actor);
        Optional<RevisionSummary> wanted =
                number == null ? timetables.list(schedule).stream().findFirst() : timetables.summary(schedule, number);
        return wanted.flatMap(drafts::known).orElseGet(() -> drafts.open(revision(schedule, number)));
    }

    /** Opens a revision for work in the background; whoever asked for that work has shown that they may. */
    public OpenDraft opened(Revision revision) {
        return drafts.open(revision);
    }

    /** Ends the request unless somebody may look at a schedule. */
    void requireReader(ScheduleId schedule, Actor actor) {
        frames.open(schedule, "", actor);
    }

    private Revision revision(ScheduleId schedule, @Nullable Integer number) {
        return (number == null ? timetables.newest(schedule) : timetables.find(schedule, number))
                .orElseThrow(() -> new NotFoundException(
                        number == null
                                ? "The schedule (%s) has no timetable yet.".formatted(schedule)
                                : "The schedule (%s) has no revision %d of its timetable."
                                        .formatted(schedule, number)));
    }

    /** What was done to a revision, the newest first. */
    @Transactional(readOnly = true)
    List<BoardEdit> history(Revision revision, int most) {
        return store.history(revision.id(), most);
    }

    /**
     * Where everything was before an edit that was not taken back.
     *
     * @param edit its key
     * @throws NotFoundException when the revision has no such edit
     */
    @Transactional(readOnly = true)
    public List<PlacedActivity> before(Revision revision, long edit) {
        Map<String, PlacedActivity> places = new LinkedHashMap<>();
        revision.activities().forEach(a -> places.put(a.activity(), a));
        for (BoardEdit done : store.history(revision.id(), Integer.MAX_VALUE)) {
            if (!done.undone()) {
                for (Change change : done.changes()) {
                    places.remove(change.activity());
                    if (change.before() != null) {
                        places.put(change.activity(), change.before());
                    }
                }
            }
            if (done.id() == edit) {
                return List.copyOf(places.values());
            }
        }
        throw new NotFoundException("Revision %d has no edit (%d).".formatted(revision.number(), edit));
    }

    /**
     * Where everything was after an edit, whatever was done since.
     *
     * @param edit its key; 0 for before the first
     */
    @Transactional(readOnly = true)
    public List<PlacedActivity> since(Revision revision, long edit) {
        return store.history(revision.id(), Integer.MAX_VALUE).stream()
                .filter(done -> !done.undone() && done.id() > edit)
                .mapToLong(BoardEdit::id)
                .min()
                .stream()
                .mapToObj(first -> before(revision, first))
                .findFirst()
                .orElse(revision.activities());
    }

    /** Key of a part of a draft that is being placed anew or waits for a decision, or nothing. */
    @Transactional(readOnly = true)
    Optional<UUID> anew(Revision revision) {
        return store.anew(revision.id());
    }

    /** Who decided that a revision can't be edited any more; nothing while it can. */
    public Optional<Standing> standing(Revision revision) {
        return revision.status().open() ? Optional.empty() : standings.of(revision.id());
    }

    /** What somebody insists on in a revision. */
    @Transactional(readOnly = true)
    public List<Acknowledged> acknowledged(Revision revision) {
        return store.acknowledged(revision.id());
    }

    /**
     * Moves activities.
     *
     * @param actor who does it
     * @param schedule whose timetable
     * @param number of the revision
     * @param version that they saw
     * @param places where the activities go
     * @param reason why a rule may be broken; null if none may
     * @return the new version
     * @throws StaleEditException when the draft has changed since
     * @throws IllegalMoveException when a rule would be broken that was not broken before, and no reason is given
     * @throws AccessDeniedException when they may not edit it, or give a reason and are no administrator
     */
    @Transactional
    public long move(
            Actor actor,
            ScheduleId schedule,
            int number,
            long version,
            List<PlacedActivity> places,
            @Nullable String reason) {
        OpenDraft draft = lock(actor, schedule, number, version);
        Map<String, String> insisted = insisted(draft);
        List<Change> changes = new ArrayList<>();
        places.forEach(place -> changes.add(change(draft, insisted, place.activity(), place, Change.Remarks.NONE)));
        OpenDraft.Judged judged = draft.judge(changes);
        if (judged.fresh().isEmpty()) {
            EditKind kind = changes.size() == 1 ? EditKind.MOVE : EditKind.CHAIN;
            return writer.write(actor, draft, kind, changes, judged, insisted.keySet(), null);
        }
        if (reason == null || reason.isBlank()) {
            throw new IllegalMoveException(
                    judged.fresh().stream().map(Violation::message).toList());
        }
        actor.requireRole(Role.ADMIN);
        List<Change> insisting =
                changes.stream().map(change -> change.insisting(reason)).toList();
        return writer.write(actor, draft, EditKind.OVERRIDE, insisting, judged, insisted.keySet(), reason);
    }

    /**
     * Does several things at once: activities get other places, or are left out on purpose.
     *
     * @param kind as what it is kept
     * @param places where activities go
     * @param leftOut ids of activities that do not take place; they do not count as forgotten
     * @param reason why, for those that are left out and for the history
     * @return the new version
     * @throws StaleEditException when the draft has changed since
     * @throws IllegalMoveException when a rule would be broken that was not broken before
     */
    @Transactional
    public long change(
            Actor actor,
            ScheduleId schedule,
            int number,
            long version,
            EditKind kind,
            List<PlacedActivity> places,
            Set<String> leftOut,
            String reason) {
        OpenDraft draft = lock(actor, schedule, number, version);
        Map<String, String> insisted = insisted(draft);
        List<Change> changes = new ArrayList<>();
        places.forEach(place -> changes.add(change(draft, insisted, place.activity(), place, Change.Remarks.NONE)));
        leftOut.forEach(
                activity -> changes.add(change(draft, insisted, activity, null, new Change.Remarks(reason, reason))));
        OpenDraft.Judged judged = draft.judge(changes);
        if (!judged.fresh().isEmpty()) {
            throw new IllegalMoveException(
                    judged.fresh().stream().map(Violation::message).toList());
        }
        return writer.write(actor, draft, kind, changes, judged, insisted.keySet(), reason);
    }

    /** Takes an activity off the board. It has no place until somebody gives it one. */
    @Transactional
    public long park(Actor actor, ScheduleId schedule, int number, long version, String activity) {
        OpenDraft draft = lock(actor, schedule, number, version);
        if (draft.places().get(activity) == null) {
            throw new ConflictException("The activity (%s) has no place to be taken from.".formatted(activity));
        }
        Map<String, String> insisted = insisted(draft);
        List<Change> changes = List.of(
                change(draft, insisted, activity, null, new Change.Remarks(PARKED.formatted(actor.fullName()), null)));
        return writer.write(actor, draft, EditKind.PARK, changes, draft.judge(changes), insisted.keySet(), null);
    }

    private static Change change(
            OpenDraft draft,
            Map<String, String> insisted,
            String activity,
            @Nullable PlacedActivity after,
            Change.Remarks is) {
        if (after != null) {
            requireKnown(draft, activity);
        }
        String whyNot = draft.revision().unplaced().stream()
                .filter(unplaced -> unplaced.activity().equals(activity))
                .map(Revision.Unplaced::reason)
                .findFirst()
                .orElse(null);
        return new Change(
                activity, draft.places().get(activity), after, new Change.Remarks(whyNot, insisted.get(activity)), is);
    }

    /**
     * Takes back what was done last, whoever did it; or brings back what was taken back last.
     *
     * @param redo whether to bring back
     * @throws ConflictException when there is nothing to take back
     */
    @Transactional
    public long undo(Actor actor, ScheduleId schedule, int number, long version, boolean redo) {
        OpenDraft draft = lock(actor, schedule, number, version);
        BoardEdit edit = (redo
                        ? store.firstUndone(draft.revision().id())
                        : store.lastDone(draft.revision().id()))
                .orElseThrow(() -> new ConflictException(redo ? "Nothing was undone." : "Nothing was changed yet."));
        List<Change> changes = redo
                ? edit.changes()
                : edit.changes().stream().map(Change::reversed).toList();
        // what was there before is there again with its remarks; if the data have changed since, it counts as broken
        OpenDraft.Judged judged = draft.judge(changes);
        return writer.replay(
                actor, draft, edit, changes, judged, insisted(draft).keySet(), redo);
    }

    /**
     * Fixes activities where they are, in time, room and people, for the board and for every generation of the schedule; or
     * lets them go free.
     *
     * @param activities ids; those without a place are left out
     * @param fix whether to fix
     * @return how many
     */
    @Transactional
    public int pin(Actor actor, ScheduleId schedule, int number, Set<String> activities, boolean fix) {
        frames.manage(schedule, actor);
        Revision revision = revision(schedule, number);
        List<PlacedActivity> placed = revision.activities().stream()
                .filter(a -> activities.contains(a.activity()))
                .toList();
        if (fix) {
            pins.pin(
                    schedule,
                    placed.stream()
                            .map(a -> new ActivityPin(
                                    a.activity(),
                                    a.day(),
                                    a.slot(),
                                    a.room(),
                                    a.staff().stream()
                                            .map(PlacedActivity.Staff::person)
                                            .toList()))
                            .toList());
        } else {
            pins.unpin(schedule, activities);
        }
        drafts.forgetData();
        int count = fix ? placed.size() : activities.size();
        audit.record(
                actor.email(),
                fix ? "timetable.pin" : "timetable.unpin",
                schedule.toString(),
                Map.of("revision", number, "activities", activities));
        return count;
    }

    /**
     * Makes a draft of a revision that is not one any more.
     *
     * @return the number of the draft
     */
    @Transactional
    public int copy(Actor actor, ScheduleId schedule, int number) {
        frames.manage(schedule, actor);
        Revision revision = revision(schedule, number);
        Set<String> odd = store.acknowledged(revision.id()).stream()
                .map(Acknowledged::activity)
                .collect(Collectors.toSet());
        long id = timetables.save(new NewRevision(
                schedule,
                null,
                revision.hard(),
                revision.costs(),
                revision.total(),
                revision.frame(),
                revision.activities().stream()
                        .filter(a -> !odd.contains(a.activity()))
                        .toList(),
                revision.unplaced()));
        for (Acknowledged one : store.acknowledged(revision.id())) {
            revision.activities().stream()
                    .filter(a -> a.activity().equals(one.activity()))
                    .forEach(a -> store.place(id, a, isElective(revision, a), true));
            store.insist(id, one.activity(), actor, one.reason());
        }
        int copy = timetables.find(id).orElseThrow().number();
        audit.record(actor.email(), "timetable.copy", schedule.toString(), Map.of("from", number, "to", copy));
        return copy;
    }

    private static boolean isElective(Revision revision, PlacedActivity activity) {
        return revision.frame().templates().stream()
                .anyMatch(template -> template.id().equals(activity.template()) && template.elective());
    }

    private OpenDraft lock(Actor actor, ScheduleId schedule, int number, long version) {
        frames.manage(schedule, actor);
        RevisionSummary seen = timetables
                .summary(schedule, number)
                .orElseThrow(() -> new NotFoundException(
                        "The schedule (%s) has no revision %d of its timetable.".formatted(schedule, number)));
        BoardStore.Head head = store.lock(seen.id());
        if (!head.status().open()) {
            throw new ConflictException(
                    "Revision %d is %s and can't be edited. Make a draft of it first."
                            .formatted(number, head.status().code()),
                    Map.of("status", head.status().code()));
        }
        if (head.version() != version) {
            throw new StaleEditException(
                    "Somebody else has changed revision %d meanwhile (it has version %d, you saw %d). Look at it again, then repeat what you wanted."
                            .formatted(number, head.version(), version));
        }
        return seen.version() == version
                ? drafts.known(seen).orElseGet(() -> drafts.open(revision(schedule, number)))
                : drafts.open(revision(schedule, number));
    }

    private static void requireKnown(OpenDraft draft, String activity) {
        if (draft.activity(activity) == null) {
            throw new InvalidInputException(
                    "/activity",
                    "The activity (%s) is none of this schedule's. Reload the page: the data may have changed."
                            .formatted(activity));
        }
    }

    /** What somebody insists on, with the reasons, by activity. */
    private Map<String, String> insisted(OpenDraft draft) {
        return store.acknowledged(draft.revision().id()).stream()
                .collect(Collectors.toMap(Acknowledged::activity, Acknowledged::reason));
    }
}
