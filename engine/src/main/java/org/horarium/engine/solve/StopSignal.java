package org.horarium.engine.solve;

/** A request to end a search early and keep the best plan. Safe for use by several threads. */
public final class StopSignal {
    private volatile boolean requested;

    /** Asks the search to end. Cannot be taken back. */
    public void request() {
        requested = true;
    }

    /** Whether somebody has asked. */
    public boolean requested() {
        return requested;
    }
}
