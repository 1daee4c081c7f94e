package org.horarium.engine.solve;

import java.util.function.Consumer;
import org.horarium.engine.model.Problem;

/** Finds a plan for a problem: feasible first, then cheap. */
public interface Solver {
    /**
     * The solver of this engine: construction, repair, then simulated annealing (see {@code docs/algorithm.md}).
     *
     * <p>The time limit is turned into an amount of work, which depends on nothing but the limit and is about half of
     * what one idle core of a common server does in that time (less for limits of a few seconds, which go into starting); temperatures and phases follow the work, never the clock. So
     * with one thread the same problem, seed and time limit give the same plan, whatever else the machine does, as long
     * as it is not so slow that the time limit cuts the work off. With several threads plans may differ.
     */
    static Solver standard() {
        return new StandardSolver();
    }

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
