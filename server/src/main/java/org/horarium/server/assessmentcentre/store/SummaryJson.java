package org.horarium.server.assessmentcentre.store;

import java.time.LocalDateTime;
import java.util.List;
import org.horarium.assessment.GoalLevel;
import org.horarium.assessment.PlanSummary;
import org.horarium.assessment.Wording;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.verify.Measures;

/** What is known about a plan, as it is kept: what can be computed from the plan is left out. */
record SummaryJson(LocalDateTime earliestEnd, List<GoalLevel> levels, List<Wording> notes, double seconds) {
    static SummaryJson of(PlanSummary summary) {
        return new SummaryJson(summary.earliestEnd(), summary.levels(), summary.notes(), summary.seconds());
    }

    PlanSummary read(Centre centre, Plan plan) {
        return new PlanSummary(Measures.of(centre, plan), earliestEnd, levels, notes, seconds);
    }
}
