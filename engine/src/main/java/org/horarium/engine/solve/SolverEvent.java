package org.horarium.engine.solve;

import java.time.Duration;
import org.horarium.engine.model.Plan;
import org.horarium.engine.verify.Score;
import org.jspecify.annotations.Nullable;

/** What a search tells while it runs. */
public sealed interface SolverEvent {
    /** Time since the search began. */
    Duration elapsed();

    /** The phases a planner sees. */
    enum Phase {
        /** Compiling the problem. */
        CHECKING,
        /** Placing events one by one. */
        CONSTRUCTING,
        /** Repairing until no hard constraint is broken. */
        REPAIRING,
        /** Making a feasible plan cheaper. */
        IMPROVING
    }

    /**
     * A phase has begun.
     *
     * @param elapsed since the search began
     * @param phase which
     */
    record PhaseStarted(Duration elapsed, Phase phase) implements SolverEvent {}

    /**
     * A sign of life, about twice a second.
     *
     * @param elapsed since the search began
     * @param phase current phase
     * @param best score of the best plan so far
     * @param moves moves evaluated so far, over all threads
     * @param progress share of the work done, 0 to 1; never decreases
     */
    record Progress(Duration elapsed, Phase phase, Score best, long moves, double progress) implements SolverEvent {}

    /**
     * A better plan was found. Not every improvement is told, but the last one always is.
     *
     * @param elapsed since the search began
     * @param plan the plan
     * @param score its score
     */
    record Improved(Duration elapsed, Plan plan, Score score) implements SolverEvent {}

    /**
     * A stage of the pipeline begins.
     *
     * @param elapsed since the search began
     * @param stage its name
     */
    record StageStarted(Duration elapsed, String stage) implements SolverEvent {}

    /**
     * A stage of the pipeline is over.
     *
     * @param elapsed since the search began
     * @param stage its name
     * @param best score of the best plan so far
     * @param bound no plan costs less; null where nothing is known
     * @param share of the work (or of the time, where only that is limited) that the stage took, 0 to 1
     * @param note what came of it, in a few words; may be empty
     */
    record StageFinished(
            Duration elapsed,
            String stage,
            Score best,
            @Nullable Long bound,
            double share,
            String note) implements SolverEvent {}
}
