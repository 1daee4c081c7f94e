package org.horarium.engine.variant;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.StaffAssignment;

/** Loads of people and use of rooms. */
final class ResourceKpis {
    private final Problem problem;
    private final Plan plan;

    ResourceKpis(Problem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
    }

    int loadSpread() {
        Map<String, Integer> away = new LinkedHashMap<>();
        for (Constraint constraint : problem.constraints()) {
            if (constraint instanceof LoadBalance balance) {
                balance.targets().forEach(target -> away.putIfAbsent(target.person(), -target.slots()));
            }
        }
        if (away.isEmpty()) {
            problem.events()
                    .forEach(event -> event.staff()
                            .forEach(
                                    need -> need.candidates().forEach(option -> away.putIfAbsent(option.person(), 0))));
        }
        for (Placement placement : plan.placements()) {
            Set<String> people = new HashSet<>();
            for (StaffAssignment assignment : placement.staff()) {
                if (people.add(assignment.person())) {
                    away.computeIfPresent(
                            assignment.person(),
                            (person, load) -> load + placement.time().totalSlots());
                }
            }
        }
        int most = away.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        int least = away.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        return most - least;
    }

    int rooms() {
        Set<String> rooms = new HashSet<>();
        for (Placement placement : plan.placements()) {
            if (placement.room() != null) {
                rooms.add(placement.room());
            }
        }
        return rooms.size();
    }

    /** Weighted by the slots that an event takes. */
    int seatFill() {
        Map<String, Integer> capacity = new HashMap<>();
        Map<String, Integer> size = new HashMap<>();
        Map<String, Integer> attending = new HashMap<>();
        for (Room room : problem.rooms()) {
            capacity.put(room.id(), room.capacity());
        }
        for (Group group : problem.groups()) {
            size.put(group.id(), group.size());
        }
        for (Event event : problem.events()) {
            attending.put(
                    event.id(),
                    event.groups().stream()
                            .mapToInt(group -> size.getOrDefault(group, 0))
                            .sum());
        }
        plan.enrolments().values().forEach(classes -> classes.forEach(id -> attending.merge(id, 1, Integer::sum)));
        long taken = 0;
        long seats = 0;
        for (Placement placement : plan.placements()) {
            int students = attending.getOrDefault(placement.event(), 0);
            if (placement.room() != null && students > 0) {
                long slots = placement.time().totalSlots();
                taken += students * slots;
                seats += capacity.getOrDefault(placement.room(), 0) * slots;
            }
        }
        return seats == 0 ? 100 : (int) Math.round(100.0 * taken / seats);
    }
}
