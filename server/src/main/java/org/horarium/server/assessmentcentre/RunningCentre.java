package org.horarium.server.assessmentcentre;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.horarium.assessment.model.Disruption;
import org.horarium.assessment.model.Session;
import org.jspecify.annotations.Nullable;

/**
 * A plan at one moment of the day, with what was seen of its sessions.
 *
 * @param version the plan that holds
 * @param now the time at the centre
 * @param marks the last mark of each session, by its key
 */
public record RunningCentre(PlanVersion version, LocalDateTime now, Map<String, Mark> marks) {
    public RunningCentre {
        marks = Map.copyOf(marks);
    }

    /** With all marks in the order in which they were made. */
    static RunningCentre of(PlanVersion version, LocalDateTime now, List<Mark> marks) {
        Map<String, Mark> last = new HashMap<>();
        marks.forEach(mark -> last.put(mark.session(), mark));
        last.values().removeIf(mark -> mark.kind() == Mark.Kind.CLEARED);
        return new RunningCentre(version, now, last);
    }

    /** Where a session stands. */
    public SessionState state(Session s) {
        Mark mark = marks.get(s.key());
        if (mark != null && mark.kind() == Mark.Kind.FINISHED) {
            return SessionState.FINISHED;
        }
        if (mark != null && mark.kind() == Mark.Kind.STARTED) {
            return now.isBefore(s.end()) ? SessionState.RUNNING : SessionState.OVERRUN;
        }
        if (now.isBefore(s.start())) {
            return SessionState.PLANNED;
        }
        if (mark != null && mark.plannedStart().equals(s.start())) {
            return SessionState.LATE;
        }
        return now.isBefore(s.end()) ? SessionState.DUE : SessionState.OVER;
    }

    /** The mark that says where a session stands; null where the clock alone does. */
    public @Nullable Mark mark(Session s) {
        SessionState state = state(s);
        return state == SessionState.FINISHED
                        || state == SessionState.RUNNING
                        || state == SessionState.OVERRUN
                        || state == SessionState.LATE
                ? marks.get(s.key())
                : null;
    }

    /** The session with this key, or nothing. */
    public Optional<Session> session(String key) {
        return version.plan().sessions().stream()
                .filter(s -> s.key().equals(key))
                .findFirst();
    }

    /** The time up to which nothing moves: now, or later when somebody has begun early. */
    LocalDateTime frozenUntil() {
        return version.plan().sessions().stream()
                .filter(s -> state(s) == SessionState.RUNNING || state(s) == SessionState.FINISHED)
                .map(Session::start)
                .filter(start -> start.isAfter(now))
                .max(LocalDateTime::compareTo)
                .orElse(now);
    }

    /** Sessions that have not begun though their time has come. */
    List<Disruption> waiting() {
        return version.plan().sessions().stream()
                .filter(s -> state(s) == SessionState.LATE)
                .<Disruption>map(s -> new Disruption.NotStarted(s.key()))
                .toList();
    }

    /**
     * What an incident means for the plan: all that holds already, the sessions that wait, and the incident itself.
     * Sessions that a missing participant keeps from beginning wait too.
     */
    List<Disruption> with(Incident incident) {
        Set<String> waiting = new TreeSet<>();
        version.plan().sessions().stream()
                .filter(s -> state(s) == SessionState.LATE || state(s) == SessionState.DUE && keeps(incident, s))
                .forEach(s -> waiting.add(s.key()));
        List<Disruption> all = new ArrayList<>(version.disruptions());
        waiting.forEach(key -> all.add(new Disruption.NotStarted(key)));
        all.add(disruption(incident));
        return all;
    }

    private static boolean keeps(Incident incident, Session s) {
        return switch (incident.kind()) {
            case PARTICIPANT_LATE -> s.hasParticipant(incident.subject());
            // A group goes on without the one who is missing.
            case PARTICIPANT_ABSENT -> s.group() == null && s.hasParticipant(incident.subject());
            case ASSESSOR_OUT, ROOM_LOST, SESSION_OVERRAN -> false;
        };
    }

    private Disruption disruption(Incident incident) {
        int minutes = incident.minutes() == null ? 0 : incident.minutes();
        String subject = incident.subject();
        return switch (incident.kind()) {
            case PARTICIPANT_LATE -> new Disruption.ParticipantLate(subject, now.plusMinutes(minutes));
            case PARTICIPANT_ABSENT -> new Disruption.ParticipantAbsent(subject);
            case ASSESSOR_OUT -> new Disruption.AssessorOut(subject, now);
            case ROOM_LOST -> new Disruption.RoomLost(subject, now);
            case SESSION_OVERRAN ->
                new Disruption.SessionOverran(
                        subject, session(subject).orElseThrow().end().plusMinutes(minutes));
        };
    }
}
