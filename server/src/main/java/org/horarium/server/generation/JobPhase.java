package org.horarium.server.generation;

import java.util.Locale;

/** What a running job is doing. */
public enum JobPhase {
    /** Reading the schedule's data and checking them. */
    CHECKING,
    /** Placing activities one by one. */
    CONSTRUCTING,
    /** Resolving conflicts. */
    REPAIRING,
    /** Making a timetable without conflicts better. */
    IMPROVING,
    /** Verifying the best timetable and saving it. */
    SAVING;

    /** The word in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The phase of a word. */
    public static JobPhase of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
