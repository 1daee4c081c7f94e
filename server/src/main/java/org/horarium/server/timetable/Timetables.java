package org.horarium.server.timetable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.schedule.ScheduleId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may do with timetables. Row rules are for the caller to check first. */
@Service
public class Timetables {
    private final RevisionStore store;

    Timetables(RevisionStore store) {
        this.store = store;
    }

    /**
     * Saves a revision as the newest of its schedule, as a draft; as {@link RevisionStatus#PARTIAL} when something is
     * unplaced. All of it or nothing.
     *
     * @return its id
     * @throws org.springframework.dao.DataIntegrityViolationException if an activity is placed twice, or if a room, a
     *     person or a group is needed twice at a time: the database refuses to keep such a timetable
     */
    @Transactional
    public long save(NewRevision revision) {
        return store.insert(revision);
    }

    /** A revision, or nothing. */
    @Transactional(readOnly = true)
    public Optional<Revision> find(long id) {
        return store.find(id);
    }

    /** The revision that a generation job made, or nothing. */
    @Transactional(readOnly = true)
    public Optional<Revision> ofJob(UUID job) {
        return store.idOfJob(job).flatMap(store::find);
    }

    /** The newest revision of a schedule, or nothing. */
    @Transactional(readOnly = true)
    public Optional<Revision> newest(ScheduleId schedule) {
        return store.newestId(schedule).flatMap(store::find);
    }

    /** A revision of a schedule, or nothing. */
    @Transactional(readOnly = true)
    public Optional<Revision> find(ScheduleId schedule, int number) {
        return store.idOf(schedule, number).flatMap(store::find);
    }

    /** All revisions of a schedule, the newest first. */
    @Transactional(readOnly = true)
    public List<RevisionSummary> list(ScheduleId schedule) {
        return store.list(schedule);
    }

    /** The newest approved revision of each schedule, of those in which a person gives something. */
    @Transactional(readOnly = true)
    List<Revision> approvedWithPerson(String person) {
        return revisions(store.approvedIdsWithPerson(person));
    }

    /** The newest approved revision of each schedule, of those in which a group without parts attends something. */
    @Transactional(readOnly = true)
    List<Revision> approvedWithGroup(String leaf) {
        return revisions(store.approvedIdsWithGroup(leaf));
    }

    private List<Revision> revisions(List<Long> ids) {
        return ids.stream().flatMap(id -> store.find(id).stream()).toList();
    }

    /**
     * Notes a decision about the draft that a generation job made.
     *
     * @param job id of the job
     * @param approved whether it was approved, else rejected
     * @return whether there was a draft to decide on
     */
    @Transactional
    public boolean decide(UUID job, boolean approved) {
        return store.decide(job, approved ? RevisionStatus.APPROVED : RevisionStatus.REJECTED);
    }
}
