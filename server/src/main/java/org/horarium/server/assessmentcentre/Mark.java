package org.horarium.server.assessmentcentre;

import java.time.LocalDateTime;
import java.util.Locale;

/**
 * What was seen of a session on the day.
 *
 * @param session its key
 * @param kind what was seen
 * @param plannedStart the start that the session had then
 * @param at when it was seen, local to the centre
 * @param by login name
 */
public record Mark(String session, Kind kind, LocalDateTime plannedStart, LocalDateTime at, String by) {
    /** What can be seen. */
    public enum Kind {
        STARTED,
        FINISHED,
        /** It has not begun though its time has come. */
        LATE,
        /** The mark before was a mistake. */
        CLEARED;

        /** The word in the database and in JSON. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a word. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
