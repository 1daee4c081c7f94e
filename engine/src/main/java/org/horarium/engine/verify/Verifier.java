package org.horarium.engine.verify;

import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;

/**
 * Judges a plan from the records alone: every hard rule, every constraint, every cost. It is as plain as it can be, so
 * that it can be read and believed, and takes well under a second for a few thousand events.
 */
public final class Verifier {
    private Verifier() {}

    /**
     * Checks a plan.
     *
     * @param problem what was to be planned
     * @param plan any plan, however wrong: unknown ids, missing and double placements are reported, not thrown
     * @return all violations of hard rules and the weighted cost of each component; events that are not placed cost
     *     nothing
     */
    public static Verdict verify(Problem problem, Plan plan) {
        PlanIndex index = new PlanIndex(problem, plan);
        Findings findings = new Findings();
        new CandidateChecks(index, findings).run();
        new ClashChecks(index, findings).run();
        new SectioningChecks(index, findings).run();
        new ConstraintChecks(index, findings).run();
        new OptionCosts(index, findings).run();
        return findings.verdict();
    }
}
