package org.horarium.engine.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.explain.ExplainListener.Part;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;

/** Asks in turn: pre-flight, the search, the exact model for a minimal conflict, and for relaxations. */
public final class Explainer {
    /** Enough to place what can be placed, most of the time. */
    private static final long STEPS_PER_EVENT = 250_000;

    private static final Duration BEST = Duration.ofSeconds(8);

    private Explainer() {}

    /**
     * Explains a problem.
     *
     * @param problem any problem
     * @param options what may be used
     * @param listener is told how far it is
     * @param stop ends it early with what there is
     */
    public static Explanation explain(
            Problem problem, ExplainOptions options, ExplainListener listener, StopSignal stop) {
        Budget budget = new Budget(options.timeLimit(), stop);
        Duration third = options.timeLimit().dividedBy(3);
        Conflict open = new Conflict(Conflict.Certainty.NOT_FOUND_IN_TIME, List.of());
        List<String> notes = new ArrayList<>();
        listener.begins(Part.PREFLIGHT, new Explanation(List.of(), open, List.of(), notes));
        List<Impossibility> impossibilities = Preflight.check(problem);
        Set<String> focus = new LinkedHashSet<>(options.unplaced());
        impossibilities.forEach(impossibility -> focus.addAll(events(impossibility)));
        if (focus.isEmpty() && impossibilities.isEmpty()) {
            listener.begins(Part.SEARCH, new Explanation(impossibilities, open, List.of(), notes));
            Solution solution = anyPlan(problem, Plan.EMPTY, budget.upTo(third), stop);
            if (solution.verdict().feasible()) {
                return new Explanation(
                        List.of(), new Conflict(Conflict.Certainty.NONE, List.of()), List.of(), List.of());
            }
            solution.unplaced().forEach(missing -> focus.add(missing.event()));
            solution.verdict().violations().forEach(violation -> focus.addAll(violation.events()));
        }
        Conflict conflict = open;
        List<Relaxation> relaxations = List.of();
        String missing = NativeSolver.problem();
        if (missing == null) {
            Situation situation = new Situation(problem);
            Surroundings surroundings = new Surroundings(situation);
            listener.begins(Part.CONFLICT, new Explanation(impossibilities, open, List.of(), notes));
            conflict = new ConflictFinder(situation, surroundings, new Budget(budget.upTo(third), stop))
                    .find(
                            impossibilities.isEmpty() ? focus : events(impossibilities.get(0)),
                            impossibilities.isEmpty()
                                    ? List.of()
                                    : impossibilities.get(0).subjects());
            listener.begins(Part.RELAXATIONS, new Explanation(impossibilities, conflict, List.of(), notes));
            relaxations =
                    new Relaxer(situation, surroundings, budget, options.mayGiveWay()).suggest(around(focus, conflict));
        } else {
            notes.add(missing);
        }
        if (!problem.students().isEmpty()) {
            notes.add("Conflicts and relaxations do not look at the sectioning of students.");
        }
        return new Explanation(impossibilities, conflict, relaxations, notes);
    }

    /** Searches until there is a plan that breaks nothing, whatever it costs, or time is over. */
    static Solution anyPlan(Problem problem, Plan start, Duration limit, StopSignal stop) {
        return solve(
                problem,
                new SolverOptions(limit, 1, 1, Effort.REPEATABLE, start),
                event -> event instanceof SolverEvent.Improved improved
                        && improved.score().feasible(),
                stop);
    }

    /** A plan that breaks nothing, but may leave something out: the first that the search is content with. */
    static Plan bestPlan(Problem problem, Budget budget) {
        long work = STEPS_PER_EVENT * problem.events().size();
        return solve(
                        problem,
                        new SolverOptions(budget.share(0.3, BEST), 1, 1, Effort.ofWork(work)),
                        event -> event instanceof SolverEvent.PhaseStarted started
                                && started.phase() == SolverEvent.Phase.IMPROVING,
                        budget.stop())
                .plan();
    }

    private static Solution solve(
            Problem problem, SolverOptions options, Predicate<SolverEvent> isEnough, StopSignal stop) {
        StopSignal enough = new StopSignal();
        return Solver.standard()
                .solve(
                        problem,
                        options,
                        event -> {
                            if (isEnough.test(event) || stop.requested()) {
                                enough.request();
                            }
                        },
                        enough);
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
