package org.horarium.engine.variant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How far two plans of a problem are apart.
 *
 * @param moved ids of events that are at another time or in another room, or have a place in one plan only
 * @param restaffed ids of events that are where they were, but given by other people
 * @param events number of events of the problem
 */
public record Difference(List<String> moved, List<String> restaffed, int events) {
    public Difference {
        moved = List.copyOf(moved);
        restaffed = List.copyOf(restaffed);
    }

    /** Compares two plans; events that the problem does not know are not looked at. */
    public static Difference between(Problem problem, Plan one, Plan other) {
        Map<String, Placement> first = byEvent(one);
        Map<String, Placement> second = byEvent(other);
        List<String> moved = problem.events().stream()
                .map(Event::id)
                .filter(id -> !samePlace(first.get(id), second.get(id)))
                .toList();
        HashSet<String> movedIds = new HashSet<>(moved);
        List<String> restaffed = problem.events().stream()
                .map(Event::id)
                .filter(id -> !movedIds.contains(id) && !sameStaff(first.get(id), second.get(id)))
                .toList();
        return new Difference(moved, restaffed, problem.events().size());
    }

    /** Share of events that are moved, 0 to 1; 0 where there are no events. */
    public double share() {
        return events == 0 ? 0 : (double) moved.size() / events;
    }

    private static Map<String, Placement> byEvent(Plan plan) {
        Map<String, Placement> placements = new HashMap<>();
        plan.placements().forEach(placement -> placements.put(placement.event(), placement));
        return placements;
    }

    private static boolean samePlace(@Nullable Placement one, @Nullable Placement other) {
        if (one == null || other == null) {
            return one == other;
        }
        return one.time().equals(other.time()) && Objects.equals(one.room(), other.room());
    }

    private static boolean sameStaff(@Nullable Placement one, @Nullable Placement other) {
        return one == null || other == null || new HashSet<>(one.staff()).equals(new HashSet<>(other.staff()));
    }
}
