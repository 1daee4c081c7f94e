package org.horarium.assessment.repair;

import java.util.List;
import org.horarium.assessment.Wording;
import org.horarium.assessment.model.Plan;

/**
 * One way to go on.
 *
 * @param title its character: {@code Fewest people}
 * @param plan the whole plan, what has happened included
 * @param delayMinutes how much later it ends than before, in working minutes; negative for earlier
 * @param sessionsChanged how many sessions have another time, room or assessor, or are dropped
 * @param notices who must be told what; nobody else is affected
 * @param warnings what can't be as planned any more, such as a new assessor for a group
 */
public record RepairOption(
        String title, Plan plan, int delayMinutes, int sessionsChanged, List<Notice> notices, List<Wording> warnings) {
    public RepairOption {
        notices = List.copyOf(notices);
        warnings = List.copyOf(warnings);
    }
}
