package org.horarium.assessment.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;

/** Checks a plan against every rule of its centre. */
public final class PlanVerifier {
    private PlanVerifier() {}

    /**
     * All broken rules of a plan; none for a plan that may be used. Sessions with ids that the centre does not have are
     * reported and then left out of the other rules.
     *
     * @param centre what was asked for
     * @param plan what was planned
     */
    public static List<Finding> verify(Centre centre, Plan plan) {
        List<Finding> findings = new ArrayList<>();
        List<Session> known = new ArrayList<>();
        for (Session s : plan.sessions()) {
            List<String> unknown = unknownIds(centre, s);
            unknown.forEach(id -> findings.add(new Finding(
                    Rule.KNOWN_IDS, List.of(s.key()), id, Scene.words(s) + " names " + id + ", unknown here.")));
            if (!s.end().isAfter(s.start())) {
                findings.add(new Finding(
                        Rule.LENGTH, List.of(s.key()), s.assessment(), Scene.words(s) + " ends before it starts."));
            } else if (unknown.isEmpty()) {
                known.add(s);
            }
        }
        Scene scene = new Scene(centre, known, s -> true, findings);
        eachOnce(scene);
        new SessionRules(scene).check();
        new CalendarRules(scene).check();
        new ClashRules(scene).check();
        new GroupRules(scene).check();
        return List.copyOf(findings);
    }

    /** Ids of a session that the centre does not have. */
    static List<String> unknownIds(Centre centre, Session s) {
        List<String> unknown = new ArrayList<>();
        if (centre.assessment(s.assessment()) == null) {
            unknown.add(s.assessment());
        }
        s.participants().stream().filter(p -> centre.participant(p) == null).forEach(unknown::add);
        s.assessors().stream().filter(a -> centre.assessor(a) == null).forEach(unknown::add);
        if (s.room() != null && centre.room(s.room()) == null) {
            unknown.add(s.room());
        }
        return unknown;
    }

    /** Place of a session in the sequence; 0 where its assessment is unknown. */
    static int order(Centre centre, Session s) {
        Assessment assessment = centre.assessment(s.assessment());
        return assessment == null ? 0 : assessment.type().order();
    }

    private static void eachOnce(Scene scene) {
        Map<List<String>, List<Session>> found = new HashMap<>();
        for (Session s : scene.sessions()) {
            s.participants()
                    .forEach(p -> found.computeIfAbsent(List.of(s.assessment(), p), k -> new ArrayList<>())
                            .add(s));
        }
        for (Assessment a : scene.centre().assessments()) {
            for (String p : a.participants()) {
                List<Session> sessions = found.getOrDefault(List.of(a.id(), p), List.of());
                if (sessions.size() != 1) {
                    scene.add(
                            Rule.EACH_ONCE,
                            sessions,
                            p,
                            p + " has " + a.id() + " " + sessions.size() + " times, not once.");
                }
            }
        }
        found.forEach((key, sessions) -> {
            Assessment a = scene.centre().assessment(key.get(0));
            if (a != null && !a.participants().contains(key.get(1))) {
                scene.add(
                        Rule.EACH_ONCE, sessions, key.get(1), key.get(1) + " does not take " + a.id() + " but has it.");
            }
        });
    }
}
