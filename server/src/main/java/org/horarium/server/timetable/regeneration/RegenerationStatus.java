package org.horarium.server.timetable.regeneration;

import java.util.Locale;

/** Where a regeneration stands. */
public enum RegenerationStatus {
    /** It waits for its turn. */
    QUEUED,
    /** The search runs. */
    RUNNING,
    /** Its moves wait for a decision; there may be none. */
    READY,
    /** Nothing came of it. */
    FAILED,
    /** Its moves were made. */
    ACCEPTED,
    /** Its moves were thrown away. */
    REFUSED;

    /** The word in the database and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is not over yet. */
    public boolean open() {
        return this == QUEUED || this == RUNNING;
    }

    static RegenerationStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
