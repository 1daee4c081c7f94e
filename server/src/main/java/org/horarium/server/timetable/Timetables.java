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

    /** The newest revision that comes from a generation job, or nothing. */
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

    /** A revision of a schedule, without what it holds; or nothing. */
    @Transactional(readOnly = true)
    public Optional<RevisionSummary> summary(ScheduleId schedule, int number) {
        return store.summary(schedule, number);
    }

    /** All revisions of a schedule, the newest first. */
    @Transactional(readOnly = true)
    public List<RevisionSummary> list(ScheduleId schedule) {
        return store.list(schedule);
    }

    /** All revisions in a status, the newest first. */
    @Transactional(readOnly = true)
    public List<RevisionSummary> list(RevisionStatus status) {
        return store.list(status);
    }

    /** The revision with a key, without what it holds; or nothing. */
    @Transactional(readOnly = true)
    public Optional<RevisionSummary> summary(UUID workflow) {
        return store.summary(workflow);
    }

    /** The newest revision that comes from a generation job, without what it holds; or nothing. */
    @Transactional(readOnly = true)
    public Optional<RevisionSummary> summaryOfJob(UUID job) {
        return store.summaryOfJob(job);
    }

    /**
     * Moves a revision to another status, if nobody has changed it since it was read. Whoever calls has checked that there
     * is such a step and that the person may take it.
     *
     * @param read as it was when the decision was made
     * @return whether it was moved; false when somebody else was quicker
     */
    @Transactional
    public boolean move(RevisionSummary read, RevisionStatus to) {
        return store.move(read.id(), read.version(), read.status(), to);
    }
}
