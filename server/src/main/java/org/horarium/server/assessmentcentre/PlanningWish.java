package org.horarium.server.assessmentcentre;

import java.util.Locale;

/** What somebody asked of a planning job while it runs. */
public enum PlanningWish {
    /** Nothing: go on. */
    NONE,
    /** Stop searching and keep the best plan. */
    STOP,
    /** Stop and keep nothing. */
    CANCEL;

    /** The word in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The wish of a word. */
    public static PlanningWish of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
