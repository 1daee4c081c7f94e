package org.horarium.server.timetable.regeneration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.JobQueue;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.StaleEditException;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.Timetables;
import org.horarium.server.timetable.board.Boards;
import org.horarium.server.timetable.board.EditKind;
import org.horarium.server.timetable.board.OpenDraft;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has parts of drafts placed anew, and makes or throws away what came of it. */
@Service
class Regenerations {
    private static final int MOST_SECONDS = 300;

    private final ScheduleFrames frames;
    private final Timetables timetables;
    private final Boards boards;
    private final RegenerationStore store;
    private final JobQueue queue;
    private final AuditLog audit;

    Regenerations(
            ScheduleFrames frames,
            Timetables timetables,
            Boards boards,
            RegenerationStore store,
            JobQueue queue,
            AuditLog audit) {
        this.frames = frames;
        this.timetables = timetables;
        this.boards = boards;
        this.store = store;
        this.queue = queue;
        this.audit = audit;
    }

    /**
     * What somebody wants.
     *
     * @param activities ids of what may move; what is pinned stays all the same
     * @param scope the same for people
     * @param fewMoves whether few moves matter more than a low cost
     * @param seconds of search
     */
    record Wish(Set<String> activities, String scope, boolean fewMoves, int seconds) {
        Wish {
            activities = Set.copyOf(activities);
        }
    }

    /**
     * Puts a search into the queue.
     *
     * @return its key
     * @throws InvalidInputException when nothing chosen may move, or the time is out of range
     * @throws StaleEditException when the draft has changed since
     * @throws ConflictException when it is no draft any more, or another search of it runs
     */
    @Transactional
    public UUID start(Actor actor, ScheduleId schedule, int number, long version, Wish wish) {
        frames.manage(schedule, actor);
        OpenDraft draft = boards.open(schedule, number, actor);
        Revision revision = draft.revision();
        if (!revision.status().open()) {
            throw new ConflictException("Revision %d is %s and can't be edited. Make a draft of it first."
                    .formatted(number, revision.status().code()));
        }
        if (revision.version() != version) {
            throw new StaleEditException(
                    "Somebody else has changed revision %d meanwhile. Look at it again, then repeat what you wanted."
                            .formatted(number));
        }
        if (wish.seconds() < 1 || wish.seconds() > MOST_SECONDS) {
            throw new InvalidInputException(
                    "/seconds",
                    "The time (%d s) must be between 1 and %d seconds.".formatted(wish.seconds(), MOST_SECONDS));
        }
        Set<String> free = new LinkedHashSet<>(wish.activities());
        free.removeIf(id -> draft.activity(id) == null || AroundPins.isFixed(draft.rules(), id));
        if (free.isEmpty()) {
            throw new InvalidInputException(
                    "/activities",
                    "Nothing of what was chosen (%s) may move: choose activities that are not pinned."
                            .formatted(wish.scope()));
        }
        UUID id = UUID.randomUUID();
        try {
            store.insert(
                    new Regeneration(
                            id,
                            revision.id(),
                            version,
                            List.copyOf(free),
                            wish.scope(),
                            wish.fewMoves(),
                            wish.seconds(),
                            RegenerationStatus.QUEUED,
                            0,
                            null,
                            null,
                            List.of(),
                            null),
                    actor);
        } catch (DuplicateKeyException e) {
            throw new ConflictException(
                    "Somebody is having a part of revision %d placed anew already. Wait for it, or stop it."
                            .formatted(number));
        }
        queue.enqueue(RegenerationWork.NAME, id);
        audit.record(
                actor.email(),
                "timetable.regeneration-began",
                schedule.toString(),
                Map.of("revision", number, "scope", wish.scope(), "activities", free.size()));
        return id;
    }

    /** One, with the draft that it is about. */
    record Found(Regeneration job, Revision revision) {}

    /**
     * Looks one up.
     *
     * @throws NotFoundException when the schedule has no such one, or they look after none of its departments
     */
    @Transactional(readOnly = true)
    public Found get(Actor actor, ScheduleId schedule, UUID id) {
        frames.open(schedule, "", actor);
        return store.find(id)
                .flatMap(job -> timetables.find(job.revision()).map(revision -> new Found(job, revision)))
                .filter(found -> found.revision().schedule().equals(schedule))
                .orElseThrow(() -> new NotFoundException("There is no regeneration (%s).".formatted(id)));
    }

    /** Ends the search early and keeps the best. */
    @Transactional
    public void stop(Actor actor, ScheduleId schedule, UUID id) {
        frames.manage(schedule, actor);
        get(actor, schedule, id);
        store.stop(id);
    }

    /**
     * Makes the moves, as one edit.
     *
     * @return the new version
     * @throws StaleEditException when the draft has changed since the search began
     * @throws ConflictException when there is nothing to accept any more
     */
    @Transactional
    public long accept(Actor actor, ScheduleId schedule, UUID id) {
        frames.manage(schedule, actor);
        Found found = get(actor, schedule, id);
        if (found.job().moves().isEmpty() || !store.decide(id, RegenerationStatus.ACCEPTED)) {
            throw new ConflictException("There is nothing to accept any more (it is %s)."
                    .formatted(found.job().status().code()));
        }
        return boards.change(
                actor,
                schedule,
                found.revision().number(),
                found.job().version(),
                EditKind.REGENERATE,
                found.job().moves(),
                Set.of(),
                found.job().scope());
    }

    /** Throws the moves away. */
    @Transactional
    public void refuse(Actor actor, ScheduleId schedule, UUID id) {
        frames.manage(schedule, actor);
        get(actor, schedule, id);
        if (!store.decide(id, RegenerationStatus.REFUSED)) {
            throw new ConflictException("There is nothing to throw away any more.");
        }
        audit.record(actor.email(), "timetable.regeneration-refused", schedule.toString(), Map.of("id", id));
    }
}
