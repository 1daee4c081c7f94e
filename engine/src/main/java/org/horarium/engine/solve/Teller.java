package org.horarium.engine.solve;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.search.Incumbent;
import org.horarium.engine.search.Phase;
import org.horarium.engine.search.Watcher;
import org.horarium.engine.verify.Score;
import org.horarium.engine.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * Turns what the search tells into events. Scores are the verifier's: while rules are broken the search counts them in its
 * own way, so the plan is verified; once only unplaced events are left, both count the same.
 */
final class Teller implements Watcher {
    /** Verifying may take this share of the time of the thread that watches. */
    private static final double VERIFYING_SHARE = 0.1;

    private final Problem problem;
    private final long started;
    private final Consumer<SolverEvent> listener;
    private SolverEvent.Phase phase = SolverEvent.Phase.CHECKING;
    private long verifyAgainAt;
    private Score verified = new Score(0, Map.of());
    private long neverCounted = -1;

    /**
     * @param problem what is solved
     * @param started value of {@link System#nanoTime()} when the search began
     * @param listener receives the events
     */
    Teller(Problem problem, long started, Consumer<SolverEvent> listener) {
        this.problem = problem;
        this.started = started;
        this.listener = listener;
        verifyAgainAt = started;
    }

    /** Tells that the problem is being compiled. */
    void checking() {
        listener.accept(new SolverEvent.PhaseStarted(elapsed(), phase));
    }

    @Override
    public void phase(Phase next) {
        phase = SolverEvent.Phase.valueOf(next.name());
        listener.accept(new SolverEvent.PhaseStarted(elapsed(), phase));
    }

    @Override
    public void progress(Incumbent best, long moves, double progress) {
        boolean legal = best.broken() == best.unplaced();
        Score score = legal || System.nanoTime() - verifyAgainAt >= 0 ? score(best, best.plan()) : verified;
        listener.accept(new SolverEvent.Progress(elapsed(), phase, score, moves, progress));
    }

    @Override
    public void improved(Incumbent best) {
        Plan plan = best.plan();
        listener.accept(new SolverEvent.Improved(elapsed(), plan, score(best, plan)));
    }

    @Override
    public void stageStarted(String stage) {
        listener.accept(new SolverEvent.StageStarted(elapsed(), stage));
    }

    @Override
    public void stageFinished(String stage, Incumbent best, @Nullable Long bound, double share, String note) {
        Score score = score(best, best.plan());
        listener.accept(new SolverEvent.StageFinished(elapsed(), stage, score, bound, share, note));
    }

    private Score score(Incumbent best, Plan plan) {
        boolean legal = best.broken() == best.unplaced();
        if (legal && neverCounted >= 0) {
            return new Score(best.unplaced() + neverCounted, byComponent(best.costs()));
        }
        long begin = System.nanoTime();
        verified = Verifier.verify(problem, plan).score();
        long end = System.nanoTime();
        verifyAgainAt = end + (long) ((end - begin) / VERIFYING_SHARE);
        if (legal) {
            // what no search can mend, such as a course without any class to attend
            neverCounted = verified.hard() - best.unplaced();
        }
        return verified;
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private static Map<CostComponent, Long> byComponent(long[] costs) {
        Map<CostComponent, Long> map = new EnumMap<>(CostComponent.class);
        for (CostComponent component : CostComponent.values()) {
            if (costs[component.ordinal()] != 0) {
                map.put(component, costs[component.ordinal()]);
            }
        }
        return map;
    }
}
