package org.horarium.server.generation.worker;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.horarium.engine.model.Plan;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.variant.Variant;
import org.horarium.engine.variant.VariantListener;
import org.horarium.engine.variant.VariantSet.Made;
import org.horarium.engine.verify.Score;
import org.horarium.server.generation.JobPhase;
import org.horarium.server.generation.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what the search tells, for those who look once a second. Safe for use by several threads.
 *
 * <p>Costs and conflicts are those of the balanced variant: the others are searched for under weights of their own, which
 * compare with nothing.
 */
final class Recorder implements VariantListener {
    /** Least time between two samples of the history, in milliseconds, as long as there is room. */
    private static final long SAMPLE_MS = 100;

    private final long started = System.nanoTime();
    private final long elapsedBefore;
    private final List<Progress.Sample> history = new ArrayList<>();
    private final Set<Variant> made = EnumSet.noneOf(Variant.class);
    private long sampleEveryMs = SAMPLE_MS;
    private JobPhase phase = JobPhase.CHECKING;
    private @Nullable Variant variant;
    private @Nullable Best best;
    private @Nullable Long firstFeasibleMs;
    private long moves;
    private long movesBefore;
    private double share;

    /**
     * The best plan of the balanced variant, as long as that is not ready.
     *
     * @param plan the plan
     * @param score its score
     * @param elapsedMs when it was found, in search time of all attempts
     */
    record Best(Plan plan, Score score, long elapsedMs) {}

    /**
     * Goes on from an earlier attempt.
     *
     * @param before what was known of it
     * @param elapsedBefore search time of earlier attempts that is not lost, in milliseconds
     * @param madeBefore variants that they have made
     */
    Recorder(Progress before, long elapsedBefore, Set<Variant> madeBefore) {
        this.elapsedBefore = elapsedBefore;
        made.addAll(madeBefore);
        before.history().stream()
                .filter(sample -> sample.elapsedMs() <= elapsedBefore)
                .forEach(history::add);
        Long feasible = before.firstFeasibleMs();
        if (feasible != null && feasible <= elapsedBefore) {
            firstFeasibleMs = feasible;
        }
    }

    @Override
    public synchronized void progress(Variant current, SolverEvent event, double done) {
        variant = current;
        share = Math.max(share, done);
        boolean firstBalanced = current == Variant.BALANCED && !made.contains(current);
        if (event instanceof SolverEvent.PhaseStarted begun) {
            phase = phase(begun.phase());
        } else if (event instanceof SolverEvent.Progress progress) {
            phase = phase(progress.phase());
            count(progress.moves());
            if (firstBalanced) {
                sample(progress.best());
            }
        } else if (event instanceof SolverEvent.Improved improved && firstBalanced) {
            if (best == null || improved.score().compareTo(best.score()) < 0) {
                best = new Best(improved.plan(), improved.score(), elapsedMs());
            }
            sample(improved.score());
        }
    }

    @Override
    public synchronized void made(Made ready) {
        Score score = ready.solution().verdict().score();
        if (ready.variant() == Variant.BALANCED) {
            sample(score);
        }
        if (score.feasible()) {
            made.add(ready.variant());
        }
    }

    /** Each search counts its moves from 0. */
    private void count(long ofThisSearch) {
        if (ofThisSearch < moves - movesBefore) {
            movesBefore = moves;
        }
        moves = movesBefore + ofThisSearch;
    }

    private long elapsedMs() {
        return elapsedBefore + (System.nanoTime() - started) / 1_000_000;
    }

    private static JobPhase phase(SolverEvent.Phase phase) {
        return switch (phase) {
            case CHECKING -> JobPhase.CHECKING;
            case CONSTRUCTING -> JobPhase.CONSTRUCTING;
            case REPAIRING -> JobPhase.REPAIRING;
            case IMPROVING -> JobPhase.IMPROVING;
        };
    }

    private void sample(Score score) {
        long elapsedMs = elapsedMs();
        if (firstFeasibleMs == null && score.feasible()) {
            firstFeasibleMs = elapsedMs;
        }
        var sample = new Progress.Sample(elapsedMs, score.hard(), score.total());
        int last = history.size() - 1;
        if (last > 0 && elapsedMs - history.get(last - 1).elapsedMs() < sampleEveryMs) {
            history.set(last, sample);
            return;
        }
        history.add(sample);
        if (history.size() > Progress.HISTORY) {
            // Every other one goes; from now on samples are twice as rare.
            for (int i = history.size() - 2; i > 0; i -= 2) {
                history.remove(i);
            }
            sampleEveryMs *= 2;
        }
    }

    /** The search is over; the result is being verified and saved. */
    synchronized void saving() {
        phase = JobPhase.SAVING;
        variant = null;
        share = 1;
    }

    synchronized @Nullable Best best() {
        return made.contains(Variant.BALANCED) ? null : best;
    }

    /** What is known now. Until the result is saved there is something left to do: never more than 99 percent. */
    synchronized Progress progress() {
        Progress.Sample last = history.isEmpty() ? null : history.get(history.size() - 1);
        return new Progress(
                (int) Math.min(99, Math.floor(share * 100)),
                phase,
                last == null ? null : last.hard(),
                last == null ? null : last.cost(),
                variant,
                List.copyOf(made),
                firstFeasibleMs,
                moves,
                elapsedMs(),
                history);
    }
}
