package org.horarium.formats.fet;

import java.util.List;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.TimeOption;
import org.horarium.formats.FaultCollector;

/** What a problem may hold and FET has no words for. */
final class Unsayable {
    private Unsayable() {}

    /** @throws org.horarium.formats.FormatException with everything that cannot be said */
    static void check(Problem problem) {
        FaultCollector faults = new FaultCollector();
        if (problem.grid().weeks() != 1) {
            faults.add(
                    "",
                    "FET plans one week; this problem has %d.",
                    problem.grid().weeks());
        }
        if (!problem.students().isEmpty()) {
            faults.add(
                    "",
                    "FET knows no single students who choose courses; this problem has %d.",
                    problem.students().size());
        }
        for (Constraint constraint : problem.constraints()) {
            if (!Fet.canSay(constraint)) {
                faults.add(
                        "",
                        "FET has no constraint like %s (%s) of this strength.",
                        constraint.getClass().getSimpleName(),
                        constraint.id());
            }
        }
        problem.events().forEach(event -> check(event, faults));
        problem.rooms().stream()
                .filter(room -> !room.travel().isEmpty())
                .forEach(room -> faults.add("", "FET knows no distances between rooms: %s.", room.id()));
        problem.pins().forEach(pin -> faults.add("", "Pins are not written: event (%s) is fixed.", pin.event()));
        faults.throwIfAny();
    }

    private static void check(Event event, FaultCollector faults) {
        if (event.times().isEmpty()) {
            faults.add("", "Event (%s) has no time; FET needs a duration.", event.id());
        }
        List<Integer> lengths = event.times().stream()
                .map(option -> option.pattern().length())
                .distinct()
                .toList();
        if (lengths.size() > 1) {
            faults.add("", "An activity of FET has one duration; event (%s) has %s.", event.id(), lengths);
        }
        for (TimeOption option : event.times()) {
            if (Integer.bitCount(option.pattern().days()) != 1) {
                faults.add("", "An activity of FET is on one day; event (%s) meets on several.", event.id());
                break;
            }
        }
        if (event.needsRoom() && event.rooms().isEmpty()) {
            faults.add("", "Event (%s) needs a room and has no candidate.", event.id());
        }
        for (StaffNeed need : event.staff()) {
            if (need.candidates().size() != need.count()
                    || need.candidates().stream()
                                    .mapToInt(PersonOption::penalty)
                                    .sum()
                            > 0) {
                faults.add(
                        "",
                        "FET cannot choose people: event (%s) has %d candidates for %d %s.",
                        event.id(),
                        need.candidates().size(),
                        need.count(),
                        need.role());
            }
        }
    }
}
