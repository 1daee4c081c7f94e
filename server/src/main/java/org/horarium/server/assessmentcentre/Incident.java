package org.horarium.server.assessmentcentre;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened on the day, as it is told.
 *
 * @param kind what
 * @param subject id of the participant, assessor or room, or key of the session
 * @param minutes how late, or how much longer; null for kinds without minutes
 */
public record Incident(Kind kind, String subject, @Nullable Integer minutes) {
    /** Most minutes that somebody can be late or a session can overrun. */
    public static final int MAX_MINUTES = 480;

    /** What can happen. */
    public enum Kind {
        /** A participant comes some minutes from now. */
        PARTICIPANT_LATE(true),
        /** A participant does not come, or goes. */
        PARTICIPANT_ABSENT(false),
        /** An assessor drops out. */
        ASSESSOR_OUT(false),
        /** A room can't be used any more. */
        ROOM_LOST(false),
        /** A session takes some minutes longer than planned. */
        SESSION_OVERRAN(true);

        private final boolean timed;

        Kind(boolean timed) {
            this.timed = timed;
        }

        /** Whether minutes are told. */
        public boolean timed() {
            return timed;
        }

        /** The word in JSON and in message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
