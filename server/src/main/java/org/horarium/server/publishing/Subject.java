package org.horarium.server.publishing;

import java.util.Locale;

/**
 * Whose week something is about.
 *
 * @param kind what it is
 * @param code of the person, student, group or room
 */
public record Subject(Kind kind, String code) {
    /** What can have a week. */
    public enum Kind {
        /** Somebody who teaches. */
        PERSON,
        /** Somebody who studies: the week of their group, with the electives that they chose. */
        STUDENT,
        /** A batch, section or subgroup, with all its parts. */
        GROUP,
        /** A room. */
        ROOM;

        /** The word in the database and in addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a word. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
