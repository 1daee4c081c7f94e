package org.horarium.engine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.engine.model.WorkingDays;

/** Changes problems: makes them harder, so that many have no plan any more, or softer, so that plans differ in cost. */
public final class Tightened {
    private Tightened() {}

    /** Without students; some events lose the time they have in a plan, where they have another. */
    public static Problem withoutPlannedTimes(Problem problem, Plan plan, long seed) {
        Random random = new Random(seed);
        List<Event> events = new ArrayList<>();
        for (Event event : problem.events()) {
            List<TimePattern> planned = plan.placements().stream()
                    .filter(placement -> placement.event().equals(event.id()))
                    .map(placement -> placement.time())
                    .toList();
            List<TimeOption> left = event.times().stream()
                    .filter(option -> !planned.contains(option.pattern()))
                    .toList();
            events.add(
                    random.nextInt(3) > 0 || left.isEmpty() ? event : with(event, left, event.rooms(), event.staff()));
        }
        return with(problem, events, problem.constraints());
    }

    /** Without students; every rule soft with a small penalty, every option with one too. */
    public static Problem soft(Problem problem, long seed) {
        Random random = new Random(seed);
        List<Event> events = problem.events().stream()
                .map(event -> with(
                        event,
                        event.times().stream()
                                .map(option -> new TimeOption(option.pattern(), random.nextInt(5)))
                                .toList(),
                        event.rooms().stream()
                                .map(option -> new RoomOption(option.room(), random.nextInt(5)))
                                .toList(),
                        event.staff().stream()
                                .map(need -> new StaffNeed(
                                        need.role(),
                                        need.count(),
                                        need.candidates().stream()
                                                .map(option -> new PersonOption(option.person(), random.nextInt(5)))
                                                .toList()))
                                .toList()))
                .toList();
        List<Constraint> constraints = new ArrayList<>();
        problem.constraints()
                .forEach(constraint -> constraints.add(with(constraint, Strength.soft(1 + random.nextInt(4)))));
        List<LoadBalance.Target> targets = problem.people().stream()
                .map(person -> new LoadBalance.Target(person.id(), random.nextInt(6)))
                .toList();
        constraints.add(new LoadBalance("balance", targets, 2, Strength.soft(1)));
        List<Placement> before = events.stream()
                .filter(event -> !event.times().isEmpty())
                .map(event -> new Placement(
                        event.id(),
                        event.times().get(random.nextInt(event.times().size())).pattern(),
                        event.rooms().isEmpty() ? null : event.rooms().get(0).room(),
                        event.staff().stream()
                                .filter(need -> !need.candidates().isEmpty())
                                .map(need -> new StaffAssignment(
                                        need.role(), need.candidates().get(0).person()))
                                .toList()))
                .toList();
        constraints.add(new LeastChange("before", before, 2, 1, 3));
        List<StaffFairness.Share> shares = problem.people().stream()
                .map(person -> new StaffFairness.Share(person.id(), random.nextInt(3), 1 + random.nextInt(4)))
                .toList();
        constraints.add(new StaffFairness("fairness", shares, Strength.soft(1)));
        return with(problem, events, constraints);
    }

    private static Event with(Event event, List<TimeOption> times, List<RoomOption> rooms, List<StaffNeed> staff) {
        return new Event(event.id(), event.name(), times, rooms, event.needsRoom(), staff, event.groups());
    }

    private static Problem with(Problem problem, List<Event> events, List<Constraint> constraints) {
        return new Problem(
                problem.name(),
                problem.grid(),
                problem.rooms(),
                problem.people(),
                problem.groups(),
                events,
                List.of(),
                List.of(),
                constraints,
                new Weights(1, 2, 3, 2, 1),
                problem.pins());
    }

    /** The same plan without sectioning. */
    public static Plan withoutStudents(Plan plan) {
        return new Plan(plan.placements(), Map.of());
    }

    private static Constraint with(Constraint constraint, Strength strength) {
        if (constraint instanceof CalendarConstraint c) {
            return new CalendarConstraint(c.id(), c.rule(), c.kind(), c.members(), strength);
        } else if (constraint instanceof Distribution c) {
            return new Distribution(c.id(), c.rule(), c.events(), strength);
        } else if (constraint instanceof MinDaysBetween c) {
            return new MinDaysBetween(c.id(), c.events(), c.days(), strength);
        } else if (constraint instanceof WorkingDays c) {
            return new WorkingDays(c.id(), c.events(), c.days(), strength);
        } else if (constraint instanceof RoomStability c) {
            return new RoomStability(c.id(), c.events(), c.rooms(), strength);
        } else if (constraint instanceof SameStaff c) {
            return new SameStaff(c.id(), c.role(), c.events(), strength);
        } else if (constraint instanceof Cumulative c) {
            return new Cumulative(c.id(), c.name(), c.demands(), c.capacity(), strength);
        }
        return constraint;
    }
}
