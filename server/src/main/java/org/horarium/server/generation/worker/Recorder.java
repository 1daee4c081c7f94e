package org.horarium.server.generation.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.horarium.engine.model.Plan;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.verify.Score;
import org.horarium.server.generation.JobPhase;
import org.horarium.server.generation.Progress;
import org.jspecify.annotations.Nullable;

/** Remembers what the solver tells, for those who look once a second. Safe for use by several threads. */
final class Recorder implements Consumer<SolverEvent> {
    /** Least time between two samples of the history, in milliseconds, as long as there is room. */
    private static final long SAMPLE_MS = 100;

    private final List<Progress.Sample> history = new ArrayList<>();
    private long sampleEveryMs = SAMPLE_MS;
    private JobPhase phase = JobPhase.CHECKING;
    private @Nullable Best best;
    private long moves;
    private double share;
    private long elapsedMs;

    /**
     * The best plan so far.
     *
     * @param plan the plan
     * @param score its score
     * @param elapsedMs when it was found
     */
    record Best(Plan plan, Score score, long elapsedMs) {}

    @Override
    public synchronized void accept(SolverEvent event) {
        elapsedMs = Math.max(elapsedMs, event.elapsed().toMillis());
        if (event instanceof SolverEvent.PhaseStarted started) {
            phase = phase(started.phase());
        } else if (event instanceof SolverEvent.Progress progress) {
            phase = phase(progress.phase());
            moves = Math.max(moves, progress.moves());
            share = Math.max(share, progress.progress());
            sample(progress.best());
        } else if (event instanceof SolverEvent.Improved improved) {
            if (best == null || improved.score().compareTo(best.score()) < 0) {
                best = new Best(improved.plan(), improved.score(), elapsedMs);
            }
            sample(improved.score());
        }
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
        share = 1;
    }

    synchronized @Nullable Best best() {
        return best;
    }

    /** What is known now. Until the result is saved there is something left to do: never more than 99 percent. */
    synchronized Progress progress() {
        Progress.Sample last = history.isEmpty() ? null : history.get(history.size() - 1);
        return new Progress(
                (int) Math.min(99, Math.floor(share * 100)),
                phase,
                last == null ? null : last.hard(),
                last == null ? null : last.cost(),
                moves,
                elapsedMs,
                history);
    }
}
