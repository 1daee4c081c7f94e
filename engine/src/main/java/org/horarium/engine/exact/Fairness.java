package org.horarium.engine.exact;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.HashMap;
import java.util.Map;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.Strength;

/** The regret of people, and the cube of its level. */
final class Fairness {
    private final CpModel model;
    private final Problem problem;
    private final Variables variables;
    private final Costs costs;

    Fairness(CpModel model, Problem problem, Variables variables, Costs costs) {
        this.model = model;
        this.problem = problem;
        this.variables = variables;
        this.costs = costs;
    }

    /** Adds the constraint; returns false when a regret is too large to be told in levels, and is left out. */
    boolean add(StaffFairness constraint) {
        boolean soft = constraint.strength() instanceof Strength.Soft;
        if (!soft
                && !variables.complete(
                        problem.events().stream().map(event -> event.id()).toList())) {
            return true;
        }
        boolean all = true;
        for (StaffFairness.Share share : constraint.shares()) {
            LinearExprBuilder regret = LinearExpr.newBuilder();
            long most = regret(share.person(), regret);
            long levels = Math.max(0, most - share.free()) / share.step();
            if (levels == 0 || levels > StaffFairness.MOST_LEVELS) {
                all &= levels == 0;
                continue;
            }
            IntVar level = model.newIntVar(0, levels, "");
            // the least level that the regret allows: costs push it down, so that no division is needed
            model.addLessOrEqual(
                    LinearExpr.newBuilder().add(regret).addTerm(level, -(long) share.step()),
                    (long) share.free() + share.step() - 1);
            if (constraint.strength() instanceof Strength.Soft price) {
                IntVar square = model.newIntVar(0, levels * levels, "");
                IntVar cube = model.newIntVar(0, levels * levels * levels, "");
                model.addMultiplicationEquality(square, new IntVar[] {level, level});
                model.addMultiplicationEquality(cube, new IntVar[] {square, level});
                costs.add(cube, price.penalty());
            } else {
                costs.atMost(level, 0, constraint.strength(), 1, Costs.rule(constraint.id()));
            }
        }
        return all;
    }

    /** Adds what a person's assignments cost to a sum; returns the most that this can be. */
    private long regret(String person, LinearExprBuilder sum) {
        long most = 0;
        for (EventVars event : variables.all()) {
            for (int n = 0; n < event.roles.size(); n++) {
                Map<String, Long> prices = new HashMap<>();
                for (PersonOption option : event.event.staff().get(n).candidates()) {
                    prices.put(
                            option.person(),
                            (long) option.penalty() * problem.weights().staff());
                }
                for (Choice<String> choice : event.roles.get(n).people()) {
                    if (choice.value().equals(person)) {
                        long price = prices.getOrDefault(person, 0L);
                        sum.addTerm(choice.chosen(), price);
                        most += price;
                    }
                }
            }
        }
        return most;
    }
}
