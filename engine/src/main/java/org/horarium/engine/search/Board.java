package org.horarium.engine.search;

import org.jspecify.annotations.Nullable;

/** Where a worker notes how far it is, for another thread to read. */
final class Board {
    private volatile Phase phase = Phase.CONSTRUCTING;
    private volatile long moves;
    private volatile double spent;
    private volatile boolean wanted;
    private volatile long feasibleAt;
    private volatile boolean feasible;
    private volatile @Nullable Assignment copy;

    void phase(Phase phase) {
        this.phase = phase;
    }

    Phase phase() {
        return phase;
    }

    /** Called by the worker when it has its first plan without hard violations. */
    void feasible() {
        if (!feasible) {
            feasibleAt = System.nanoTime();
            feasible = true;
        }
    }

    boolean isFeasible() {
        return feasible;
    }

    /** When {@link #feasible()} was called, in {@link System#nanoTime()}. */
    long feasibleAt() {
        return feasibleAt;
    }

    /** Called by the worker now and then. */
    void tell(Worker worker, long moveCount) {
        moves = moveCount;
        spent = worker.spent();
        if (wanted) {
            Assignment fresh = new Assignment(worker.state().compiled());
            fresh.copyFrom(worker.best());
            copy = fresh;
            wanted = false;
        }
    }

    /** Whether somebody asked for a copy of the best plan. */
    boolean isWanted() {
        return wanted;
    }

    long moves() {
        return moves;
    }

    /** Share of the whole that is spent. */
    double spent() {
        return spent;
    }

    /** Asks for a copy of the best plan. */
    void ask() {
        wanted = true;
    }

    /** The last copy that was given; null before the first. */
    @Nullable
    Assignment copy() {
        return copy;
    }
}
