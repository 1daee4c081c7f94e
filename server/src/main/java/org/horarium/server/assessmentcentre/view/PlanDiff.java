package org.horarium.server.assessmentcentre.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.jspecify.annotations.Nullable;

/**
 * Who must be told what when one plan follows another. What a participant is told names no other participant.
 *
 * @param participants those whose day changes
 * @param assessors those whose day changes
 */
public record PlanDiff(List<Told> participants, List<Told> assessors) {
    /**
     * Somebody whose day changes.
     *
     * @param id of the person
     * @param name as shown
     * @param changes one for each session
     */
    public record Told(String id, String name, List<Change> changes) {}

    /** What becomes of a session. */
    public enum Kind {
        /** Another time or room. */
        MOVED,
        /** The same time and room, with another length. */
        LENGTH,
        /** The same time and room, with other people. */
        PEOPLE,
        /** It is theirs now. */
        NEW,
        /** It is theirs no more. */
        DROPPED
    }

    /**
     * A change.
     *
     * @param kind what becomes of it
     * @param before as it was; null for {@link Kind#NEW}
     * @param after as it is; null for {@link Kind#DROPPED}
     */
    public record Change(
            Kind kind,
            @Nullable SessionCard before,
            @Nullable SessionCard after) {
        /** Whichever there is; the new one first. */
        public SessionCard card() {
            return after != null ? after : Objects.requireNonNull(before);
        }
    }

    /** The differences between two plans of a centre. */
    public static PlanDiff of(Centre centre, Plan before, Plan after) {
        return new PlanDiff(told(centre, before, after, By.PARTICIPANT), told(centre, before, after, By.ASSESSOR));
    }

    /** How many people must be told. */
    public int people() {
        return participants.size() + assessors.size();
    }

    private static List<Told> told(Centre centre, Plan before, Plan after, By by) {
        List<Told> told = new ArrayList<>();
        for (By.Subject subject : by.subjects(centre)) {
            List<Change> changes =
                    changes(centre, by.sessions(before, subject.id()), by.sessions(after, subject.id()), by);
            if (!changes.isEmpty()) {
                told.add(new Told(subject.id(), subject.name(), changes));
            }
        }
        return told;
    }

    private static List<Change> changes(Centre centre, List<Session> before, List<Session> after, By by) {
        List<Change> changes = new ArrayList<>();
        List<Session> old = new ArrayList<>(before);
        for (Session now : after) {
            Session was = old.stream()
                    .filter(s -> identity(s, by).equals(identity(now, by)))
                    .findFirst()
                    .orElse(null);
            old.remove(was);
            Kind kind = kind(was, now, by);
            if (kind != null) {
                changes.add(new Change(kind, was == null ? null : card(centre, was), card(centre, now)));
            }
        }
        old.forEach(was -> changes.add(new Change(Kind.DROPPED, card(centre, was), null)));
        return changes;
    }

    /** A participant has each assessment once, whatever the group. */
    private static String identity(Session s, By by) {
        return by == By.PARTICIPANT ? s.assessment() : s.key();
    }

    private static @Nullable Kind kind(@Nullable Session was, Session now, By by) {
        if (was == null) {
            return Kind.NEW;
        } else if (!was.start().equals(now.start()) || !Objects.equals(was.room(), now.room())) {
            return Kind.MOVED;
        } else if (!was.end().equals(now.end())) {
            return Kind.LENGTH;
        } else if (by == By.ASSESSOR
                && !(was.participants().equals(now.participants())
                        && was.assessors().equals(now.assessors()))) {
            return Kind.PEOPLE;
        }
        return null;
    }

    private static SessionCard card(Centre centre, Session s) {
        return SessionCard.of(centre, s, x -> null);
    }
}
