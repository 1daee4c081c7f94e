package org.horarium.engine.exact;

import java.util.List;
import org.horarium.engine.model.Plan;
import org.jspecify.annotations.Nullable;

/**
 * The end of an exact search.
 *
 * @param status what is known
 * @param plan the best plan found; null when none was
 * @param bound no plan costs less; 0 when costs were not minimised
 * @param broken rules with a price that the plan breaks
 * @param leftOut what the model does not know of: hard rules and costs, in words
 * @param effort work done, in seconds as CP-SAT counts them: the same on every machine
 */
public record ExactResult(
        Status status, @Nullable Plan plan, long bound, List<Rule> broken, List<String> leftOut, double effort) {
    public ExactResult {
        broken = List.copyOf(broken);
        leftOut = List.copyOf(leftOut);
    }

    /** What an exact search knows at its end. */
    public enum Status {
        /** The plan is proved to be the best of the model. */
        OPTIMAL,
        /** There is a plan; whether it is the best is not known. */
        FEASIBLE,
        /** Proved: no plan keeps all the rules. */
        INFEASIBLE,
        /** Time ran out: nothing is known. */
        UNKNOWN
    }

    /** Whether it is proved that there is no plan. */
    public boolean provedInfeasible() {
        return status == Status.INFEASIBLE;
    }
}
