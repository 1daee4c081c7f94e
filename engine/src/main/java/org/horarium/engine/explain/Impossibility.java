package org.horarium.engine.explain;

import java.util.List;

/**
 * A proof that no plan exists: a few records that cannot all be satisfied, whatever the rest looks like.
 *
 * @param family what kind of proof
 * @param subjects the records it is about: first what is short (a person, a group, rooms, a rule), then the events
 * @param needed how much of {@code unit} these events need at least
 * @param available how much there is at most; less than {@code needed}
 * @param unit what is counted, for example "slots"
 * @param message one or two sentences for people, with names and numbers
 * @param advice what to try, the most promising first
 */
public record Impossibility(
        Family family,
        List<Subject> subjects,
        long needed,
        long available,
        String unit,
        String message,
        List<String> advice) {
    public Impossibility {
        subjects = List.copyOf(subjects);
        advice = List.copyOf(advice);
    }

    /** The ids of the subjects of one kind, in order. */
    public List<String> ids(Subject.Kind kind) {
        return subjects.stream()
                .filter(subject -> subject.kind() == kind)
                .map(Subject::id)
                .toList();
    }

    /** The families of proofs. */
    public enum Family {
        /** A pin asks for what its event cannot have: a role it does not need, more people than it needs. */
        PIN_INVALID,
        /** A pin lies where its group, person or room is unavailable. */
        PIN_UNAVAILABLE,
        /** Two pins want one person, group or room at the same time. */
        PIN_CLASH,
        /** No candidate time of an event is left. */
        NO_TIME,
        /** An event needs a room and has no candidate. */
        NO_ROOM,
        /** An event or a series of events has too few candidates for a role. */
        NO_PERSON,
        /** What only one person can give does not fit the slots in which that person is free. */
        PERSON_TIME,
        /** The events of a group do not fit the slots in which it is free. */
        GROUP_TIME,
        /** Events compete for rooms: Hall's condition on times and rooms does not hold. */
        ROOM_TIME,
        /** More than a load limit (slots or days, in a day or a week) allows. */
        LOAD_LIMIT,
        /** All together the people who qualify cannot carry what must be given. */
        STAFF_LOAD,
        /** Something scarce is asked for more often than there is. */
        EQUIPMENT,
        /** Events do not fit the days as far apart as they must be. */
        DAYS,
        /** An order that runs in a circle or does not fit the times. */
        ORDER,
        /** Rules that exclude each other. */
        CONTRADICTION,
        /** More students demand a course than its classes hold. */
        SEATS
    }
}
