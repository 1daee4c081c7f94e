package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.cells.WeekCells;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.solve.StopSignal;
import org.jspecify.annotations.Nullable;

/**
 * Solves a problem exactly with CP-SAT. Sizes: some hundred events with a few dozen times, rooms and people each; every
 * combination of time and room and of time and person is a variable where there is a choice.
 */
public final class ExactSolver {
    private ExactSolver() {}

    /**
     * Looks for the best plan and a proof.
     *
     * @param problem what to solve
     * @param options limits
     * @param hint a plan to begin with, which need not be feasible; null for none
     * @param stop ends the search early
     * @throws IllegalStateException if the native part of CP-SAT is missing; see {@link NativeSolver}
     */
    public static ExactResult solve(Problem problem, ExactOptions options, @Nullable Plan hint, StopSignal stop) {
        return solve(problem, Treatment.keepAll(), options, hint, stop);
    }

    /** Likewise with some rules left out or at a price; prices come before costs: with prices, costs are not counted. */
    public static ExactResult solve(
            Problem problem, Treatment treatment, ExactOptions options, @Nullable Plan hint, StopSignal stop) {
        NativeSolver.require();
        CpModel model = new CpModel();
        Rules rules = new Rules(model, treatment);
        Costs costs = new Costs(model, rules, options.withCosts());
        Variables variables = new Variables(model, problem, rules);
        WeekCells cells = new WeekCells(problem);
        new Clashes(model, cells, variables, rules).add(problem);
        List<String> leftOut = new ConstraintModel(model, problem, cells, variables, costs).add(options.withCosts());
        if (rules.anyPrice()) {
            model.minimize(rules.cost());
        } else if (options.withCosts()) {
            costs.options(problem, variables);
            LinearExprBuilder total = costs.total();
            model.minimize(total);
        }
        if (hint != null) {
            hint(model, variables, hint);
        }
        CpSolver solver = new CpSolver();
        CpSolverStatus status = run(solver, model, options, stop);
        boolean found = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
        return new ExactResult(
                switch (status) {
                    case OPTIMAL -> ExactResult.Status.OPTIMAL;
                    case FEASIBLE -> ExactResult.Status.FEASIBLE;
                    case INFEASIBLE -> ExactResult.Status.INFEASIBLE;
                    case UNKNOWN -> ExactResult.Status.UNKNOWN;
                    default -> throw new IllegalStateException("CP-SAT refuses the model: " + model.validate());
                },
                found ? plan(solver, variables) : null,
                found && options.withCosts() ? (long) Math.ceil(solver.bestObjectiveBound() - 1e-6) : 0,
                found ? rules.broken(solver) : List.of(),
                leftOut,
                status == CpSolverStatus.UNKNOWN && stop.requested()
                        ? 0
                        : solver.response().getDeterministicTime());
    }

    private static CpSolverStatus run(CpSolver solver, CpModel model, ExactOptions options, StopSignal stop) {
        solver.getParameters()
                .setMaxTimeInSeconds(options.timeLimit().toMillis() / 1000.0)
                .setMaxDeterministicTime(options.effort())
                .setNumWorkers(options.workers())
                .setRandomSeed(options.seed())
                .setCpModelPresolve(options.presolve());
        if (stop.requested()) {
            return CpSolverStatus.UNKNOWN;
        }
        Thread watch = new Thread(() -> watch(solver, stop), "exact-stop");
        watch.setDaemon(true);
        watch.start();
        try {
            return solver.solve(model);
        } finally {
            watch.interrupt();
        }
    }

    private static void watch(CpSolver solver, StopSignal stop) {
        try {
            while (true) {
                Thread.sleep(100);
                if (stop.requested()) {
                    solver.stopSearch();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hint(CpModel model, Variables variables, Plan hint) {
        Map<String, Placement> placements = new HashMap<>();
        hint.placements().forEach(placement -> placements.put(placement.event(), placement));
        for (EventVars event : variables.all()) {
            Placement placement = placements.get(event.id());
            if (placement != null) {
                event.times.forEach(
                        choice -> model.addHint(choice.chosen(), choice.value().equals(placement.time())));
                event.rooms.forEach(
                        choice -> model.addHint(choice.chosen(), choice.value().equals(placement.room())));
                for (EventVars.Role role : event.roles) {
                    Set<String> given = placement.staff().stream()
                            .filter(staff -> staff.role().equals(role.name()))
                            .map(StaffAssignment::person)
                            .collect(Collectors.toSet());
                    role.people().forEach(choice -> model.addHint(choice.chosen(), given.contains(choice.value())));
                }
            }
        }
    }

    private static Plan plan(CpSolver solver, Variables variables) {
        List<Placement> placements = new ArrayList<>();
        for (EventVars event : variables.all()) {
            TimePattern time = chosen(solver, event.times);
            if (time != null) {
                List<StaffAssignment> staff = new ArrayList<>();
                for (EventVars.Role role : event.roles) {
                    role.people().stream()
                            .filter(choice -> solver.booleanValue(choice.chosen()))
                            .forEach(choice -> staff.add(new StaffAssignment(role.name(), choice.value())));
                }
                placements.add(new Placement(event.id(), time, chosen(solver, event.rooms), staff));
            }
        }
        return new Plan(placements, Map.of());
    }

    private static <T> @Nullable T chosen(CpSolver solver, List<Choice<T>> choices) {
        for (Choice<T> choice : choices) {
            BoolVar variable = choice.chosen();
            if (solver.booleanValue(variable)) {
                return choice.value();
            }
        }
        return null;
    }
}
