package org.horarium.assessment.model;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * A plan of a centre: all of its sessions. The same sessions are seen per assessment, participant, assessor and room.
 *
 * @param sessions in the order of start, then key
 */
public record Plan(List<Session> sessions) {
    public Plan {
        sessions = sessions.stream()
                .sorted(Comparator.comparing(Session::start).thenComparing(Session::key))
                .toList();
    }

    /** Sessions of one assessment, in the order of start. */
    public List<Session> ofAssessment(String id) {
        return sessions.stream().filter(s -> s.assessment().equals(id)).toList();
    }

    /** Sessions of one participant, in the order of start. */
    public List<Session> ofParticipant(String id) {
        return sessions.stream().filter(s -> s.hasParticipant(id)).toList();
    }

    /** Sessions of one assessor, in the order of start. */
    public List<Session> ofAssessor(String id) {
        return sessions.stream().filter(s -> s.hasAssessor(id)).toList();
    }

    /** Sessions in one room, in the order of start. */
    public List<Session> ofRoom(String id) {
        return sessions.stream().filter(s -> id.equals(s.room())).toList();
    }

    /** End of the last session. Throws {@link IllegalStateException} for a plan without sessions. */
    public LocalDateTime end() {
        return sessions.stream()
                .map(Session::end)
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("A plan without sessions has no end."));
    }
}
