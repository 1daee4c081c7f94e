package org.horarium.engine.variant;

import java.time.Duration;
import java.util.Set;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.search.Portfolio;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Pipeline;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.Stage;
import org.horarium.engine.solve.StopSignal;
import org.jspecify.annotations.Nullable;

/**
 * Shares the time limit, and where plans are to be repeatable the work that belongs to it, among the variants and their
 * steps.
 */
final class Budget {
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** A variant takes at least so many times as long as compiling the problem. */
    private static final int COMPILATIONS = 8;

    /** A variant takes at least so much work. */
    private static final long LEAST_WORK = 100_000;

    private final SolverOptions limits;
    private final VariantListener listener;
    private final StopSignal stop;
    private final long started = System.nanoTime();
    private final @Nullable Long work;
    private double workLeft = 1; // share of the work
    private Duration compiling = Duration.ZERO;
    private @Nullable Duration timeToFeasible;
    private long end; // of the current step, in nanoseconds
    private double workEnd; // share of the work that is left when it ends
    private double told;

    Budget(SolverOptions limits, VariantListener listener, StopSignal stop) {
        this.limits = limits;
        this.listener = listener;
        this.stop = stop;
        this.end = started + limits.timeLimit().toNanos();
        this.work = limits.effort().isTimed()
                ? null
                : limits.effort() instanceof Effort.Work fixed
                        ? (Long) fixed.steps()
                        : (Long) Portfolio.workFor(limits.timeLimit().toNanos() / 1e9);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    @Nullable
    Duration timeToFeasible() {
        return timeToFeasible;
    }

    private Duration left() {
        return limits.timeLimit().minus(elapsed());
    }

    /** The time that a variant takes at least. */
    private Duration least() {
        Duration byCompiling = compiling.multipliedBy(COMPILATIONS);
        return byCompiling.compareTo(LEAST) > 0 ? byCompiling : LEAST;
    }

    /** Why there can't be another variant, when so many are left to make; null if there can. */
    @Nullable
    String shortage(int variants) {
        if (work != null && workLeft * work < LEAST_WORK) {
            return "The work of %d steps is used up with %d variants to make, and each takes at least %d steps. Maybe allow more."
                    .formatted(work, variants, LEAST_WORK);
        }
        if (left().compareTo(least()) < 0) {
            return "The time limit of %.1f s is used up with %d variants to make, and each takes at least %.1f s. Maybe allow more time."
                    .formatted(limits.timeLimit().toMillis() / 1000.0, variants, least().toMillis() / 1000.0);
        }
        return null;
    }

    /** Gives the next step its part, when so many are left, this one among them. */
    void begin(int steps) {
        Duration part = left().dividedBy(steps);
        end = System.nanoTime() + (part.compareTo(least()) > 0 ? part : least()).toNanos();
        workEnd = workLeft - workLeft / steps;
    }

    /** Whether the current step has time for another try. */
    boolean hasTimeToTry() {
        return end - System.nanoTime() > least().toNanos() / 4;
    }

    /** Solves with a share of what the current step has left. */
    Solution solve(Variant variant, Problem problem, Plan start, double share, long seed) {
        long nanos = Math.max(100_000_000L, (long) (share * (end - System.nanoTime())));
        Effort effort = Effort.WHOLE_LIMIT;
        double before = workLeft;
        if (work != null) {
            double part = share * (workLeft - workEnd);
            workLeft -= part;
            effort = Effort.ofWork(Math.max(1, (long) (part * work)));
        }
        SolverOptions part =
                new SolverOptions(Duration.ofNanos(nanos), limits.threads(), seed, effort, start, pipeline(variant));
        Duration begun = elapsed();
        double done = share(begun, before);
        double afterwards = share(begun.plusNanos(nanos), workLeft);
        Solution solution =
                Solver.standard().solve(problem, part, event -> tell(variant, event, begun, done, afterwards), stop);
        Duration feasible = solution.timeToFeasible();
        if (timeToFeasible == null && feasible != null) {
            timeToFeasible = begun.plus(feasible);
        }
        return solution;
    }

    /** The others are short, and annealing serves them best; who gives what is another matter. */
    private Pipeline pipeline(Variant variant) {
        Set<Stage> stages = limits.pipeline().stages();
        boolean people = variant == Variant.PERSONNEL && (stages == null || stages.contains(Stage.STAFF));
        return variant == Variant.BALANCED ? limits.pipeline() : people ? Pipeline.AUTOMATIC : Pipeline.ANNEALING;
    }

    private double share(Duration time, double left) {
        return work != null
                ? 1 - left
                : Math.min(1, (double) time.toNanos() / limits.timeLimit().toNanos());
    }

    private void tell(Variant variant, SolverEvent event, Duration begun, double done, double afterwards) {
        if (event instanceof SolverEvent.PhaseStarted phase
                && phase.phase() == SolverEvent.Phase.CONSTRUCTING
                && compiling.isZero()) {
            compiling = phase.elapsed();
        }
        if (event instanceof SolverEvent.Progress progress) {
            told = Math.max(told, done + progress.progress() * (afterwards - done));
        }
        listener.progress(variant, event, told);
    }
}
