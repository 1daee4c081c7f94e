package org.horarium.server.approval;

import java.util.List;
import java.util.Set;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.timetable.Publication;
import org.horarium.server.timetable.RevisionSummary;

/**
 * Where a revision stands, for one person.
 *
 * @param revision the revision
 * @param schedule whose timetable it is
 * @param steps what was done, the first first
 * @param publications of the schedule, the newest first
 * @param open the actions that this person may take now
 */
public record WorkflowState(
        RevisionSummary revision,
        Schedule schedule,
        List<WorkflowStep> steps,
        List<Publication> publications,
        Set<WorkflowAction> open) {
    public WorkflowState {
        steps = List.copyOf(steps);
        publications = List.copyOf(publications);
        open = Set.copyOf(open);
    }

    /** Whether this revision is the one that was published last. */
    public boolean publishedLast() {
        return !publications.isEmpty() && publications.get(0).revision() == revision.id();
    }

    /** Whether somebody may take an action, for pages. */
    public boolean may(String action) {
        return open.contains(WorkflowAction.of(action));
    }
}
