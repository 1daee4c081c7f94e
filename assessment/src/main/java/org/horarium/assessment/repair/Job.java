package org.horarium.assessment.repair;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.horarium.assessment.model.Session;

/**
 * What is placed as one: a session, or all groups' sessions of a business case.
 *
 * @param id its index
 * @param sessions as they were planned, absent people taken out; same start
 * @param order place in the sequence, 1 to 4
 * @param units its length
 * @param start the unit where it was planned
 */
record Job(int id, List<Session> sessions, int order, int units, int start) {
    Set<String> participants() {
        Set<String> all = new LinkedHashSet<>();
        sessions.forEach(s -> all.addAll(s.participants()));
        return all;
    }

    String assessment() {
        return sessions.get(0).assessment();
    }
}
