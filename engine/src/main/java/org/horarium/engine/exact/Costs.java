package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.horarium.engine.exact.Rule.Kind;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;

/** The objective: option penalties and units of violation of soft constraints. */
final class Costs {
    private static final int MOST_UNITS = 1_000_000;

    private final CpModel model;
    private final Rules rules;
    private final boolean counted;
    private final LinearExprBuilder sum = LinearExpr.newBuilder();

    /** If costs are not counted, soft constraints are left out. */
    Costs(CpModel model, Rules rules, boolean counted) {
        this.model = model;
        this.rules = rules;
        this.counted = counted;
    }

    /** Whether a constraint has to be modelled at all. */
    boolean matters(Strength strength, Rule rule) {
        return strength instanceof Strength.Hard ? !rules.leftOut(rule) : counted;
    }

    /**
     * At most so much of something: hard, or with a price for each unit above.
     *
     * @param weight what a unit counts (weeks of the same kind)
     */
    void atMost(LinearArgument amount, long limit, Strength strength, long weight, Rule rule) {
        if (strength instanceof Strength.Soft soft) {
            IntVar above = model.newIntVar(0, MOST_UNITS, "");
            model.addLessOrEqual(LinearExpr.newBuilder().add(amount).addTerm(above, -1), limit);
            sum.addTerm(above, soft.penalty() * weight);
        } else {
            rules.guard(model.addLessOrEqual(amount, limit), rule);
        }
    }

    /** At least so much, likewise. */
    void atLeast(LinearArgument amount, LinearArgument limit, Strength strength, long weight, Rule rule) {
        atMost(LinearExpr.newBuilder().add(limit).addTerm(amount, -1), 0, strength, weight, rule);
    }

    /** Something that must not be, or costs so many units. */
    void avoid(BoolVar fault, Strength strength, long units, Rule rule) {
        if (strength instanceof Strength.Soft soft) {
            sum.addTerm(fault, soft.penalty() * units);
        } else {
            rules.forbid(fault, rule);
        }
    }

    /** Adds a cost. */
    void add(LinearArgument amount, long price) {
        sum.addTerm(amount, price);
    }

    /** The penalties of chosen times, rooms and people. */
    void options(Problem problem, Variables variables) {
        for (EventVars event : variables.all()) {
            Map<Object, Long> prices = new LinkedHashMap<>();
            for (TimeOption option : event.event.times()) {
                prices.putIfAbsent(
                        option.pattern(),
                        (long) option.penalty() * problem.weights().time());
            }
            event.times.forEach(choice -> sum.addTerm(choice.chosen(), prices.getOrDefault(choice.value(), 0L)));
            prices.clear();
            for (RoomOption option : event.event.rooms()) {
                prices.put(
                        option.room(),
                        (long) option.penalty() * problem.weights().room());
            }
            event.rooms.forEach(choice -> sum.addTerm(choice.chosen(), prices.getOrDefault(choice.value(), 0L)));
            for (int n = 0; n < event.event.staff().size(); n++) {
                StaffNeed need = event.event.staff().get(n);
                prices.clear();
                for (PersonOption option : need.candidates()) {
                    prices.put(
                            option.person(),
                            (long) option.penalty() * problem.weights().staff());
                }
                event.roles
                        .get(n)
                        .people()
                        .forEach(choice -> sum.addTerm(choice.chosen(), prices.getOrDefault(choice.value(), 0L)));
            }
        }
    }

    /** A price for every choice that is not the one of the reference. */
    void changes(LeastChange constraint, Variables variables) {
        Map<String, Placement> reference = new HashMap<>();
        constraint.reference().forEach(placement -> reference.put(placement.event(), placement));
        for (EventVars event : variables.all()) {
            Placement before = reference.get(event.id());
            if (before == null) {
                continue;
            }
            event.times.stream()
                    .filter(choice -> !choice.value().equals(before.time()))
                    .forEach(choice -> sum.addTerm(choice.chosen(), constraint.time()));
            event.rooms.stream()
                    .filter(choice -> !choice.value().equals(before.room()))
                    .forEach(choice -> sum.addTerm(choice.chosen(), constraint.room()));
            if (event.rooms.isEmpty() && before.room() != null) {
                event.times.forEach(choice -> sum.addTerm(choice.chosen(), constraint.room()));
            }
            for (EventVars.Role role : event.roles) {
                role.people().stream()
                        .filter(choice -> !before.staff().contains(new StaffAssignment(role.name(), choice.value())))
                        .forEach(choice -> sum.addTerm(choice.chosen(), constraint.person()));
            }
        }
    }

    /** A rule for a whole constraint. */
    static Rule rule(String constraint) {
        return Rule.of(Kind.CONSTRAINT, constraint);
    }

    LinearExprBuilder total() {
        return sum;
    }
}
