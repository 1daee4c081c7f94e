package org.horarium.engine.pipeline;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.horarium.engine.exact.ExactOptions;
import org.horarium.engine.exact.ExactResult;
import org.horarium.engine.exact.ExactSolver;
import org.horarium.engine.lns.FixAndOptimise;
import org.horarium.engine.lns.NeighbourhoodKind;
import org.horarium.engine.pipeline.StagedStrategy.Result;
import org.horarium.engine.search.Assignment;
import org.horarium.engine.search.Crew;
import org.horarium.engine.search.Worker;
import org.horarium.engine.solve.StopSignal;

/** CP-SAT at work: the whole problem where it is small, else one neighbourhood after the other. */
final class ExactStage {
    /** Most work on the whole of a small problem, as CP-SAT counts. */
    private static final double WHOLE_EFFORT = 60;

    /** So many tries without success end the search for places for what has none. */
    private static final int PATIENCE = 20;

    private static final Duration SHORTEST = Duration.ofMillis(200);

    private final Workshop workshop;
    private final Crew crew;
    private final Map<FixAndOptimise.Outcome, AtomicInteger> outcomes = new EnumMap<>(FixAndOptimise.Outcome.class);

    ExactStage(Workshop workshop) {
        this.workshop = workshop;
        this.crew = workshop.crew();
        for (FixAndOptimise.Outcome outcome : FixAndOptimise.Outcome.values()) {
            outcomes.put(outcome, new AtomicInteger());
        }
    }

    /** Tries to place what has no place, together with its surroundings. */
    Result complete(double until) {
        crew.round((worker, start) -> {
            start.restore(worker.state());
            int idle = 0;
            while (worker.best().hard() > 0 && idle < PATIENCE && !worker.isCutOff() && worker.spent() < until) {
                FixAndOptimise.Outcome outcome = workshop.toolkit(worker).free(NeighbourhoodKind.CONFLICT);
                idle = outcome == FixAndOptimise.Outcome.BETTER ? 0 : idle + 1;
                count(outcome);
            }
        });
        return new Result(null, false, note());
    }

    /**
     * Improves the best plan.
     *
     * @param whole whether the problem is small enough to be solved as a whole first
     * @param until share of the whole at which the stage ends
     * @param byTime whether only time limits the search
     */
    Result run(boolean whole, double until, boolean byTime, StopSignal stop) {
        Result[] proof = {Result.NOTHING};
        if (whole) {
            Worker[] first = new Worker[1];
            crew.round((worker, start) -> {
                boolean mine;
                synchronized (first) {
                    mine = first[0] == null;
                    first[0] = mine ? worker : first[0];
                }
                if (mine) {
                    proof[0] = solve(worker, until, byTime, stop);
                } else {
                    worker.improve(start, 0.3, worker.spent() + (until - worker.spent()) / 2);
                }
            });
            Long bound = proof[0].bound();
            if (bound != null && crew.best().hard() == 0 && crew.best().soft() <= bound) {
                return new Result(bound, true, "proved: no plan is better");
            }
        }
        crew.round((worker, start) -> neighbourhoods(worker, start, until));
        String bound = proof[0].note();
        return new Result(proof[0].bound(), false, bound.isEmpty() ? note() : bound + "; " + note());
    }

    private Result solve(Worker worker, double until, boolean byTime, StopSignal stop) {
        double share = Math.max(0.01, until - worker.spent());
        Duration limit = worker.timeFor(share);
        ExactOptions options = new ExactOptions(
                limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit,
                1,
                true,
                1,
                true,
                byTime
                        ? Double.POSITIVE_INFINITY
                        : Math.min(WHOLE_EFFORT, worker.workFor(share) / FixAndOptimise.STEPS_PER_SECOND));
        ExactResult result = ExactSolver.solve(worker.state().compiled().problem, options, worker.plan(), stop);
        worker.state().addWork((int) Math.min(Integer.MAX_VALUE, FixAndOptimise.STEPS_PER_SECOND * result.effort()));
        if (result.plan() != null) {
            worker.adopt(result.plan());
        }
        boolean known = result.status() == ExactResult.Status.OPTIMAL || result.status() == ExactResult.Status.FEASIBLE;
        String note = "whole problem: " + result.status().name().toLowerCase(Locale.ROOT)
                + (result.leftOut().isEmpty() ? "" : ", without " + String.join(", ", result.leftOut()));
        return new Result(known ? Math.max(0, result.bound()) : null, false, note);
    }

    private void neighbourhoods(Worker worker, Assignment start, double until) {
        start.restore(worker.state());
        NeighbourhoodKind[] kinds = NeighbourhoodKind.values();
        Toolkit toolkit = workshop.toolkit(worker);
        for (int i = 0;
                !worker.isCutOff() && worker.spent() < until && worker.best().soft() > 0;
                i++) {
            count(toolkit.free(kinds[i % kinds.length]));
        }
    }

    private void count(FixAndOptimise.Outcome outcome) {
        AtomicInteger counter = outcomes.get(outcome);
        if (counter != null) {
            counter.incrementAndGet();
        }
    }

    private String note() {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getValue().get() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "neighbourhoods: ", ""));
    }
}
