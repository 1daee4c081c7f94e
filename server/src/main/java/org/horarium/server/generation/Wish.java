package org.horarium.server.generation;

import java.util.Locale;

/** What somebody asked of a job while it runs. */
public enum Wish {
    /** Nothing: go on. */
    NONE,
    /** Stop searching and keep the best timetable. */
    STOP,
    /** Stop and keep nothing. */
    CANCEL;

    /** The word in the database and on the wire. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The wish of a word. */
    public static Wish of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
