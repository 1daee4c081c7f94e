package org.horarium.engine.lns;

/** What is freed together. */
public enum NeighbourhoodKind {
    /** A community of events, or its closest part. */
    CLUSTER,
    /** What takes place in one room. */
    ROOM,
    /** What takes place on one day. */
    DAY,
    /** What one person gives, and what is close to it. */
    PERSON,
    /** The surroundings of an event that has no place, or that costs much. */
    CONFLICT
}
