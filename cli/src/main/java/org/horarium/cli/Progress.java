package org.horarium.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.horarium.engine.solve.SolverEvent;
import org.jspecify.annotations.Nullable;

/** Tells of a search on stderr: each phase as it begins, and a line a second. */
final class Progress implements Consumer<SolverEvent> {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final @Nullable PrintWriter err;
    private Duration told = Duration.ZERO;

    /** @param err where to; null for silence */
    Progress(@Nullable PrintWriter err) {
        this.err = err;
    }

    @Override
    public void accept(SolverEvent event) {
        if (err == null) {
            return;
        }
        if (event instanceof SolverEvent.PhaseStarted started) {
            err.printf(Locale.ROOT, "%7s s  %s%n", Report.seconds(started.elapsed()), Report.name(started.phase()));
            err.flush();
        } else if (event instanceof SolverEvent.StageFinished stage) {
            err.printf(
                    Locale.ROOT,
                    "%7s s  stage %s: hard %d  cost %d%s  %.0f %% of the work%s%n",
                    Report.seconds(stage.elapsed()),
                    stage.stage(),
                    stage.best().hard(),
                    stage.best().total(),
                    stage.bound() == null ? "" : "  bound " + stage.bound(),
                    100 * stage.share(),
                    stage.note().isEmpty() ? "" : "  (" + stage.note() + ")");
            err.flush();
        } else if (event instanceof SolverEvent.Progress progress
                && progress.elapsed().minus(told).compareTo(PAUSE) >= 0) {
            told = progress.elapsed();
            err.printf(
                    Locale.ROOT,
                    "%7s s  %-12s  hard %d  cost %d  moves %d%n",
                    Report.seconds(progress.elapsed()),
                    Report.name(progress.phase()),
                    progress.best().hard(),
                    progress.best().total(),
                    progress.moves());
            err.flush();
        }
    }
}
