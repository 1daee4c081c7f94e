package org.horarium.assessment;

import org.horarium.assessment.model.Plan;

/** What comes out of a planning: a plan, or why there is none. */
public sealed interface Outcome {
    /**
     * A plan that keeps every rule.
     *
     * @param plan the sessions
     * @param summary what is known about it
     */
    record Planned(Plan plan, PlanSummary summary) implements Outcome {}

    /**
     * There is no plan, or none was found.
     *
     * @param failure why, and what helps
     */
    record Refused(Failure failure) implements Outcome {}
}
