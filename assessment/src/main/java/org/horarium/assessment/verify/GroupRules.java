package org.horarium.assessment.verify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Session;

/** Groups: how many, how large, with whom, when and where they sit, and that their assessor stays with them. */
final class GroupRules {
    private final Scene scene;
    private final Centre centre;

    GroupRules(Scene scene) {
        this.scene = scene;
        this.centre = scene.centre();
    }

    /** All rules of groups. */
    void check() {
        // Group assessments taken by the same people are done by the same groups.
        Map<Set<String>, List<Assessment>> sets = new LinkedHashMap<>();
        for (Assessment a : centre.assessments()) {
            if (a.type().isGroup()) {
                sets.computeIfAbsent(new TreeSet<>(a.participants()), k -> new ArrayList<>())
                        .add(a);
            }
        }
        sets.forEach(this::formation);
        placesAndTimes();
        continuity();
    }

    private void formation(Set<String> people, List<Assessment> assessments) {
        int expected = expectedGroups(people, assessments);
        Map<String, Set<String>> groups = new TreeMap<>();
        for (Assessment a : assessments) {
            List<Session> sessions = of(a.id());
            if (sessions.size() != expected) {
                scene.add(
                        Rule.GROUP_COUNT,
                        sessions,
                        a.id(),
                        a.id() + " has " + sessions.size() + " groups, not " + expected + ".");
            }
            sizes(sessions, a);
            Set<String> leaders = new HashSet<>();
            for (Session s : sessions) {
                String group = String.valueOf(s.group());
                Set<String> members = new TreeSet<>(s.participants());
                Set<String> before = groups.putIfAbsent(group, members);
                if (s.group() == null || before != null && !before.equals(members)) {
                    scene.add(
                            Rule.GROUP_MEMBERS,
                            s,
                            group,
                            Scene.words(s) + " has the members " + members + "; elsewhere " + group + " has " + before
                                    + ".");
                }
                if (!s.assessors().isEmpty() && !leaders.add(s.assessors().get(0))) {
                    scene.add(
                            Rule.GROUP_ASSESSORS,
                            s,
                            group,
                            Scene.words(s) + " has assessor " + s.assessors().get(0) + ", who has another group in "
                                    + a.id() + ".");
                }
            }
        }
    }

    private void sizes(List<Session> sessions, Assessment a) {
        int least =
                sessions.stream().mapToInt(s -> s.participants().size()).min().orElse(0);
        int most =
                sessions.stream().mapToInt(s -> s.participants().size()).max().orElse(0);
        if (most - least > 1 || !sessions.isEmpty() && least < centre.minGroupSize()) {
            scene.add(
                    Rule.GROUP_SIZES,
                    sessions,
                    a.id(),
                    a.id() + " has groups of " + least + " to " + most
                            + "; sizes may differ by one and be no less than " + centre.minGroupSize() + ".");
        }
    }

    /** Assessors mapped to everything the groups do, people by least size, rooms of the business case: the least. */
    private int expectedGroups(Set<String> people, List<Assessment> assessments) {
        Set<String> leaders =
                new HashSet<>(centre.assessorsFor(assessments.get(0).id()));
        int most = people.size() / centre.minGroupSize();
        for (Assessment a : centre.assessments()) {
            boolean concerned = assessments.contains(a)
                    || a.type() == AssessmentType.QUESTIONNAIRE
                            && a.participants().stream().anyMatch(people::contains);
            if (concerned) {
                leaders.retainAll(centre.assessorsFor(a.id()));
            }
            if (assessments.contains(a) && a.type() == AssessmentType.BUSINESS_CASE) {
                most = Math.min(most, new HashSet<>(centre.roomsFor(a.id())).size());
            }
        }
        return Math.min(most, leaders.size());
    }

    /** One room for all in the group activity; one time and own rooms in the business case. */
    void placesAndTimes() {
        for (Assessment a : centre.assessments()) {
            List<Session> sessions = of(a.id()).stream().filter(scene.judged()).toList();
            Set<String> rooms = new HashSet<>();
            sessions.forEach(s -> rooms.add(String.valueOf(s.room())));
            if (a.type() == AssessmentType.GROUP_ACTIVITY && rooms.size() > 1) {
                scene.add(
                        Rule.GROUP_ROOM,
                        sessions,
                        a.id(),
                        a.id() + " uses the rooms " + rooms + "; all groups need one.");
            }
            if (a.type() == AssessmentType.BUSINESS_CASE) {
                if (sessions.stream().map(Session::start).distinct().count() > 1) {
                    scene.add(
                            Rule.SAME_TIME,
                            sessions,
                            a.id(),
                            a.id() + " starts at different times: "
                                    + sessions.stream()
                                            .map(Session::start)
                                            .distinct()
                                            .toList() + ".");
                }
                if (rooms.size() < sessions.size()) {
                    scene.add(
                            Rule.OWN_ROOM,
                            sessions,
                            a.id(),
                            a.id() + " has " + sessions.size() + " groups in the rooms " + rooms + ".");
                }
            }
        }
    }

    private void continuity() {
        Map<String, List<Session>> ofParticipant = new TreeMap<>();
        for (Session s : scene.sessions()) {
            if (type(s).order() > 1) {
                s.participants()
                        .forEach(p -> ofParticipant
                                .computeIfAbsent(p, k -> new ArrayList<>())
                                .add(s));
            }
        }
        ofParticipant.forEach((participant, sessions) -> {
            boolean grouped = sessions.stream().anyMatch(s -> type(s).isGroup());
            if (grouped && leaders(sessions).size() > 1) {
                scene.add(
                        Rule.CONTINUITY,
                        sessions,
                        participant,
                        participant + " is assessed by " + leaders(sessions)
                                + " from the group activity on; one assessor must stay with the group.");
            }
        });
    }

    private static Set<String> leaders(Collection<Session> sessions) {
        Set<String> leaders = new TreeSet<>();
        sessions.forEach(s -> leaders.addAll(s.assessors()));
        return leaders;
    }

    private List<Session> of(String assessment) {
        return scene.sessions().stream()
                .filter(s -> s.assessment().equals(assessment))
                .toList();
    }

    private AssessmentType type(Session s) {
        return Objects.requireNonNull(centre.assessment(s.assessment())).type();
    }
}
