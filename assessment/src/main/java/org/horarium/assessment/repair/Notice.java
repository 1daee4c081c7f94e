package org.horarium.assessment.repair;

import java.util.List;

/**
 * Who must be told what.
 *
 * @param kind participant or assessor
 * @param person id
 * @param lines one for each of their sessions that changes: {@code role-play-1 moves from 09:00 to 09:35, Room-A.}
 */
public record Notice(Kind kind, String person, List<String> lines) {
    /** Whom a notice is for. Participants' notices name no other participant and no assessor. */
    public enum Kind {
        PARTICIPANT,
        ASSESSOR
    }

    public Notice {
        lines = List.copyOf(lines);
    }
}
