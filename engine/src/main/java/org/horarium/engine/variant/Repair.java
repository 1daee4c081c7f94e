package org.horarium.engine.variant;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.Verifier;

/**
 * Solves a problem again after something has changed, with as few changes of the plan as can be: somebody is absent, a room
 * is lost. What of the plan is still legal stays where it is at first; every other time, room or person costs so much that
 * it is only chosen where something must give way. Where that leaves something without a place, it is tried again with a
 * lower price, and at last without one.
 */
public final class Repair {
    /** What a change costs, in average costs of an event; a lower price is tried where the dearer one left something out. */
    private static final double[] PRICES = {50, 1, 1, 0.1, 0};

    /** The part of the limits that each price gets. */
    private static final double[] SHARES = {0.4, 0.15, 0.15, 0.15, 0.15};

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
        double average = (double) Verifier.verify(problem, before).score().total()
                / Math.max(1, problem.events().size());
        Solution found = null;
        for (int i = 0; i < PRICES.length && (found == null || isBroken(problem, found)); i++) {
            if (found != null && stop.requested()) {
                break;
            }
            int price = (int) Math.min(HIGHEST_PRICE, Math.ceil(PRICES[i] * average));
            Problem close = price == 0 ? problem : Apart.close(problem, before, Set.of(), price);
            Solution next = Solver.standard().solve(close, part(limits, i).startingFrom(before), listener, stop);
            if (found == null || !isBroken(problem, next)) {
                found = next;
            }
        }
        return judged(problem, before, Objects.requireNonNull(found));
    }

    private static boolean isBroken(Problem problem, Solution solution) {
        return !Verifier.verify(problem, solution.plan()).feasible();
    }

    private static SolverOptions part(SolverOptions limits, int attempt) {
        double share = SHARES[attempt];
        Effort effort = limits.effort() instanceof Effort.Work work
                ? Effort.ofWork(Math.max(1, (long) (share * work.steps())))
                : limits.effort();
        Duration time = limits.effort() instanceof Effort.Work
                ? limits.timeLimit()
                : Duration.ofMillis(
                        Math.max(100, (long) (share * limits.timeLimit().toMillis())));
        return new SolverOptions(time, limits.threads(), limits.seed() + attempt, effort).with(limits.pipeline());
    }

    private static Result judged(Problem problem, Plan before, Solution found) {
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
