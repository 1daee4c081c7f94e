package org.horarium.engine.lns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.horarium.engine.exact.ExactOptions;
import org.horarium.engine.exact.ExactResult;
import org.horarium.engine.exact.ExactSolver;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.exact.Treatment;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.solve.StopSignal;

/**
 * Chooses who gives what, all of it at once, by CP-SAT: events keep their times and rooms, which leaves a small model. An
 * annealing that moves one person at a time, or exchanges two, ends some per cent above what this finds.
 */
public final class BestStaff {
    private BestStaff() {}

    /**
     * Another choice of people for a plan.
     *
     * @param plan the plan with these people
     * @param effort what it took, as CP-SAT counts
     */
    public record Choice(Plan plan, double effort) {}

    /** Whether anything can be chosen. */
    public static boolean suits(Problem problem) {
        return problem.events().stream()
                .flatMap(event -> event.staff().stream())
                .anyMatch(need -> need.candidates().size() > need.count());
    }

    /**
     * The best people for a plan with every event at its time.
     *
     * @param plan one that breaks nothing; it is the hint
     * @return the plan with these people, or as it was where nothing was found
     */
    public static Choice atTheirTimes(Problem problem, Plan plan, ExactOptions options, StopSignal stop) {
        return choose(problem, plan, options, Treatment.keepAll(), BestStaff::isAboutPeople, stop);
    }

    /**
     * The people that would be best if times were no matter: loads of a week and who can give what count, days and clashes
     * do not. Most likely it breaks something as long as times stay.
     *
     * @return the plan with these people, or as it was where nothing was found
     */
    public static Choice whateverTheTimes(Problem problem, Plan plan, ExactOptions options, StopSignal stop) {
        return choose(
                problem,
                plan,
                options,
                rule -> rule.kind() == Rule.Kind.PERSON_CLASH || rule.kind() == Rule.Kind.PERSON_AWAY
                        ? Treatment.LEAVE_OUT
                        : Treatment.KEEP,
                constraint -> isAboutPeople(constraint)
                        && (!(constraint instanceof CalendarConstraint calendar)
                                || calendar.rule() instanceof CalendarRule.MaxSlotsPerWeek),
                stop);
    }

    private static boolean isAboutPeople(Constraint constraint) {
        return constraint instanceof SameStaff
                || constraint instanceof LoadBalance
                || constraint instanceof StaffFairness
                || constraint instanceof LeastChange
                || (constraint instanceof CalendarConstraint calendar && calendar.kind() == MemberKind.PERSON);
    }

    private static Choice choose(
            Problem problem,
            Plan plan,
            ExactOptions options,
            Treatment treatment,
            Predicate<Constraint> kept,
            StopSignal stop) {
        Map<String, Placement> before = new HashMap<>();
        plan.placements().forEach(placement -> before.put(placement.event(), placement));
        ExactResult result = ExactSolver.solve(
                peopleOnly(problem, before, kept),
                rule -> rule.kind() == Rule.Kind.EVENT && !before.containsKey(rule.id())
                        ? Treatment.LEAVE_OUT
                        : treatment.of(rule),
                options,
                plan,
                stop);
        if (result.plan() == null) {
            return new Choice(plan, result.effort());
        }
        List<Placement> placements = new ArrayList<>();
        for (Placement chosen : result.plan().placements()) {
            Placement old = before.get(chosen.event());
            if (old != null) {
                placements.add(new Placement(old.event(), old.time(), old.room(), chosen.staff()));
            }
        }
        return new Choice(new Plan(placements, plan.enrolments()), result.effort());
    }

    private static Problem peopleOnly(Problem problem, Map<String, Placement> placements, Predicate<Constraint> kept) {
        return new Problem(
                problem.name(),
                problem.grid(),
                List.of(),
                problem.people(),
                problem.groups(),
                problem.events().stream()
                        .map(event -> {
                            Placement placement = placements.get(event.id());
                            return new Event(
                                    event.id(),
                                    event.name(),
                                    placement == null ? event.times() : List.of(new TimeOption(placement.time(), 0)),
                                    List.of(),
                                    false,
                                    event.staff(),
                                    List.of());
                        })
                        .toList(),
                List.of(),
                List.of(),
                problem.constraints().stream().filter(kept).toList(),
                problem.weights(),
                problem.pins().stream()
                        .filter(pin -> !pin.staff().isEmpty())
                        .map(pin -> new Pin(pin.event(), null, null, pin.staff()))
                        .toList());
    }
}
