package org.horarium.server.timetable.board;

import java.util.Locale;

/** What somebody did on the board. */
public enum EditKind {
    /** One activity went to another time, room or person. */
    MOVE,
    /** Several activities moved together, as suggested. */
    CHAIN,
    /** An activity was taken off the board. */
    PARK,
    /** An activity was put where it breaks a rule, with a reason. */
    OVERRIDE,
    /** Several activities were changed because somebody or something is not there for a while. */
    REPAIR,
    /** Many activities were placed anew around what stays. */
    REGENERATE;

    /** The word in the database and in message keys. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EditKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
