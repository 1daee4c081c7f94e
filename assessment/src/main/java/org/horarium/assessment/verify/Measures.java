package org.horarium.assessment.verify;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.Pause;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;

/**
 * The goals of a plan, computed from the plan alone.
 *
 * @param end end of the last session
 * @param minutesPerAssessor assessed minutes of each assessor who is mapped to something, in the centre's order
 * @param roomUse use of each room that has sessions, in the centre's order
 */
public record Measures(LocalDateTime end, Map<String, Integer> minutesPerAssessor, Map<String, RoomUse> roomUse) {
    /**
     * How a room is used.
     *
     * @param busyMinutes with a session
     * @param idleMinutes working minutes without one between its first and its last session; breaks and nights don't
     *     count
     */
    public record RoomUse(int busyMinutes, int idleMinutes) {}

    /**
     * The goals of a plan.
     *
     * @param centre what was asked for
     * @param plan a plan with at least one session
     */
    public static Measures of(Centre centre, Plan plan) {
        Set<String> mapped = new LinkedHashSet<>();
        centre.assessorMapping().values().forEach(mapped::addAll);
        Map<String, Integer> minutes = new LinkedHashMap<>();
        centre.assessors().stream()
                .filter(a -> mapped.contains(a.id()))
                .forEach(a -> minutes.put(
                        a.id(),
                        plan.ofAssessor(a.id()).stream()
                                .mapToInt(Session::minutes)
                                .sum()));
        Map<String, RoomUse> rooms = new LinkedHashMap<>();
        centre.rooms().forEach(r -> {
            List<Session> sessions = plan.ofRoom(r.id());
            if (!sessions.isEmpty()) {
                rooms.put(r.id(), use(centre, sessions));
            }
        });
        return new Measures(plan.end(), minutes, rooms);
    }

    /** Largest minus smallest of the assessors' minutes. */
    public int balance() {
        int most = minutesPerAssessor.values().stream().mapToInt(m -> m).max().orElse(0);
        return most
                - minutesPerAssessor.values().stream().mapToInt(m -> m).min().orElse(0);
    }

    /** Idle minutes of all rooms. */
    public int idleMinutes() {
        return roomUse.values().stream().mapToInt(RoomUse::idleMinutes).sum();
    }

    private static RoomUse use(Centre centre, List<Session> sessions) {
        LocalDateTime from = sessions.get(0).start();
        LocalDateTime to = from;
        int busy = 0;
        for (Session s : sessions) {
            busy += s.minutes();
            to = s.end().isAfter(to) ? s.end() : to;
        }
        return new RoomUse(busy, workingMinutes(centre, from, to) - busy);
    }

    /** Minutes between two times that lie within the hours of a day and in no break. */
    public static int workingMinutes(Centre centre, LocalDateTime from, LocalDateTime to) {
        int sum = 0;
        for (Day day : centre.days()) {
            List<LocalDateTime> edges = new ArrayList<>();
            edges.add(day.date().atTime(day.start()));
            for (Pause p : day.breaks()) {
                edges.add(day.date().atTime(p.start()));
                edges.add(day.date().atTime(p.end()));
            }
            edges.add(day.date().atTime(day.end()));
            for (int i = 0; i < edges.size(); i += 2) {
                LocalDateTime a = edges.get(i).isBefore(from) ? from : edges.get(i);
                LocalDateTime b = edges.get(i + 1).isAfter(to) ? to : edges.get(i + 1);
                sum += Math.max(0, (int) Duration.between(a, b).toMinutes());
            }
        }
        return sum;
    }
}
