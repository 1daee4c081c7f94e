package org.horarium.engine.verify;

/**
 * The rules that every plan must keep. Each says what it counts; the sum over all is {@link Score#hard()}. A clash of two
 * events counts once for the room, person or group they share, however often they meet.
 */
public enum HardRule {
    /** Every event is placed. Counts events that are not; no other rule is applied to them. */
    PLACED,
    /** An event is placed once; the plan names only events of the problem. Counts superfluous placements, which no other rule sees. */
    PLACED_ONCE,
    /** The time is one of the event's candidates (or pinned). Counts events. */
    TIME_CANDIDATE,
    /** The room is one of the event's candidates (or pinned); an event that needs none has none. Counts events. */
    ROOM_CANDIDATE,
    /**
     * Each role is filled by exactly as many different candidates as needed (or pinned people). Counts, for each role, the
     * people who are missing, too many, no candidates, or named before for the same event.
     */
    STAFF_CANDIDATE,
    /** No two events share a room at a time. Counts pairs. */
    ROOM_CLASH,
    /** The room is available. Counts events. */
    ROOM_UNAVAILABLE,
    /** Nobody gives two events at a time. Counts pairs, for each person. */
    PERSON_CLASH,
    /** The person is available. Counts events, for each person. */
    PERSON_UNAVAILABLE,
    /** No group attends two events at a time. Counts pairs, for each group. */
    GROUP_CLASH,
    /** The group is available. Counts events, for each group. */
    GROUP_UNAVAILABLE,
    /** What was pinned stays. Counts times, rooms and people that did not. */
    PIN,
    /**
     * A student attends exactly one class of each subpart of one configuration of each course, parents included, and nothing
     * else. Counts courses that are attended wrongly and classes that are none of the student's.
     */
    SECTIONING,
    /** No class has more students than its limit. Counts classes. */
    CLASS_LIMIT,
    /** A hard constraint of the problem holds. Counts the constraint's units of violation, before any division by weeks. */
    CONSTRAINT
}
