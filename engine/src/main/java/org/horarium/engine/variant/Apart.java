package org.horarium.engine.variant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.TimeOption;
import org.jspecify.annotations.Nullable;

/**
 * Changes a problem so that its plans keep away from some plans, or close to one: prices on the places in them, or places
 * taken away.
 */
final class Apart {
    private static final int HIGHEST = 100_000_000;

    private Apart() {}

    /**
     * Being at the time of one of some plans costs {@code price} for each of them; where there is one time only, being in the
     * room.
     *
     * @param only the events that are priced; null for all
     */
    static Problem priced(Problem problem, List<Plan> plans, @Nullable Set<String> only, int price) {
        List<Map<String, Placement>> placements =
                plans.stream().map(Apart::byEvent).toList();
        return withEvents(
                problem,
                event -> only != null && !only.contains(event.id())
                        ? event
                        : new Event(
                                event.id(),
                                event.name(),
                                event.times().stream()
                                        .map(option -> new TimeOption(
                                                option.pattern(),
                                                plus(
                                                        option.penalty(),
                                                        price,
                                                        placements.stream()
                                                                .map(plan -> plan.get(event.id()))
                                                                .filter(there -> there != null
                                                                        && there.time()
                                                                                .equals(option.pattern()))
                                                                .count())))
                                        .toList(),
                                event.rooms().stream()
                                        .map(option -> new RoomOption(
                                                option.room(),
                                                plus(
                                                        option.penalty(),
                                                        event.times().size() > 1 ? 0 : price,
                                                        placements.stream()
                                                                .map(plan -> plan.get(event.id()))
                                                                .filter(there -> there != null
                                                                        && option.room()
                                                                                .equals(there.room()))
                                                                .count())))
                                        .toList(),
                                event.needsRoom(),
                                event.staff(),
                                event.groups()));
    }

    /** Any other time, room or person than in the reference costs {@code price}; of events to be moved only other people. */
    static Problem close(Problem problem, Plan reference, Set<String> toMove, int price) {
        List<Placement> staying = reference.placements().stream()
                .filter(placement -> !toMove.contains(placement.event()))
                .toList();
        List<Constraint> constraints = new ArrayList<>(problem.constraints());
        constraints.add(new LeastChange("close to the reference of a variant", staying, price, price, price));
        List<Placement> moving = reference.placements().stream()
                .filter(placement -> toMove.contains(placement.event()))
                .toList();
        if (!moving.isEmpty()) {
            constraints.add(new LeastChange("people of the reference of a variant", moving, 0, 0, price));
        }
        return with(problem, problem.events(), constraints);
    }

    private static int plus(int penalty, int price, long times) {
        return (int) Math.min(HIGHEST, penalty + price * times);
    }

    /**
     * Takes away from events of a plan the places they have in others, so that whatever is found stays that far apart from
     * each of those: the time where the plan has another time, else the room.
     *
     * @param plan one that is far enough from all others
     * @param others the plans to keep away from
     * @param events how many events must differ from each
     */
    static Problem locked(Problem problem, Plan plan, List<Plan> others, int events) {
        Map<String, Placement> own = byEvent(plan);
        Map<String, Set<Object>> banned = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        List<List<String>> moved = others.stream()
                .map(other -> Difference.between(problem, plan, other).moved())
                .toList();
        moved.forEach(ids -> ids.forEach(id -> uses.merge(id, 1, Integer::sum)));
        for (int i = 0; i < others.size(); i++) {
            Map<String, Placement> placements = byEvent(others.get(i));
            List<String> most = new ArrayList<>(moved.get(i));
            most.sort(Comparator.comparing((String id) -> -uses.getOrDefault(id, 0)));
            for (String id : most.subList(0, Math.min(events, most.size()))) {
                Object place = place(own.get(id), placements.get(id));
                if (place != null) {
                    banned.computeIfAbsent(id, key -> new HashSet<>()).add(place);
                }
            }
        }
        return withEvents(problem, event -> {
            Set<Object> gone = banned.getOrDefault(event.id(), Set.of());
            return gone.isEmpty()
                    ? event
                    : new Event(
                            event.id(),
                            event.name(),
                            event.times().stream()
                                    .filter(option -> !gone.contains(option.pattern()))
                                    .toList(),
                            event.rooms().stream()
                                    .filter(option -> !gone.contains(option.room()))
                                    .toList(),
                            event.needsRoom(),
                            event.staff(),
                            event.groups());
        });
    }

    /** The time (a pattern) or the room (an id) by which the own place differs from another; null if neither has one. */
    private static @Nullable Object place(@Nullable Placement own, @Nullable Placement other) {
        if (own == null || other == null) {
            return null;
        }
        return own.time().equals(other.time()) ? other.room() : other.time();
    }

    private static Problem withEvents(Problem problem, Function<Event, Event> change) {
        return with(problem, problem.events().stream().map(change).toList(), problem.constraints());
    }

    private static Problem with(Problem problem, List<Event> events, List<Constraint> constraints) {
        return new Problem(
                problem.name(),
                problem.grid(),
                problem.rooms(),
                problem.people(),
                problem.groups(),
                events,
                problem.courses(),
                problem.students(),
                constraints,
                problem.weights(),
                problem.pins());
    }

    private static Map<String, Placement> byEvent(Plan plan) {
        Map<String, Placement> placements = new HashMap<>();
        plan.placements().forEach(placement -> placements.put(placement.event(), placement));
        return placements;
    }
}
