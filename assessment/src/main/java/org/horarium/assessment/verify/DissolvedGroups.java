package org.horarium.assessment.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.horarium.assessment.model.Assessment;
import org.horarium.assessment.model.AssessmentType;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.jspecify.annotations.Nullable;

/**
 * Groups that can't go on as they are: a group may only be dissolved when its assessor is out, or when the rooms that are
 * left can't hold all groups at the same time. Each of its members then goes on in one other group, in all that was still
 * to come, and no group becomes larger than an even spread makes it.
 */
final class DissolvedGroups {
    private final Centre centre;
    private final Map<String, Session> expected;
    private final Plan after;
    private final Predicate<Session> begun;
    private final BiConsumer<Session, String> complain;
    private final Map<String, String> newGroup = new HashMap<>();

    private DissolvedGroups(
            Centre centre,
            Map<String, Session> expected,
            Plan after,
            Predicate<Session> begun,
            BiConsumer<Session, String> complain) {
        this.centre = centre;
        this.expected = expected;
        this.after = after;
        this.begun = begun;
        this.complain = complain;
    }

    /**
     * Changes what is expected of a repair to what dissolving groups makes of it.
     *
     * @param centre what was asked for
     * @param expected the sessions that there must be, by key; changed
     * @param after the repaired plan
     * @param out assessors who are out
     * @param lost rooms that can't be used any more
     * @param begun whether a session of the plan before has begun
     * @param complain hears of what is wrong with it
     * @return who goes on in another group
     */
    static Set<String> apply(
            Centre centre,
            Map<String, Session> expected,
            Plan after,
            Set<String> out,
            Set<String> lost,
            Predicate<Session> begun,
            BiConsumer<Session, String> complain) {
        DissolvedGroups groups = new DissolvedGroups(centre, expected, after, begun, complain);
        groups.apply(out, lost);
        return groups.newGroup.keySet();
    }

    private void apply(Set<String> out, Set<String> lost) {
        Set<String> kept = new HashSet<>();
        after.sessions().forEach(s -> kept.add(s.key()));
        Map<String, List<Session>> toCome = new TreeMap<>();
        expected.values().stream()
                .filter(s -> s.group() != null && !begun.test(s))
                .forEach(s -> toCome.computeIfAbsent(Objects.requireNonNull(s.group()), g -> new ArrayList<>())
                        .add(s));
        List<Session> dissolved = new ArrayList<>();
        int spare = groupsWithoutRoom(lost);
        for (List<Session> sessions : toCome.values()) {
            boolean gone = sessions.stream().noneMatch(s -> kept.contains(s.key()));
            boolean leaderless = sessions.stream().allMatch(s -> out.containsAll(s.assessors()));
            if (gone && (leaderless || spare > 0)) {
                dissolved.addAll(sessions);
                spare -= 1;
            }
        }
        dissolved.forEach(s -> expected.remove(s.key()));
        Set<String> changed = new HashSet<>();
        dissolved.forEach(s -> s.participants().forEach(p -> move(s, p, changed)));
        changed.forEach(key -> evenSpread(Objects.requireNonNull(expected.get(key))));
    }

    /** How many groups find no room when all do the business case at the same time. */
    private int groupsWithoutRoom(Set<String> lost) {
        int most = 0;
        for (Assessment a : centre.assessments()) {
            if (a.type() == AssessmentType.BUSINESS_CASE) {
                long groups = expected.values().stream()
                        .filter(s -> s.assessment().equals(a.id()) && !begun.test(s))
                        .count();
                long rooms = centre.roomsFor(a.id()).stream()
                        .filter(r -> !lost.contains(r))
                        .count();
                most = Math.max(most, (int) (groups - rooms));
            }
        }
        return most;
    }

    private void move(Session from, String participant, Set<String> changed) {
        @Nullable
        Session to = after.ofParticipant(participant).stream()
                .filter(s -> s.assessment().equals(from.assessment()))
                .findFirst()
                .orElse(null);
        @Nullable Session target = to == null ? null : expected.get(to.key());
        if (target == null || target.group() == null || begun.test(target)) {
            complain.accept(from, participant + " is left without a group in " + from.assessment() + ".");
            return;
        }
        String before = newGroup.putIfAbsent(participant, target.group());
        if (before != null && !before.equals(target.group())) {
            complain.accept(from, participant + " goes on in " + before + " and in " + target.group() + ".");
        }
        List<String> members = new ArrayList<>(target.participants());
        members.add(participant);
        expected.put(
                target.key(),
                new Session(
                        target.assessment(),
                        target.group(),
                        members,
                        target.assessors(),
                        target.room(),
                        target.start(),
                        target.end()));
        changed.add(target.key());
    }

    private void evenSpread(Session joined) {
        List<Session> all = expected.values().stream()
                .filter(s -> s.group() != null && s.assessment().equals(joined.assessment()) && !begun.test(s))
                .toList();
        int people = all.stream().mapToInt(s -> s.participants().size()).sum();
        int most = (people + all.size() - 1) / all.size();
        if (joined.participants().size() > most) {
            complain.accept(
                    joined,
                    joined.key() + " has " + joined.participants().size() + " participants; " + most
                            + " are enough when all groups take some.");
        }
    }
}
