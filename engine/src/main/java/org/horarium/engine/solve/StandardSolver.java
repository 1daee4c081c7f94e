package org.horarium.engine.solve;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.search.Outcome;
import org.horarium.engine.search.Portfolio;
import org.horarium.engine.search.Watcher;
import org.horarium.engine.verify.Score;
import org.horarium.engine.verify.Verifier;

/** Compiles, searches, verifies. */
final class StandardSolver implements Solver {
    /** Time kept back for compiling, verifying and starting up. */
    private static final Duration OVERHEAD = Duration.ofMillis(300);

    @Override
    public Solution solve(Problem problem, SolverOptions options, Consumer<SolverEvent> listener, StopSignal stop) {
        long started = System.nanoTime();
        listener.accept(new SolverEvent.PhaseStarted(Duration.ZERO, SolverEvent.Phase.CHECKING));
        CompiledProblem compiled = CompiledProblem.compile(problem);
        long limit = options.timeLimit().toNanos();
        long work = Portfolio.workFor(limit / 1e9);
        long deadline = started + Math.max(limit - OVERHEAD.toNanos(), limit / 2);
        Outcome outcome = Portfolio.run(
                compiled,
                options.threads(),
                options.seed(),
                work,
                deadline,
                stop::requested,
                new Teller(started, listener));
        List<Solution.Unplaced> unplaced = new ArrayList<>();
        outcome.unplaced().forEach((event, reason) -> unplaced.add(new Solution.Unplaced(event, reason)));
        Long feasibleAt = outcome.feasibleAt();
        return new Solution(
                outcome.plan(),
                Verifier.verify(problem, outcome.plan()),
                unplaced,
                since(started),
                feasibleAt == null ? null : Duration.ofNanos(feasibleAt - started),
                outcome.moves());
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** Turns what the search tells into events. */
    private record Teller(long started, Consumer<SolverEvent> listener, Current current) implements Watcher {
        Teller(long started, Consumer<SolverEvent> listener) {
            this(started, listener, new Current());
        }

        @Override
        public void phase(org.horarium.engine.search.Phase phase) {
            current.phase = SolverEvent.Phase.valueOf(phase.name());
            listener.accept(new SolverEvent.PhaseStarted(since(started), current.phase));
        }

        @Override
        public void progress(long hard, long[] costs, long moves, double progress) {
            listener.accept(
                    new SolverEvent.Progress(since(started), current.phase, score(hard, costs), moves, progress));
        }

        @Override
        public void improved(Plan plan, long hard, long[] costs) {
            listener.accept(new SolverEvent.Improved(since(started), plan, score(hard, costs)));
        }

        private static Score score(long hard, long[] costs) {
            Map<CostComponent, Long> byComponent = new EnumMap<>(CostComponent.class);
            for (CostComponent component : CostComponent.values()) {
                if (component.ordinal() < costs.length && costs[component.ordinal()] != 0) {
                    byComponent.put(component, costs[component.ordinal()]);
                }
            }
            return new Score(hard, byComponent);
        }
    }

    /** The phase told last. */
    private static final class Current {
        private SolverEvent.Phase phase = SolverEvent.Phase.CHECKING;
    }
}
