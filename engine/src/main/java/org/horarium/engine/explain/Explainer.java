package org.horarium.engine.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;

/** Asks in turn: pre-flight, the search, the exact model for a minimal conflict, and for relaxations. */
public final class Explainer {
    private Explainer() {}

    /**
     * Explains a problem.
     *
     * @param problem any problem
     * @param unplaced ids of events that a search could not place; if it is empty and pre-flight finds nothing, a third of
     *     the time goes into a search
     * @param timeLimit for all parts together; pre-flight is never cut short
     * @param stop ends it early with what there is
     */
    public static Explanation explain(
            Problem problem, Collection<String> unplaced, Duration timeLimit, StopSignal stop) {
        Budget budget = new Budget(timeLimit, stop);
        List<Impossibility> impossibilities = Preflight.check(problem);
        List<String> notes = new ArrayList<>();
        Set<String> focus = new LinkedHashSet<>(unplaced);
        if (!impossibilities.isEmpty()) {
            focus.addAll(events(impossibilities.get(0)));
        }
        if (focus.isEmpty() && impossibilities.isEmpty()) {
            Solution solution = Solver.standard()
                    .solve(
                            problem,
                            new SolverOptions(budget.upTo(timeLimit.dividedBy(3)), 1, 1, Effort.REPEATABLE),
                            event -> {},
                            stop);
            if (solution.verdict().feasible()) {
                return new Explanation(
                        List.of(), new Conflict(Conflict.Certainty.NONE, List.of()), List.of(), List.of());
            }
            solution.unplaced().forEach(missing -> focus.add(missing.event()));
            solution.verdict().violations().forEach(violation -> focus.addAll(violation.events()));
        }
        Conflict conflict = new Conflict(Conflict.Certainty.NOT_FOUND_IN_TIME, List.of());
        List<Relaxation> relaxations = List.of();
        String missing = NativeSolver.problem();
        if (missing == null) {
            Situation situation = new Situation(problem);
            Surroundings surroundings = new Surroundings(situation);
            conflict = new ConflictFinder(
                            situation, surroundings, new Budget(budget.upTo(timeLimit.dividedBy(3)), stop))
                    .find(
                            focus,
                            impossibilities.isEmpty()
                                    ? List.of()
                                    : impossibilities.get(0).subjects());
            relaxations = new Relaxer(situation, surroundings, budget).suggest(around(focus, conflict));
        } else {
            notes.add(missing);
        }
        if (!problem.students().isEmpty()) {
            notes.add("Conflicts and relaxations do not look at the sectioning of students.");
        }
        return new Explanation(impossibilities, conflict, relaxations, notes);
    }

    private static List<String> events(Impossibility impossibility) {
        List<String> events = new ArrayList<>(impossibility.ids(Subject.Kind.EVENT));
        events.addAll(impossibility.ids(Subject.Kind.PIN));
        return events;
    }

    private static Set<String> around(Set<String> focus, Conflict conflict) {
        Set<String> events = new LinkedHashSet<>(focus);
        conflict.elements().stream()
                .filter(element -> element.subject().kind() == Subject.Kind.EVENT
                        || element.subject().kind() == Subject.Kind.PIN)
                .forEach(element -> events.add(element.subject().id()));
        return events;
    }
}
