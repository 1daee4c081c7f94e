package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.cells.WeekCells;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.WorkingDays;

/** Rules on sets of events: days, rooms and people used, loads, scarce things. */
final class Sets {
    private final CpModel model;
    private final Problem problem;
    private final WeekCells cells;
    private final Variables variables;
    private final Costs costs;

    Sets(CpModel model, Problem problem, WeekCells cells, Variables variables, Costs costs) {
        this.model = model;
        this.problem = problem;
        this.cells = cells;
        this.variables = variables;
        this.costs = costs;
    }

    void add(WorkingDays constraint) {
        if (variables.complete(constraint.events())) {
            costs.atLeast(
                    days(variables.of(constraint.events()), false),
                    LinearExpr.constant(constraint.days()),
                    constraint.strength(),
                    1,
                    Costs.rule(constraint.id()));
        }
    }

    void maxDays(Distribution constraint, int limit) {
        costs.atMost(
                days(variables.of(constraint.events()), true),
                limit,
                constraint.strength(),
                problem.weights().distribution(),
                Costs.rule(constraint.id()));
    }

    /** Number of days used; exact from below or from above, as it is needed. */
    private LinearExprBuilder days(List<EventVars> events, boolean atLeastUsed) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int day = 0; day < cells.days(); day++) {
            BoolVar used = model.newBoolVar("");
            List<Literal> clause = new ArrayList<>(List.of(used.not()));
            for (EventVars event : events) {
                for (Choice<TimePattern> choice : event.times) {
                    if ((choice.value().days() >>> day & 1) != 0) {
                        clause.add(choice.chosen());
                        if (atLeastUsed) {
                            model.addImplication(choice.chosen(), used);
                        }
                    }
                }
            }
            if (!atLeastUsed) {
                model.addBoolOr(clause);
            }
            sum.add(used);
        }
        return sum;
    }

    /** The lengths of the events sum to at most so much on each day; hard only. */
    void maxDayLoad(Distribution constraint, int limit) {
        List<EventVars> events = variables.of(constraint.events());
        for (int kind = 0; kind < cells.kinds(); kind++) {
            for (int day = 0; day < cells.days(); day++) {
                LinearExprBuilder load = LinearExpr.newBuilder();
                for (EventVars event : events) {
                    for (Choice<TimePattern> choice : event.times) {
                        TimePattern time = choice.value();
                        if (cells.meets(time, kind) && (time.days() >>> day & 1) != 0) {
                            load.addTerm(choice.chosen(), time.length());
                        }
                    }
                }
                costs.atMost(load, limit, constraint.strength(), 1, Costs.rule(constraint.id()));
            }
        }
    }

    void eventsWithin(Distribution constraint, DistributionRule.EventsWithin within) {
        LinearExprBuilder inside = LinearExpr.newBuilder();
        for (EventVars event : variables.of(constraint.events())) {
            for (Choice<TimePattern> choice : event.times) {
                if (within.times().stream().anyMatch(choice.value()::overlaps)) {
                    inside.add(choice.chosen());
                }
            }
        }
        long weight = problem.weights().distribution();
        costs.atMost(inside, within.most(), constraint.strength(), weight, Costs.rule(constraint.id()));
    }

    void atOnceWithin(Distribution constraint, DistributionRule.AtOnceWithin within) {
        uses(constraint, within.times()).forEach((cell, chosen) -> {
            LinearExpr amount = LinearExpr.sum(chosen.toArray(Literal[]::new));
            long weight = weeks(cell) * problem.weights().distribution();
            costs.atMost(amount, within.most(), constraint.strength(), weight, Costs.rule(constraint.id()));
        });
    }

    void slotsWithin(Distribution constraint, DistributionRule.SlotsWithin within) {
        boolean complete = variables.complete(constraint.events());
        Map<Integer, List<Literal>> uses = uses(constraint, within.times());
        for (int kind = 0; kind < cells.kinds(); kind++) {
            LinearExprBuilder used = LinearExpr.newBuilder();
            for (Map.Entry<Integer, List<Literal>> use : uses.entrySet()) {
                if (use.getKey() / (cells.days() * cells.slots()) == kind) {
                    BoolVar busy = model.newBoolVar("");
                    use.getValue().forEach(chosen -> model.addImplication(chosen, busy));
                    List<Literal> clause = new ArrayList<>(use.getValue());
                    clause.add(busy.not());
                    model.addBoolOr(clause);
                    used.add(busy);
                }
            }
            long weight =
                    Long.bitCount(cells.weeks(kind)) * (long) problem.weights().distribution();
            Rule rule = Costs.rule(constraint.id());
            costs.atMost(used, within.most(), constraint.strength(), weight, rule);
            if (complete && within.least() > 0) {
                costs.atLeast(used, LinearExpr.constant(within.least()), constraint.strength(), weight, rule);
            }
        }
    }

    /** For each cell of some times, the choices of events that are going on in it. */
    private Map<Integer, List<Literal>> uses(Distribution constraint, List<TimePattern> times) {
        BitSet selected = cells.union(times);
        Map<Integer, List<Literal>> uses = new LinkedHashMap<>();
        for (EventVars event : variables.of(constraint.events())) {
            for (Choice<TimePattern> choice : event.times) {
                cells.of(choice.value()).stream()
                        .filter(selected::get)
                        .forEach(cell -> uses.computeIfAbsent(cell, key -> new ArrayList<>())
                                .add(choice.chosen()));
            }
        }
        return uses;
    }

    /** How many weeks a cell stands for. */
    private int weeks(int cell) {
        return Long.bitCount(cells.weeks(cell / (cells.days() * cells.slots())));
    }

    void add(RoomStability constraint) {
        Map<String, BoolVar> used = new LinkedHashMap<>();
        variables.of(constraint.events()).forEach(event -> use(used, event.rooms));
        costs.atMost(total(used), 1, constraint.strength(), 1, Costs.rule(constraint.id()));
    }

    void add(SameStaff constraint) {
        Map<String, BoolVar> used = new LinkedHashMap<>();
        int needed = 0;
        for (EventVars event : variables.of(constraint.events())) {
            for (EventVars.Role role : event.roles) {
                if (role.name().equals(constraint.role())) {
                    use(used, role.people());
                    needed = Math.max(needed, role.count());
                }
            }
        }
        costs.atMost(total(used), needed, constraint.strength(), 1, Costs.rule(constraint.id()));
    }

    private void use(Map<String, BoolVar> used, List<Choice<String>> choices) {
        choices.forEach(choice -> model.addImplication(
                choice.chosen(), used.computeIfAbsent(choice.value(), id -> model.newBoolVar(""))));
    }

    private static LinearExpr total(Map<String, BoolVar> used) {
        return LinearExpr.sum(used.values().toArray(BoolVar[]::new));
    }

    void add(Cumulative constraint) {
        Map<Integer, LinearExprBuilder> uses = new LinkedHashMap<>();
        for (Cumulative.Demand demand : constraint.demands()) {
            for (EventVars event : variables.of(List.of(demand.event()))) {
                for (Choice<TimePattern> choice : event.times) {
                    cells.of(choice.value()).stream()
                            .forEach(cell -> uses.computeIfAbsent(cell, key -> LinearExpr.newBuilder())
                                    .addTerm(choice.chosen(), demand.amount()));
                }
            }
        }
        uses.forEach((cell, amount) -> costs.atMost(
                amount, constraint.capacity(), constraint.strength(), weeks(cell), Costs.rule(constraint.id())));
    }

    /** Squares of whole steps away from the target, over all weeks of the grid. */
    void add(LoadBalance constraint) {
        for (LoadBalance.Target target : constraint.targets()) {
            LinearExprBuilder load = LinearExpr.newBuilder();
            long most = target.slots();
            for (EventVars event : variables.all()) {
                for (List<BoolVar> row : event.atBy(target.person())) {
                    long longest = 0;
                    for (int t = 0; t < row.size(); t++) {
                        int slots = event.times.get(t).value().totalSlots();
                        load.addTerm(row.get(t), slots);
                        longest = Math.max(longest, slots);
                    }
                    most += longest;
                }
            }
            IntVar away = model.newIntVar(0, most, "");
            IntVar steps = model.newIntVar(0, most / constraint.step(), "");
            model.addAbsEquality(away, LinearExpr.newBuilder().add(load).add(-target.slots()));
            model.addDivisionEquality(steps, away, LinearExpr.constant(constraint.step()));
            if (constraint.strength() instanceof Strength.Soft soft) {
                IntVar square = model.newIntVar(0, (most / constraint.step()) * (most / constraint.step()), "");
                model.addMultiplicationEquality(square, new IntVar[] {steps, steps});
                costs.add(square, soft.penalty());
            } else if (variables.complete(
                    problem.events().stream().map(event -> event.id()).toList())) {
                costs.atMost(steps, 0, constraint.strength(), 1, Costs.rule(constraint.id()));
            }
        }
    }
}
