package org.horarium.assessment;

import java.time.LocalDateTime;
import java.util.List;
import org.horarium.assessment.verify.Measures;

/**
 * What is known about a plan.
 *
 * @param measures its goals, per assessor and per room
 * @param earliestEnd no plan ends before this time
 * @param levels one for each goal, in their order
 * @param notes for people: what was decided that they may not expect, and why
 * @param seconds how long the planning took
 */
public record PlanSummary(
        Measures measures, LocalDateTime earliestEnd, List<GoalLevel> levels, List<Wording> notes, double seconds) {
    public PlanSummary {
        levels = List.copyOf(levels);
        notes = List.copyOf(notes);
    }

    /** The level of a goal. */
    public GoalLevel level(Goal goal) {
        return levels.get(goal.ordinal());
    }
}
