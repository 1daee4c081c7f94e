package org.horarium.engine.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Problem;
import org.horarium.engine.pipeline.StagedStrategy;
import org.horarium.engine.search.Limits;
import org.horarium.engine.search.Outcome;
import org.horarium.engine.search.Portfolio;
import org.horarium.engine.search.ProcessorClock;
import org.horarium.engine.verify.Verifier;

/** Compiles, searches, verifies. */
final class StandardSolver implements Solver {
    /** Time kept back for ending the search and handing over. */
    private static final Duration OVERHEAD = Duration.ofMillis(300);

    /** Verifying, and finding reasons for what is not placed, took at most so many times as long as compiling. */
    private static final int VERIFYING = 2;

    @Override
    public Solution solve(Problem problem, SolverOptions options, Consumer<SolverEvent> listener, StopSignal stop) {
        long started = System.nanoTime();
        Teller teller = new Teller(problem, started, listener);
        teller.checking();
        CompiledProblem compiled = CompiledProblem.compile(problem);
        Outcome outcome = Portfolio.run(
                compiled,
                options.threads(),
                options.seed(),
                limits(options, started, stop),
                options.start(),
                new StagedStrategy(options, stop),
                teller);
        List<Solution.Unplaced> unplaced = new ArrayList<>();
        outcome.unplaced().forEach((event, reason) -> unplaced.add(new Solution.Unplaced(event, reason)));
        Long feasibleAt = outcome.feasibleAt();
        return new Solution(
                outcome.plan(),
                Verifier.verify(problem, outcome.plan()),
                unplaced,
                Duration.ofNanos(System.nanoTime() - started),
                feasibleAt == null ? null : Duration.ofNanos(feasibleAt - started),
                outcome.moves());
    }

    private static Limits limits(SolverOptions options, long started, StopSignal stop) {
        long limit = options.timeLimit().toNanos();
        long compiling = System.nanoTime() - started;
        long deadline = started + Math.max(limit - OVERHEAD.toNanos() - VERIFYING * compiling, limit / 2);
        if (options.effort() instanceof Effort.WholeLimit) {
            return Limits.ofTime(deadline, stop::requested);
        }
        if (options.effort() instanceof Effort.ProcessorTime) {
            return Limits.ofProcessorTime(new ProcessorClock(), deadline - started, stop::requested);
        }
        long work = options.effort() instanceof Effort.Work fixed ? fixed.steps() : Portfolio.workFor(limit / 1e9);
        return Limits.ofWork(work, deadline, stop::requested);
    }
}
