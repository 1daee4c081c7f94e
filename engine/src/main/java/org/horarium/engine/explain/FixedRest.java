package org.horarium.engine.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;

/**
 * A problem in which most events have one place only: that of a plan. Whatever is found for the others is a plan of the
 * whole, and the exact model is hardly larger than that of the others alone.
 */
final class FixedRest {
    private FixedRest() {}

    /**
     * Leaves events of a plan where they are. Pinned ones stay as they are in the records: their pins say it.
     *
     * @param plan where they are; events without a place in it stay free
     * @param free ids of events that keep all their candidates
     */
    static Problem of(Problem problem, Plan plan, Set<String> free) {
        Map<String, Placement> placements = new HashMap<>();
        plan.placements().forEach(placement -> placements.put(placement.event(), placement));
        problem.pins().forEach(pin -> placements.remove(pin.event()));
        return Changed.events(problem, event -> {
            Placement placement = free.contains(event.id()) ? null : placements.get(event.id());
            return placement == null ? event : at(event, placement);
        });
    }

    private static Event at(Event event, Placement placement) {
        return new Event(
                event.id(),
                event.name(),
                event.times().stream()
                        .filter(option -> option.pattern().equals(placement.time()))
                        .toList(),
                event.rooms().stream()
                        .filter(option -> option.room().equals(placement.room()))
                        .toList(),
                event.needsRoom(),
                event.staff().stream().map(need -> by(need, placement.staff())).toList(),
                event.groups());
    }

    private static StaffNeed by(StaffNeed need, List<StaffAssignment> staff) {
        Set<String> people = staff.stream()
                .filter(assignment -> assignment.role().equals(need.role()))
                .map(StaffAssignment::person)
                .collect(Collectors.toSet());
        return new StaffNeed(
                need.role(),
                need.count(),
                need.candidates().stream()
                        .filter(option -> people.contains(option.person()))
                        .toList());
    }
}
