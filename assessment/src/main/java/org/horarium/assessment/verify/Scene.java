package org.horarium.assessment.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Session;

/**
 * What the rules look at, and the findings so far.
 *
 * @param centre what was asked for
 * @param sessions all sessions whose ids are known
 * @param judged which of them are judged; on the day what has started is past judging, but still occupies people
 * @param findings filled by the rules
 */
record Scene(Centre centre, List<Session> sessions, Predicate<Session> judged, List<Finding> findings) {
    Scene(Centre centre, List<Session> sessions) {
        this(centre, sessions, s -> true, new ArrayList<>());
    }

    List<Session> judgedSessions() {
        return sessions.stream().filter(judged).toList();
    }

    void add(Rule rule, Session session, String subject, String message) {
        findings.add(new Finding(rule, List.of(session.key()), subject, message));
    }

    void add(Rule rule, List<Session> about, String subject, String message) {
        findings.add(new Finding(rule, about.stream().map(Session::key).toList(), subject, message));
    }

    /** {@code role-play-1/P1 (2025-11-23 09:00–09:30)}. */
    static String words(Session s) {
        return s.key() + " (" + s.start().toLocalDate() + " " + s.start().toLocalTime() + "–"
                + s.end().toLocalTime() + ")";
    }
}
