package org.horarium.formats.itc2019;

import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffNeed;
import org.horarium.formats.FaultCollector;

/** What a problem may hold and the format has no words for. */
final class Unsayable {
    private Unsayable() {}

    /** @throws org.horarium.formats.FormatException with everything that cannot be said */
    static void check(Problem problem) {
        FaultCollector faults = new FaultCollector();
        for (Constraint constraint : problem.constraints()) {
            if (constraint instanceof Distribution distribution) {
                if (!Rules.known(distribution.rule())) {
                    faults.add(
                            "",
                            "ITC-2019 has no rule like %s (%s).",
                            Rules.format(distribution.rule()),
                            constraint.id());
                }
            } else {
                faults.add(
                        "",
                        "ITC-2019 has no constraint like %s (%s).",
                        constraint.getClass().getSimpleName(),
                        constraint.id());
            }
        }
        for (Event event : problem.events()) {
            for (StaffNeed need : event.staff()) {
                if (need.candidates().size() != need.count()
                        || need.candidates().stream()
                                        .mapToInt(PersonOption::penalty)
                                        .sum()
                                > 0) {
                    faults.add(
                            "",
                            "ITC-2019 cannot choose people: event (%s) has %d candidates for %d %s.",
                            event.id(),
                            need.candidates().size(),
                            need.count(),
                            need.role());
                }
            }
        }
        problem.pins().forEach(pin -> faults.add("", "ITC-2019 has no pins: event (%s) is fixed.", pin.event()));
        faults.throwIfAny();
    }
}
