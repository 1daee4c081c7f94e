package org.horarium.formats.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Strength;
import org.horarium.formats.Fault;

/** Leaves out what a format cannot say where a plan stays a plan without it. */
final class SoftConstraints {
    private static final int MOST_NAMED = 3;

    private SoftConstraints() {}

    /**
     * The problem without the soft constraints that a format cannot say. Hard ones stay: the writer refuses them.
     *
     * @param sayable what the format can say
     * @param format its name
     * @param lost receives a line for each kind of constraint that was left out
     */
    static Problem without(Problem problem, Predicate<Constraint> sayable, String format, List<Fault> lost) {
        List<Constraint> kept = new ArrayList<>();
        Map<String, List<String>> left = new LinkedHashMap<>();
        for (Constraint constraint : problem.constraints()) {
            if (constraint.strength() instanceof Strength.Hard || sayable.test(constraint)) {
                kept.add(constraint);
            } else {
                left.computeIfAbsent(kind(constraint), kind -> new ArrayList<>())
                        .add(constraint.id());
            }
        }
        left.forEach((kind, ids) -> lost.add(new Fault(
                "",
                "%s has no soft constraint like %s; %d left out: %s%s."
                        .formatted(
                                format,
                                kind,
                                ids.size(),
                                String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size()))),
                                ids.size() > MOST_NAMED ? ", …" : ""))));
        return new Problem(
                problem.name(),
                problem.grid(),
                problem.rooms(),
                problem.people(),
                problem.groups(),
                problem.events(),
                problem.courses(),
                problem.students(),
                kept,
                problem.weights(),
                problem.pins());
    }

    private static String kind(Constraint constraint) {
        if (constraint instanceof Distribution distribution) {
            return distribution.rule().getClass().getSimpleName();
        }
        return constraint instanceof CalendarConstraint calendar
                ? calendar.rule().getClass().getSimpleName()
                : constraint.getClass().getSimpleName();
    }
}
