package org.horarium.server.approval;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.Publication;
import org.horarium.server.timetable.Publications;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All that waits for somebody, over all schedules of which they look after any department. */
@Service
public class ApprovalBoard {
    private static final int MOST = 50;

    private final Timetables timetables;
    private final Publications publications;
    private final Schedules schedules;
    private final WorkflowStore store;

    ApprovalBoard(Timetables timetables, Publications publications, Schedules schedules, WorkflowStore store) {
        this.timetables = timetables;
        this.publications = publications;
        this.schedules = schedules;
        this.store = store;
    }

    /**
     * A revision on the board.
     *
     * @param revision where it stands
     * @param schedule whose timetable it is
     * @param last step that was taken; null when there was none
     * @param publication of this revision; null when it was not published
     */
    public record Item(
            RevisionSummary revision,
            Schedule schedule,
            @Nullable WorkflowStep last,
            @Nullable Publication publication) {}

    /** Revisions in a status, the newest first, at most {@value #MOST}. */
    @Transactional(readOnly = true)
    public List<Item> in(Actor actor, RevisionStatus status) {
        return items(actor, status, item -> true);
    }

    /** Approved revisions that are newer than what is published of their schedule. */
    @Transactional(readOnly = true)
    public List<Item> toPublish(Actor actor) {
        return items(
                actor,
                RevisionStatus.APPROVED,
                item -> publications
                        .newest(item.schedule().id())
                        .filter(p -> p.number() > item.revision().number())
                        .isEmpty());
    }

    /** What was published last of each schedule, the newest first. */
    @Transactional(readOnly = true)
    public List<Item> published(Actor actor) {
        return items(
                actor,
                RevisionStatus.PUBLISHED,
                item -> item.publication() != null
                        && publications
                                .newest(item.schedule().id())
                                .filter(p -> p.revision() == item.revision().id())
                                .isPresent());
    }

    private List<Item> items(Actor actor, RevisionStatus status, Predicate<Item> wanted) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        return timetables.list(status).stream()
                .flatMap(revision -> item(actor, revision).stream())
                .filter(wanted)
                .limit(MOST)
                .toList();
    }

    private Optional<Item> item(Actor actor, RevisionSummary revision) {
        return schedules
                .find(revision.schedule())
                .filter(schedule -> schedule.departments().stream().anyMatch(actor::mayManage))
                .map(schedule -> new Item(
                        revision,
                        schedule,
                        store.last(revision.id()).orElse(null),
                        publications.of(schedule.id()).stream()
                                .filter(p -> p.revision() == revision.id())
                                .findFirst()
                                .orElse(null)));
    }
}
