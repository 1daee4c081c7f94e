package org.horarium.server.schedule;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.formats.college.College;

/** What other modules may do with schedules. Row rules are for the caller to check first, by the schedule's departments. */
public interface Schedules {
    /**
     * The schedule for a scope; made, in status {@link ScheduleStatus#DRAFT}, when there is none yet. The same scope gives
     * the same schedule, also to two callers at once.
     *
     * @throws InvalidScopeException when the scope names something that is not there; tells all faults at once
     */
    Schedule findOrCreate(ScheduleScope scope);

    /** A schedule, or nothing. */
    Optional<Schedule> find(ScheduleId id);

    /**
     * A schedule.
     *
     * @throws ScheduleNotFoundException when there is none with this id
     */
    Schedule get(ScheduleId id);

    /**
     * The other schedules of the same term.
     *
     * @throws ScheduleNotFoundException when there is none with this id
     */
    List<ScheduleId> othersOfTerm(ScheduleId id);

    /**
     * What has to be planned and with what: the college restricted to the schedule. It holds
     *
     * <ul>
     *   <li>the schedule's term;
     *   <li>the batches of its departments, those in its semester of study if it has one, restricted to its chosen
     *       batches and sections if it has any;
     *   <li>the courses for these batches, whichever department teaches them, each for these batches only;
     *   <li>the students of these batches and sections, with those of their electives that are among the courses;
     *   <li>the rooms that belong to the college, are shared, or are owned by a department of the schedule or of one of
     *       the courses;
     *   <li>the people who can give an activity of these courses: the named candidates, and where a requirement names
     *       none, everybody of the course's department who has its role;
     *   <li>preferences of these people about the templates of these courses;
     *   <li>pins of activities of these courses and groups, with their rooms and people, those of the schedule before
     *       those of the term;
     *   <li>of these rooms and people, as further times at which they can't be had, what other schedules of the term have
     *       published for other activities; it counts against the people's load of a week, too;
     *   <li>all equipment, and the buildings and departments that the records above refer to.
     * </ul>
     *
     * Every list is in the order in which the records were entered.
     *
     * @throws ScheduleNotFoundException when there is none with this id
     */
    College college(ScheduleId id);

    /**
     * Notes that a job begins to make the timetable. Of several callers at once, one succeeds.
     *
     * @param job id of the generation job, given again to {@link #endAllocation}
     * @throws AllocationRunningException when another job is at it
     * @throws IllegalStepException when the schedule's status does not allow it, see
     *     {@link ScheduleStep#BEGIN_ALLOCATION}
     * @throws ScheduleNotFoundException when there is none with this id
     */
    void beginAllocation(ScheduleId id, UUID job);

    /**
     * Notes how a job ended. Does nothing, and says so, when this job is not the one that runs (any more), so that it may
     * be called again after a crash.
     *
     * @return whether the job was the running one
     * @throws ScheduleNotFoundException when there is none with this id
     */
    boolean endAllocation(ScheduleId id, UUID job, AllocationOutcome outcome);
}
