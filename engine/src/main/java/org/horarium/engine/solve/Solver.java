package org.horarium.engine.solve;

import java.util.function.Consumer;
import org.horarium.engine.model.Problem;

/** Finds a plan for a problem: feasible first, then cheap. */
public interface Solver {
    /**
     * Searches until the time limit, until the stop signal, or until nothing can get better, whichever is first.
     *
     * @param problem what to solve
     * @param options limits and seeds; with one thread the same seed gives the same plan whenever the search ends by
     *     itself or by an iteration limit
     * @param listener told of progress, from one thread at a time; must return quickly
     * @param stop asked often; once it is set, the best plan so far is returned within a second
     * @return the best plan found, verified; it may leave events unplaced, each with its reason
     */
    Solution solve(Problem problem, SolverOptions options, Consumer<SolverEvent> listener, StopSignal stop);
}
