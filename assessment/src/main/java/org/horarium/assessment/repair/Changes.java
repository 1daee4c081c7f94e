package org.horarium.assessment.repair;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.jspecify.annotations.Nullable;

/** What differs between two plans, told to each person concerned. */
final class Changes {
    private static final DateTimeFormatter DAY_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private final Map<String, List<String>> participants = new TreeMap<>();
    private final Map<String, List<String>> assessors = new TreeMap<>();
    private int sessions;

    Changes(Plan before, Plan after) {
        Map<String, Session> old = new HashMap<>();
        before.sessions().forEach(s -> old.put(s.key(), s));
        for (Session now : after.sessions()) {
            Session was = old.remove(now.key());
            if (was != null && !was.equals(now)) {
                sessions++;
                changed(was, now);
            }
        }
        old.values().forEach(was -> {
            sessions++;
            String line = was.key() + " at " + was.start().toLocalTime() + " is dropped.";
            was.assessors().forEach(a -> add(assessors, a, line));
            was.participants().forEach(p -> dropped(was, p, after));
        });
    }

    /** The participant of a dropped session has it with another group now, or not at all. */
    private void dropped(Session was, String participant, Plan after) {
        after.ofParticipant(participant).stream()
                .filter(s -> s.assessment().equals(was.assessment()))
                .findFirst()
                .ifPresentOrElse(
                        now -> add(
                                participants,
                                participant,
                                was.assessment() + " is now with another group: " + move(was, now)),
                        () -> add(participants, participant, own(was) + " is dropped."));
    }

    private static String move(Session was, Session now) {
        return "from " + at(was.start(), now.start()) + place(was.room()) + " to " + at(now.start(), was.start())
                + place(now.room()) + ".";
    }

    /** How a participant knows the session: without the others. */
    private static String own(Session s) {
        return s.assessment() + " at " + s.start().toLocalTime();
    }

    private void changed(Session was, Session now) {
        boolean moved = !was.start().equals(now.start()) || !Objects.equals(was.room(), now.room());
        String what =
                moved ? " moves " + move(was, now) : " stays at " + now.start().toLocalTime() + place(now.room()) + ".";
        for (String p : was.participants()) {
            if (!now.hasParticipant(p)) {
                add(participants, p, own(was) + " is dropped.");
            } else if (moved) {
                add(participants, p, now.assessment() + what);
            } else if (!was.end().equals(now.end())) {
                add(participants, p, now.assessment() + " ends at " + now.end().toLocalTime() + ".");
            }
        }
        boolean others = was.participants().size() != now.participants().size();
        for (String a : was.assessors()) {
            if (!now.hasAssessor(a)) {
                add(
                        assessors,
                        a,
                        was.key() + " at " + was.start().toLocalTime() + " is taken by "
                                + String.join(", ", now.assessors()) + ".");
            } else if (moved) {
                add(assessors, a, now.key() + what);
            } else if (!others && !was.end().equals(now.end())) {
                add(assessors, a, now.key() + " ends at " + now.end().toLocalTime() + ".");
            }
        }
        if (others) {
            now.assessors().stream()
                    .filter(was::hasAssessor)
                    .forEach(a -> add(
                            assessors, a, now.key() + " is now with " + String.join(", ", now.participants()) + "."));
        }
        now.assessors().stream()
                .filter(a -> !was.hasAssessor(a))
                .forEach(a -> add(
                        assessors,
                        a,
                        "You take " + now.key() + " at " + at(now.start(), was.start()) + place(now.room()) + "."));
    }

    private static String at(LocalDateTime time, LocalDateTime other) {
        return time.toLocalDate().equals(other.toLocalDate())
                ? time.toLocalTime().toString()
                : time.format(DAY_TIME);
    }

    private static String place(@Nullable String room) {
        return room == null ? "" : ", " + room;
    }

    private static void add(Map<String, List<String>> to, String person, String line) {
        to.computeIfAbsent(person, k -> new ArrayList<>()).add(line);
    }

    int sessions() {
        return sessions;
    }

    int people() {
        return participants.size() + assessors.size();
    }

    List<Notice> notices() {
        List<Notice> all = new ArrayList<>();
        participants.forEach((id, lines) -> all.add(new Notice(Notice.Kind.PARTICIPANT, id, lines)));
        assessors.forEach((id, lines) -> all.add(new Notice(Notice.Kind.ASSESSOR, id, lines)));
        return all;
    }
}
