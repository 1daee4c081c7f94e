package org.horarium.server.assessmentcentre;

import java.util.Locale;

/** Where a session stands on the day. */
public enum SessionState {
    /** Its time has not come. */
    PLANNED,
    /** Its time has come; nobody has said that it runs. */
    DUE,
    /** It runs. */
    RUNNING,
    /** It runs, and its time is over. */
    OVERRUN,
    /** Its time has come, and it has not begun. */
    LATE,
    /** It is finished. */
    FINISHED,
    /** Its time is over; nobody has said anything. */
    OVER;

    /** The word in JSON and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
