package org.horarium.engine.search;

/** What a search is doing. */
public enum Phase {
    /** Placing events one by one. */
    CONSTRUCTING,
    /** Repairing until no hard rule is broken. */
    REPAIRING,
    /** Making a feasible plan cheaper. */
    IMPROVING
}
