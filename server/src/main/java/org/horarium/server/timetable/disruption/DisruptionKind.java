package org.horarium.server.timetable.disruption;

import java.util.Locale;

/** What can happen. */
public enum DisruptionKind {
    /** Somebody who teaches is absent. */
    PERSON,
    /** A room can't be used. */
    ROOM,
    /** An activity can't take place when it should. */
    ACTIVITY;

    /** The word in the database, in addresses and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DisruptionKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
