package org.horarium.engine.search;

import org.horarium.engine.compile.CompiledProblem;
import org.jspecify.annotations.Nullable;

/** The workers of a search, as a {@link Strategy} sees them. */
public interface Crew {
    /** What a worker does in a round. */
    interface Task {
        /**
         * Works; called in the worker's own thread.
         *
         * @param worker who works
         * @param start the plan to begin with: the worker's own best, or for the worse half the best of all
         */
        void run(Worker worker, Assignment start);
    }

    /** The problem. */
    CompiledProblem compiled();

    /** Number of workers. */
    int size();

    /** Whether the search began with a plan that was given to it. */
    boolean hasStartPlan();

    /** Whether annealing goes on the small arrays of problems whose events take one slot; only to be asked between rounds. */
    boolean annealsOnSlots();

    /** Share of the whole that the slowest worker has spent, 0 to 1. */
    double spent();

    /** Whether the limits are reached, everything is spent, or the best plan costs nothing. */
    boolean isDone();

    /** The best plan of all; only to be looked at between rounds. */
    Assignment best();

    /** Has every worker do something, and waits for all of them. */
    void round(Task task);

    /** Tells the watcher that a stage begins. */
    void stageStarted(String stage);

    /**
     * Tells the watcher that a stage is over.
     *
     * @param stage its name
     * @param bound no plan costs less; null where nothing is known
     * @param share of the whole that it took
     * @param note what came of it, in a few words; may be empty
     */
    void stageFinished(String stage, @Nullable Long bound, double share, String note);
}
