package org.horarium.engine.variant;

import java.util.List;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.variant.VariantSet.Made;

/**
 * The plans that another one must keep away from.
 *
 * @param problem what is planned
 * @param others the plans
 * @param needed in how many events it must differ from each of them
 */
record Distance(Problem problem, List<Made> others, int needed) {
    Distance {
        others = List.copyOf(others);
    }

    List<Plan> plans() {
        return others.stream().map(made -> made.solution().plan()).toList();
    }

    /** What is wrong with a plan as another variant; empty when nothing is. */
    String fault(Solution solution) {
        if (!solution.verdict().feasible()) {
            return "the last try left %d hard violations"
                    .formatted(solution.verdict().score().hard());
        }
        for (Made other : others) {
            int moved = Difference.between(
                            problem, solution.plan(), other.solution().plan())
                    .moved()
                    .size();
            if (moved < needed) {
                return "the last try differed in %d from %s"
                        .formatted(moved, other.variant().label());
            }
        }
        return "";
    }
}
