package org.horarium.assessment.verify;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Session;

/** Rules between two sessions: nobody in two at once, the buffer, the order of a participant. */
final class ClashRules {
    private final Scene scene;
    private final Centre centre;

    ClashRules(Scene scene) {
        this.scene = scene;
        this.centre = scene.centre();
    }

    void check() {
        Map<String, List<Session>> participants = new TreeMap<>();
        Map<String, List<Session>> assessors = new TreeMap<>();
        Map<String, List<Session>> rooms = new TreeMap<>();
        for (Session s : scene.sessions()) {
            s.participants()
                    .forEach(p -> participants
                            .computeIfAbsent(p, k -> new ArrayList<>())
                            .add(s));
            s.assessors()
                    .forEach(a ->
                            assessors.computeIfAbsent(a, k -> new ArrayList<>()).add(s));
            if (s.room() != null) {
                rooms.computeIfAbsent(s.room(), k -> new ArrayList<>()).add(s);
            }
        }
        participants.forEach((id, list) -> apart("participant", id, list));
        assessors.forEach((id, list) -> apart("assessor", id, list));
        rooms.forEach((id, list) -> apart("room", id, list));
        participants.forEach(this::order);
    }

    private void apart(String kind, String id, List<Session> sessions) {
        List<Session> sorted = new ArrayList<>(sessions);
        sorted.sort(Comparator.comparing(Session::start).thenComparing(Session::key));
        for (int i = 0; i < sorted.size(); i++) {
            for (int j = i + 1; j < sorted.size(); j++) {
                pair(kind, id, sorted.get(i), sorted.get(j));
            }
        }
    }

    private void pair(String kind, String id, Session a, Session b) {
        if (!scene.judged().test(a) && !scene.judged().test(b)) {
            return;
        }
        if (b.start().isBefore(a.end())) {
            scene.add(
                    Rule.CLASH,
                    List.of(a, b),
                    id,
                    kind + " " + id + " is in " + Scene.words(a) + " and " + Scene.words(b) + " at once.");
            return;
        }
        long gap = Duration.between(a.end(), b.start()).toMinutes();
        if (gap < centre.bufferMinutes() && !breakBetween(a.end(), b.start())) {
            scene.add(
                    Rule.BUFFER,
                    List.of(a, b),
                    id,
                    kind + " " + id + " has " + gap + " minutes between " + Scene.words(a) + " and " + Scene.words(b)
                            + "; " + centre.bufferMinutes() + " are needed.");
        }
    }

    private boolean breakBetween(LocalDateTime end, LocalDateTime start) {
        return centre.days().stream()
                .flatMap(d -> d.breaks().stream().map(p -> new LocalDateTime[] {
                    d.date().atTime(p.start()), d.date().atTime(p.end())
                }))
                .anyMatch(p -> !p[0].isBefore(end) && !p[1].isAfter(start));
    }

    private void order(String participant, List<Session> sessions) {
        for (Session earlier : sessions) {
            for (Session later : sessions) {
                if (orderOf(earlier) < orderOf(later)
                        && later.start().isBefore(earlier.end())
                        && (scene.judged().test(earlier) || scene.judged().test(later))) {
                    scene.add(
                            Rule.ORDER,
                            List.of(earlier, later),
                            participant,
                            participant + " must end " + Scene.words(earlier) + " before " + Scene.words(later)
                                    + " begins.");
                }
            }
        }
    }

    private int orderOf(Session s) {
        return Objects.requireNonNull(centre.assessment(s.assessment())).type().order();
    }
}
