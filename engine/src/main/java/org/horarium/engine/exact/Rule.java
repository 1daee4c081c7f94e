package org.horarium.engine.exact;

/**
 * A hard rule that a model can keep, leave out, or keep at a price.
 *
 * @param kind which rule
 * @param id of the event, person, room, group or constraint it is about
 * @param part what of it: for unavailability the index of the time in the record, for calendar constraints the member;
 *     empty for the whole
 */
public record Rule(Kind kind, String id, String part) {
    /** A rule as a whole. */
    public static Rule of(Kind kind, String id) {
        return new Rule(kind, id, "");
    }

    /** The kinds of rules. */
    public enum Kind {
        /** An event is placed. */
        EVENT,
        /** An event has one of its candidate times. Left out, it may be at any time of the same length and weeks. */
        TIMES,
        /** An event has one of its candidate rooms. Left out, it may be in any room. */
        ROOMS,
        /** An event has only candidates as staff. Left out, anybody may give it. */
        STAFF,
        /** The pin of an event. */
        PIN,
        /** A person gives one event at a time. */
        PERSON_CLASH,
        /** A person is not there at a time. */
        PERSON_AWAY,
        /** A room takes one event at a time. */
        ROOM_CLASH,
        /** A room is closed at a time. */
        ROOM_AWAY,
        /** A group attends one event at a time. */
        GROUP_CLASH,
        /** A group is not there at a time. */
        GROUP_AWAY,
        /** A hard constraint, of calendar constraints for one member. */
        CONSTRAINT
    }
}
