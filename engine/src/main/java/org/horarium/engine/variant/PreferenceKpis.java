package org.horarium.engine.variant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.jspecify.annotations.Nullable;

/**
 * What people think of what they give. A person's different penalties over everything they could give, ascending, are their
 * first, second, third … choice. Who has one penalty only has no preferences and is not counted, nor is anything that a
 * person gives without being a candidate (a pin).
 */
final class PreferenceKpis {
    private static final int CHOICES = 4;

    private final Map<String, TreeSet<Integer>> levels = new LinkedHashMap<>();
    private final Map<Duty, Map<String, Integer>> penalties = new HashMap<>();
    private final Map<String, List<Duty>> given = new LinkedHashMap<>();

    /** A role in an event. */
    private record Duty(String event, String role) {}

    PreferenceKpis(Problem problem, Plan plan) {
        for (Event event : problem.events()) {
            for (StaffNeed need : event.staff()) {
                Map<String, Integer> own = new HashMap<>();
                for (PersonOption option : need.candidates()) {
                    own.put(option.person(), option.penalty());
                    levels.computeIfAbsent(option.person(), person -> new TreeSet<>())
                            .add(option.penalty());
                }
                penalties.put(new Duty(event.id(), need.role()), own);
            }
        }
        levels.values().removeIf(all -> all.size() < 2);
        for (Placement placement : plan.placements()) {
            for (StaffAssignment assignment : placement.staff()) {
                Duty duty = new Duty(placement.event(), assignment.role());
                if (levels.containsKey(assignment.person()) && penalty(assignment.person(), duty) != null) {
                    given.computeIfAbsent(assignment.person(), person -> new ArrayList<>())
                            .add(duty);
                }
            }
        }
    }

    private @Nullable Integer penalty(String person, Duty duty) {
        return penalties.getOrDefault(duty, Map.of()).get(person);
    }

    /** Penalty of a duty that the person is a candidate for. */
    private int known(String person, Duty duty) {
        Integer penalty = penalty(person, duty);
        if (penalty == null) {
            throw new IllegalStateException("Person (%s) is no candidate for %s.".formatted(person, duty));
        }
        return penalty;
    }

    private TreeSet<Integer> levels(String person) {
        return levels.getOrDefault(person, new TreeSet<>());
    }

    List<Integer> choices() {
        int[] counts = new int[CHOICES];
        given.forEach((person, duties) -> duties.forEach(duty -> {
            int rank = levels(person).headSet(known(person, duty)).size();
            counts[Math.min(rank, CHOICES - 1)]++;
        }));
        return List.of(counts[0], counts[1], counts[2], counts[3]);
    }

    @Nullable
    String worstOff() {
        String worst = null;
        double most = -1;
        for (String person : given.keySet()) {
            double excess = excess(person);
            if (excess > most) {
                most = excess;
                worst = person;
            }
        }
        return worst;
    }

    double worstOffBy() {
        String worst = worstOff();
        return worst == null ? 0 : excess(worst);
    }

    private double excess(String person) {
        return mean(person, duties(person)) - levels(person).first();
    }

    private List<Duty> duties(String person) {
        return given.getOrDefault(person, List.of());
    }

    private double mean(String person, List<Duty> duties) {
        return duties.stream().mapToInt(duty -> known(person, duty)).average().orElse(0);
    }

    int envyPairs() {
        int pairs = 0;
        for (String person : given.keySet()) {
            double own = mean(person, duties(person));
            for (String other : given.keySet()) {
                List<Duty> theirs = duties(other);
                if (!other.equals(person)
                        && theirs.stream().allMatch(duty -> penalty(person, duty) != null)
                        && mean(person, theirs) < own) {
                    pairs++;
                }
            }
        }
        return pairs;
    }
}
