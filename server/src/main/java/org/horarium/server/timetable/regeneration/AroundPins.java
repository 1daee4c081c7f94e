package org.horarium.server.timetable.regeneration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;

/** The problem of placing some events anew: everything else is pinned where it is. */
final class AroundPins {
    /** What a move costs where few moves matter more than the timetable's other goals. */
    private static final int TIME = 20;

    private static final int ROOM = 5;
    private static final int PERSON = 10;

    private AroundPins() {}

    /**
     * Makes it.
     *
     * @param problem with the pins of the schedule, which stay
     * @param plan as it is
     * @param free ids of events that may move, as far as they are not pinned
     * @param fewMoves whether moving costs as much as the other goals
     */
    static Problem of(Problem problem, Plan plan, Set<String> free, boolean fewMoves) {
        Map<String, Pin> pins = new HashMap<>();
        problem.pins().forEach(pin -> pins.put(pin.event(), pin));
        for (Placement placement : plan.placements()) {
            if (!free.contains(placement.event())) {
                pins.put(
                        placement.event(),
                        new Pin(placement.event(), placement.time(), placement.room(), placement.staff()));
            }
        }
        List<Constraint> constraints = new ArrayList<>(problem.constraints());
        if (fewMoves) {
            constraints.add(new LeastChange("few-moves", plan.placements(), TIME, ROOM, PERSON));
        }
        return new Problem(
                problem.name(),
                problem.grid(),
                problem.rooms(),
                problem.people(),
                problem.groups(),
                problem.events(),
                problem.courses(),
                problem.students(),
                constraints,
                problem.weights(),
                List.copyOf(pins.values()));
    }

    /** Whether a pin leaves nothing of an event open. */
    static boolean isFixed(Problem problem, String event) {
        return problem.pins().stream()
                .anyMatch(pin -> pin.event().equals(event) && pin.time() != null && pin.room() != null);
    }
}
