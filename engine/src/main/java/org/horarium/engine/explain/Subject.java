package org.horarium.engine.explain;

/**
 * A record that an answer is about, so that a page can link to it.
 *
 * @param kind what it is
 * @param id its id in the problem; of a pin the id of the pinned event
 * @param name for people
 */
public record Subject(Kind kind, String id, String name) {
    /** The kinds of records of a problem. */
    public enum Kind {
        /** An {@link org.horarium.engine.model.Event}. */
        EVENT,
        /** A {@link org.horarium.engine.model.Pin}; the id is that of its event. */
        PIN,
        /** A {@link org.horarium.engine.model.Person}. */
        PERSON,
        /** A {@link org.horarium.engine.model.Group}. */
        GROUP,
        /** A {@link org.horarium.engine.model.Room}. */
        ROOM,
        /** A {@link org.horarium.engine.model.Constraint}. */
        CONSTRAINT,
        /** A {@link org.horarium.engine.model.Course}. */
        COURSE
    }
}
