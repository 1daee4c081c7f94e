package org.horarium.engine.solve;

import java.util.function.Consumer;
import org.horarium.engine.model.Problem;

/** Finds a plan for a problem: feasible first, then cheap. */
public interface Solver {
    /**
     * The solver of this engine: construction, repair, then simulated annealing (see {@code docs/algorithm.md}).
     *
     * <p>How it uses the time limit is a choice, see {@link Effort}. Where that says so, temperatures and phases follow the
     * work done, never the clock, and one thread gives the same plan again.
     */
    static Solver standard() {
        return new StandardSolver();
    }

    /**
     * Searches until the time limit, until the stop signal, or until nothing can get better, whichever is first.
     *
     * @param problem what to solve
     * @param options limits, effort and seed
     * @param listener told of progress, from one thread at a time; must return quickly
     * @param stop asked often; once it is set, the best plan so far is returned within a second
     * @return the best plan found, verified; it may leave events unplaced, each with its reason
     */
    Solution solve(Problem problem, SolverOptions options, Consumer<SolverEvent> listener, StopSignal stop);
}
