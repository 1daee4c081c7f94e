package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.cells.PairRule;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimePattern;

/** Rules on pairs of events: those of ITC-2019 on times and rooms, and days between sessions. */
final class Pairs {
    private final CpModel model;
    private final Problem problem;
    private final Variables variables;
    private final Costs costs;

    Pairs(CpModel model, Problem problem, Variables variables, Costs costs) {
        this.model = model;
        this.problem = problem;
        this.variables = variables;
        this.costs = costs;
    }

    void add(Distribution constraint) {
        List<EventVars> events = variables.of(constraint.events());
        for (int i = 0; i < events.size(); i++) {
            for (int j = i + 1; j < events.size(); j++) {
                pair(constraint, events.get(i), events.get(j));
            }
        }
    }

    private void pair(Distribution constraint, EventVars a, EventVars b) {
        Rule rule = Costs.rule(constraint.id());
        long units = problem.weights().distribution();
        if (constraint.rule() instanceof DistributionRule.SameRoom) {
            if (!a.rooms.isEmpty() && !b.rooms.isEmpty()) {
                rooms(a, b, true, constraint.strength(), units, rule);
            }
        } else if (constraint.rule() instanceof DistributionRule.DifferentRoom) {
            rooms(a, b, false, constraint.strength(), units, rule);
        } else {
            BoolVar broken = model.newBoolVar("");
            for (Choice<TimePattern> one : a.times) {
                List<Literal> clause =
                        new ArrayList<>(List.of(broken, one.chosen().not()));
                boolean all = true;
                for (Choice<TimePattern> other : b.times) {
                    if (PairRule.allows(constraint.rule(), one.value(), other.value())) {
                        clause.add(other.chosen());
                    } else {
                        all = false;
                    }
                }
                if (!all) {
                    model.addBoolOr(clause);
                }
            }
            costs.avoid(broken, constraint.strength(), units, rule);
        }
    }

    private void rooms(EventVars a, EventVars b, boolean same, Strength strength, long units, Rule rule) {
        Map<String, BoolVar> others = new LinkedHashMap<>();
        b.rooms.forEach(choice -> others.put(choice.value(), choice.chosen()));
        BoolVar broken = model.newBoolVar("");
        for (Choice<String> room : a.rooms) {
            BoolVar other = others.get(room.value());
            if (same) {
                List<Literal> clause =
                        new ArrayList<>(List.of(broken, room.chosen().not()));
                if (other != null) {
                    clause.add(other);
                }
                model.addBoolOr(clause);
            } else if (other != null) {
                model.addBoolOr(new Literal[] {broken, room.chosen().not(), other.not()});
            }
        }
        costs.avoid(broken, strength, units, rule);
    }

    /** First days of two events and what they miss of the distance, for each two days that are too near. */
    void add(MinDaysBetween constraint) {
        List<EventVars> events = variables.of(constraint.events());
        List<Map<Start, BoolVar>> starts = events.stream().map(this::starts).toList();
        for (int i = 0; i < events.size(); i++) {
            for (int j = i + 1; j < events.size(); j++) {
                for (Map.Entry<Start, BoolVar> one : starts.get(i).entrySet()) {
                    for (Map.Entry<Start, BoolVar> other : starts.get(j).entrySet()) {
                        int missing = constraint.days() - Math.abs(one.getKey().day - other.getKey().day);
                        if ((one.getKey().weeks & other.getKey().weeks) != 0 && missing > 0) {
                            BoolVar broken = model.newBoolVar("");
                            model.addBoolOr(new Literal[] {
                                broken, one.getValue().not(), other.getValue().not()
                            });
                            costs.avoid(broken, constraint.strength(), missing, Costs.rule(constraint.id()));
                        }
                    }
                }
            }
        }
    }

    private record Start(long weeks, int day) {}

    /** The starts an event may have, each with a variable that says whether it has it. */
    private Map<Start, BoolVar> starts(EventVars event) {
        Map<Start, Set<BoolVar>> times = new LinkedHashMap<>();
        for (Choice<TimePattern> choice : event.times) {
            Start start = new Start(
                    choice.value().weeks(),
                    Integer.numberOfTrailingZeros(choice.value().days()));
            times.computeIfAbsent(start, key -> new LinkedHashSet<>()).add(choice.chosen());
        }
        Map<Start, BoolVar> starts = new LinkedHashMap<>();
        times.forEach((start, chosen) -> {
            BoolVar variable = model.newBoolVar("");
            model.addEquality(LinearExpr.sum(chosen.toArray(BoolVar[]::new)), variable);
            starts.put(start, variable);
        });
        return starts;
    }
}
