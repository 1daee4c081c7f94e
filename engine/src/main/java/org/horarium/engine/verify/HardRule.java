package org.horarium.engine.verify;

/** The rules that every plan must keep. */
public enum HardRule {
    /** Every event is placed. */
    PLACED,
    /** An event is placed once; the plan names only events of the problem. */
    PLACED_ONCE,
    /** The time is one of the event's candidates (or pinned). */
    TIME_CANDIDATE,
    /** The room is one of the event's candidates (or pinned); an event that needs none has none. */
    ROOM_CANDIDATE,
    /** Each role is filled by exactly as many different candidates as needed (or pinned people). */
    STAFF_CANDIDATE,
    /** No two events share a room at a time. */
    ROOM_CLASH,
    /** The room is available. */
    ROOM_UNAVAILABLE,
    /** Nobody gives two events at a time. */
    PERSON_CLASH,
    /** The person is available. */
    PERSON_UNAVAILABLE,
    /** No group attends two events at a time. */
    GROUP_CLASH,
    /** The group is available. */
    GROUP_UNAVAILABLE,
    /** What was pinned stays. */
    PIN,
    /** A student attends exactly one class of each subpart of one configuration of each course, parents included. */
    SECTIONING,
    /** No class has more students than its limit. */
    CLASS_LIMIT,
    /** A hard constraint of the problem holds. */
    CONSTRAINT
}
