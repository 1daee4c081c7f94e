package org.horarium.assessment.repair;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.jspecify.annotations.Nullable;

/**
 * Where every assessor leads a group and one drops out, nobody is left to lead theirs; and where every room is needed for
 * the business case, one less is too few. The members of such a group go on in the other groups, spread evenly.
 */
final class Regrouping {
    private static final int TRIALS = 30;
    private static final int MOST = 8;

    private final RunningDay day;
    private final Plan before;
    private final LocalDateTime now;
    private final Random random;

    /** Ids of assessments that each group has still to come. */
    private final Map<String, Set<String>> toCome = new TreeMap<>();
    /** Members of each group in what is to come. */
    private final Map<String, Set<String>> members = new TreeMap<>();

    /**
     * @param day the running day
     * @param before the plan that is running
     * @param now sessions that start by now do not move
     */
    Regrouping(RunningDay day, Plan before, LocalDateTime now, Random random) {
        this.day = day;
        this.before = before;
        this.now = now;
        this.random = random;
        before.sessions().stream()
                .filter(s -> s.group() != null && !day.started(s, now))
                .forEach(s -> {
                    String group = Objects.requireNonNull(s.group());
                    toCome.computeIfAbsent(group, g -> new HashSet<>()).add(s.assessment());
                    Set<String> all = members.computeIfAbsent(group, g -> new LinkedHashSet<>());
                    s.participants().stream().filter(p -> !day.isAbsent(p)).forEach(all::add);
                });
    }

    /** Whether the groups as they are can't all be in a room at once. */
    boolean needed() {
        return groupsWithoutRoom() > 0;
    }

    /** Some ways to do it, each as the plan that would have been; none when there is nothing to do or no way. */
    List<Plan> plans() {
        List<String> leaderless = toCome.keySet().stream()
                .filter(g -> day.out.contains(leader(g)))
                .toList();
        int withoutRoom = groupsWithoutRoom() - leaderless.size();
        List<String> others = new ArrayList<>(toCome.keySet());
        others.removeAll(leaderless);
        Set<Plan> found = new LinkedHashSet<>();
        for (int i = 0; i < TRIALS && found.size() < MOST; i++) {
            List<String> orphaned = new ArrayList<>(leaderless);
            Collections.shuffle(others, random);
            orphaned.addAll(others.subList(0, Math.max(0, Math.min(withoutRoom, others.size()))));
            if (orphaned.isEmpty()) {
                return List.of();
            }
            Map<String, String> newGroup = spread(orphaned);
            if (newGroup != null) {
                found.add(regrouped(new HashSet<>(orphaned), newGroup));
            }
        }
        return List.copyOf(found);
    }

    private int groupsWithoutRoom() {
        int most = 0;
        for (Assessment a : day.centre.assessments()) {
            if (a.type() == AssessmentType.BUSINESS_CASE) {
                long groups = toCome.values().stream()
                        .filter(all -> all.contains(a.id()))
                        .count();
                long rooms = day.centre.roomsFor(a.id()).stream()
                        .filter(r -> !day.lost.contains(r))
                        .count();
                most = Math.max(most, (int) (groups - rooms));
            }
        }
        return most;
    }

    private String leader(String group) {
        return Objects.requireNonNull(day.leaderOf.get(group));
    }

    /** A new group for each member of the orphaned ones; null where somebody found none. */
    private @Nullable Map<String, String> spread(List<String> orphaned) {
        Map<String, Integer> sizes = new HashMap<>();
        int people = 0;
        for (Map.Entry<String, Set<String>> e : members.entrySet()) {
            people += e.getValue().size();
            if (!orphaned.contains(e.getKey())) {
                sizes.put(e.getKey(), e.getValue().size());
            }
        }
        if (sizes.isEmpty()) {
            return null;
        }
        int most = (people + sizes.size() - 1) / sizes.size();
        Map<String, String> newGroup = new HashMap<>();
        for (String from : orphaned) {
            List<String> leaving = new ArrayList<>(Objects.requireNonNull(members.get(from)));
            Collections.shuffle(leaving, random);
            for (String participant : leaving) {
                List<String> groups = new ArrayList<>(sizes.keySet());
                Collections.sort(groups);
                Collections.shuffle(groups, random);
                String to = groups.stream()
                        .filter(g -> Objects.requireNonNull(toCome.get(g))
                                .containsAll(Objects.requireNonNull(toCome.get(from))))
                        .filter(g -> Objects.requireNonNull(sizes.get(g)) < most)
                        .filter(g -> !day.noGo(leader(g), List.of(participant)))
                        .min(Comparator.comparing(g -> Objects.requireNonNull(sizes.get(g))))
                        .orElse(null);
                if (to == null) {
                    return null;
                }
                newGroup.put(participant, to);
                sizes.merge(to, 1, Integer::sum);
            }
        }
        return newGroup;
    }

    private Plan regrouped(Set<String> orphaned, Map<String, String> newGroup) {
        List<Session> sessions = new ArrayList<>();
        for (Session s : before.sessions()) {
            if (s.group() == null || day.started(s, now)) {
                sessions.add(s);
            } else if (!orphaned.contains(s.group())) {
                List<String> who = new ArrayList<>(s.participants());
                newGroup.forEach((participant, group) -> {
                    if (group.equals(s.group()) && comesAlong(participant, orphaned, s.assessment())) {
                        who.add(participant);
                    }
                });
                sessions.add(new Session(s.assessment(), s.group(), who, s.assessors(), s.room(), s.start(), s.end()));
            }
        }
        return new Plan(sessions);
    }

    /** What a participant has done with the old group is not done again. */
    private boolean comesAlong(String participant, Set<String> orphaned, String assessment) {
        return orphaned.stream()
                .anyMatch(g -> Objects.requireNonNull(members.get(g)).contains(participant)
                        && Objects.requireNonNull(toCome.get(g)).contains(assessment));
    }
}
