package org.horarium.assessment;

import java.time.LocalDateTime;
import java.util.List;
import org.horarium.assessment.explain.Explainer;
import org.horarium.assessment.explain.Notes;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.solve.CentreSearch;
import org.horarium.assessment.verify.Finding;
import org.horarium.assessment.verify.Measures;
import org.horarium.assessment.verify.PlanVerifier;

/** Plans assessment centres. */
public final class AssessmentPlanner {
    private AssessmentPlanner() {}

    /**
     * Makes a plan, or says why there is none. Every plan has passed the {@link PlanVerifier}.
     *
     * @param centre what is asked for
     * @param limits what it may use; explaining a failure may take five seconds more
     * @param listener follows it
     */
    public static Outcome plan(Centre centre, Limits limits, PlanListener listener) {
        long begin = System.nanoTime();
        Explainer explainer = new Explainer(centre, limits, listener::cancelled);
        Failure structural = explainer.structure();
        if (structural != null) {
            return new Outcome.Refused(structural);
        }
        CentreSearch.Result result = CentreSearch.search(
                centre,
                limits.seconds(),
                limits.threads(),
                limits.seed(),
                limits.exact(),
                true,
                listener::cancelled,
                r -> listener.progress(new PlanListener.Progress(
                        seconds(begin), r.plan() == null ? null : r.plan().end(), r.earliestEnd())));
        Plan plan = result.plan();
        if (plan == null) {
            return new Outcome.Refused(explainer.explain(result));
        }
        List<Finding> findings = PlanVerifier.verify(centre, plan);
        if (!findings.isEmpty()) {
            throw new IllegalStateException("The planner made a plan that breaks a rule, which is a fault of this"
                    + " program: " + findings.get(0).message());
        }
        return new Outcome.Planned(plan, summary(centre, limits, result, plan, seconds(begin)));
    }

    private static PlanSummary summary(
            Centre centre, Limits limits, CentreSearch.Result result, Plan plan, double seconds) {
        Measures measures = Measures.of(centre, plan);
        LocalDateTime earliest = result.earliestEnd();
        List<GoalLevel> levels = List.of(
                new GoalLevel(Goal.END, result.end(), Math.min(result.end(), result.endBound())),
                new GoalLevel(Goal.BALANCE, measures.balance(), Math.min(measures.balance(), result.balanceBound())),
                new GoalLevel(Goal.ROOM_USE, measures.idleMinutes(), 0));
        return new PlanSummary(
                measures,
                earliest == null || earliest.isAfter(plan.end()) ? plan.end() : earliest,
                levels,
                Notes.of(centre, limits.exact()),
                seconds);
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
