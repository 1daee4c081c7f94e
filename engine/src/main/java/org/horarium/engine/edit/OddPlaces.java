package org.horarium.engine.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;

/** Places that are none of an event's options. They are pinned there for as long as a plan is open: somebody wants them. */
final class OddPlaces {
    private final CompiledProblem compiled;
    private final Map<TimePattern, Integer> patterns = new HashMap<>();
    private final Map<String, Integer> rooms = new HashMap<>();

    private OddPlaces(CompiledProblem compiled) {
        this.compiled = compiled;
        for (int p = 0; p < compiled.patterns.count; p++) {
            patterns.put(compiled.patterns.record(p), p);
        }
        compiled.problem.rooms().forEach(room -> rooms.put(room.id(), rooms.size()));
    }

    /** Placements of a plan that cannot be said by options, by event. */
    static Map<String, Placement> of(CompiledProblem compiled, Plan plan) {
        OddPlaces places = new OddPlaces(compiled);
        Map<String, Integer> events = new HashMap<>();
        compiled.problem.events().forEach(event -> events.put(event.id(), events.size()));
        Map<String, Placement> odd = new LinkedHashMap<>();
        for (Placement placement : plan.placements()) {
            Integer event = events.get(placement.event());
            if (event != null && compiled.events.impossible()[event] == null && places.isOdd(event, placement)) {
                odd.put(placement.event(), placement);
            }
        }
        return odd;
    }

    private boolean isOdd(int event, Placement placement) {
        Integer pattern = patterns.get(placement.time());
        if (pattern == null || compiled.events.timeOptionOf()[event][pattern] < 0) {
            return true;
        }
        if (placement.room() != null) {
            Integer room = rooms.get(placement.room());
            if (room == null || compiled.events.roomOptionOf()[event][room] < 0) {
                return true;
            }
        }
        return !placement.staff().stream().allMatch(assignment -> isCandidate(event, assignment));
    }

    private boolean isCandidate(int event, StaffAssignment assignment) {
        int[] decisions = compiled.staff.decisionsOfEvent()[event];
        for (int i = 0; i < decisions.length; i++) {
            String role = compiled.event(event)
                    .staff()
                    .get(compiled.staff.needOfEvent()[event][i])
                    .role();
            if (role.equals(assignment.role())) {
                for (int person : compiled.staff.candidates()[decisions[i]]) {
                    if (compiled.problem.people().get(person).id().equals(assignment.person())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The problem with such places pinned. */
    static Problem pinned(Problem problem, Map<String, Placement> odd) {
        List<Pin> pins = new ArrayList<>();
        problem.pins().stream().filter(pin -> !odd.containsKey(pin.event())).forEach(pins::add);
        odd.values()
                .forEach(placement ->
                        pins.add(new Pin(placement.event(), placement.time(), placement.room(), placement.staff())));
        return new Problem(
                problem.name(),
                problem.grid(),
                problem.rooms(),
                problem.people(),
                problem.groups(),
                problem.events(),
                problem.courses(),
                problem.students(),
                problem.constraints(),
                problem.weights(),
                pins);
    }
}
