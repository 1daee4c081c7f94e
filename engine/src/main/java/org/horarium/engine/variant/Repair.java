package org.horarium.engine.variant;

import java.util.Set;
import java.util.function.Consumer;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.Verifier;

/**
 * Solves a problem again after something has changed, with as few changes of the plan as can be: somebody is absent, a room
 * is lost. What of the plan is still legal stays where it is at first; every other time, room or person costs so much that
 * it is only chosen where something must give way.
 */
public final class Repair {
    /** So many times the average cost of an event is what a change costs. */
    private static final int FACTOR = 50;

    private static final int HIGHEST_PRICE = 100_000;

    private Repair() {}

    /**
     * A plan close to another.
     *
     * @param solution the plan, judged by the problem's own weights
     * @param change how far it is from the plan before
     */
    public record Result(Solution solution, Difference change) {}

    /**
     * Repairs a plan.
     *
     * @param problem as it is now
     * @param before the plan that was made for it before it changed; what it says of events that are gone counts nothing
     * @param limits time, threads and seed; their start plan is not used
     * @param listener told of the search
     * @param stop ends it within a second, with the best plan
     */
    public static Result closeTo(
            Problem problem, Plan before, SolverOptions limits, Consumer<SolverEvent> listener, StopSignal stop) {
        long total = Verifier.verify(problem, before).score().total();
        int events = Math.max(1, problem.events().size());
        int price = (int) Math.max(FACTOR, Math.min(HIGHEST_PRICE, FACTOR * (total / events)));
        Solution found = Solver.standard()
                .solve(Apart.close(problem, before, Set.of(), price), limits.startingFrom(before), listener, stop);
        Solution judged = new Solution(
                found.plan(),
                Verifier.verify(problem, found.plan()),
                found.unplaced(),
                found.elapsed(),
                found.timeToFeasible(),
                found.moves());
        return new Result(judged, Difference.between(problem, before, found.plan()));
    }
}
