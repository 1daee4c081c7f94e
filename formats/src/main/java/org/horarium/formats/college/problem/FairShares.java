package org.horarium.formats.college.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Fairness;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Preference;

/**
 * How far the wishes of each person may be passed over before it counts, for {@link Fairness#LEXIMIN}.
 *
 * <p>Only people who said something take part. The number of sessions that a person is expected to give is their share of
 * every need, in proportion to weekly limits, rounded, at least 1. Free is what so many of the activities they like best
 * would cost; from there each {@value #STEP} of penalty a session is one level. The cube of each level costs the
 * objective's {@code preferences} × {@value #LEVEL_COST}.
 */
final class FairShares {
    private static final int STEP = 6;
    private static final int LEVEL_COST = 4;
    private static final long SCALE = 1000;

    private FairShares() {}

    /** The constraint, or nothing when the sum is all that counts or nobody said anything. */
    static Optional<StaffFairness> of(College college, List<Event> events) {
        int weight = college.objective().preferences();
        if (weight == 0 || college.objective().fairness() == Fairness.SUM) {
            return Optional.empty();
        }
        Set<String> asked = new HashSet<>();
        for (Preference preference : college.preferences()) {
            asked.add(preference.person());
        }
        Map<String, Long> sessions = new HashMap<>();
        Map<String, List<Integer>> penalties = new HashMap<>();
        Map<String, Integer> limits = new HashMap<>();
        college.personnel().forEach(person -> limits.put(person.id(), person.maxSlotsPerWeek()));
        for (Event event : events) {
            for (StaffNeed need : event.staff()) {
                share(need, limits, sessions, penalties);
            }
        }
        List<StaffFairness.Share> shares = college.personnel().stream()
                .map(Personnel::id)
                .filter(person -> asked.contains(person) && penalties.containsKey(person))
                .map(person -> share(
                        person,
                        Math.max(1, (sessions.getOrDefault(person, 0L) + SCALE / 2) / SCALE),
                        penalties.getOrDefault(person, List.of()),
                        weight))
                .toList();
        return shares.isEmpty()
                ? Optional.empty()
                : Optional.of(new StaffFairness("fairness", shares, Strength.soft(weight * LEVEL_COST)));
    }

    private static void share(
            StaffNeed need,
            Map<String, Integer> limits,
            Map<String, Long> sessions,
            Map<String, List<Integer>> penalties) {
        long total = need.candidates().stream()
                .mapToLong(option -> limits.getOrDefault(option.person(), 0))
                .sum();
        for (PersonOption option : need.candidates()) {
            long limit = limits.getOrDefault(option.person(), 0);
            sessions.merge(option.person(), total == 0 ? 0 : SCALE * need.count() * limit / total, Long::sum);
            penalties
                    .computeIfAbsent(option.person(), person -> new ArrayList<>())
                    .add(option.penalty());
        }
    }

    private static StaffFairness.Share share(String person, long sessions, List<Integer> penalties, int weight) {
        long best = penalties.stream()
                .sorted()
                .limit(sessions)
                .mapToLong(Integer::longValue)
                .sum();
        return new StaffFairness.Share(
                person, Math.toIntExact(best * weight), Math.toIntExact(sessions * STEP * weight));
    }
}
