package org.horarium.engine.variant;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.engine.model.WorkingDays;

/**
 * The same problem with other weights. What must hold stays as it is; only prices change.
 *
 * <table>
 *   <caption>Factors on the cost components</caption>
 *   <tr><th>variant</th><th>factors</th></tr>
 *   <tr><td>personnel</td><td>staff and fairness 6, days of people 4, loads 2</td></tr>
 *   <tr><td>student compact</td><td>days of groups 6, student conflicts 4; a late slot costs one for ten students</td></tr>
 *   <tr><td>room efficient</td><td>rooms 8, stability 4</td></tr>
 * </table>
 */
final class Profile {
    private static final int STUDENTS_PER_LATE_SLOT = 10;
    private static final int HIGHEST = 100_000_000;

    private final Problem problem;
    private final Variant variant;
    private final Map<CostComponent, Integer> factors;

    private Profile(Problem problem, Variant variant) {
        this.problem = problem;
        this.variant = variant;
        this.factors = factors(variant);
    }

    /** The problem as a variant sees it. All weights are 1 but that of students: they are in the penalties. */
    static Problem apply(Problem problem, Variant variant) {
        return new Profile(problem, variant).make();
    }

    private static Map<CostComponent, Integer> factors(Variant variant) {
        Map<CostComponent, Integer> factors = new EnumMap<>(CostComponent.class);
        switch (variant) {
            case BALANCED, LEAST_CHANGE -> {}
            case PERSONNEL -> {
                factors.put(CostComponent.STAFF, 6);
                factors.put(CostComponent.FAIRNESS, 6);
                factors.put(CostComponent.PERSON_DAY, 4);
                factors.put(CostComponent.LOAD, 2);
            }
            case STUDENT_COMPACT -> {
                factors.put(CostComponent.GROUP_DAY, 6);
                factors.put(CostComponent.STUDENT, 4);
            }
            case ROOM_EFFICIENT -> {
                factors.put(CostComponent.ROOM, 8);
                factors.put(CostComponent.STABILITY, 4);
            }
        }
        return factors;
    }

    private int factor(CostComponent component) {
        return factors.getOrDefault(component, 1);
    }

    private Problem make() {
        Weights weights = problem.weights();
        Map<String, Integer> size = new HashMap<>();
        problem.groups().forEach(group -> size.put(group.id(), group.size()));
        int lateFrom = StudentKpis.lateFrom(problem);
        List<Event> events = new ArrayList<>();
        for (Event event : problem.events()) {
            int students = event.groups().stream()
                    .mapToInt(group -> size.getOrDefault(group, 0))
                    .sum();
            long late = variant == Variant.STUDENT_COMPACT && students > 0
                    ? Math.max(1, students / STUDENTS_PER_LATE_SLOT)
                    : 0;
            events.add(new Event(
                    event.id(),
                    event.name(),
                    event.times().stream()
                            .map(option -> new TimeOption(
                                    option.pattern(),
                                    clamp((long) option.penalty() * weights.time() * factor(CostComponent.TIME)
                                            + late * lateSlots(option.pattern(), lateFrom))))
                            .toList(),
                    event.rooms().stream()
                            .map(option -> new RoomOption(
                                    option.room(),
                                    clamp((long) option.penalty() * weights.room() * factor(CostComponent.ROOM))))
                            .toList(),
                    event.needsRoom(),
                    event.staff().stream().map(this::need).toList(),
                    event.groups()));
        }
        return new Problem(
                problem.name(),
                problem.grid(),
                problem.rooms(),
                problem.people(),
                problem.groups(),
                events,
                problem.courses(),
                problem.students(),
                problem.constraints().stream().map(this::constraint).toList(),
                new Weights(1, 1, 1, weights.distribution(), (int)
                        Math.min(1_000_000L, (long) weights.student() * factor(CostComponent.STUDENT))),
                problem.pins());
    }

    private StaffNeed need(StaffNeed need) {
        long weight = (long) problem.weights().staff() * factor(CostComponent.STAFF);
        return new StaffNeed(
                need.role(),
                need.count(),
                need.candidates().stream()
                        .map(option -> new PersonOption(option.person(), clamp(option.penalty() * weight)))
                        .toList());
    }

    private static int clamp(long penalty) {
        return (int) Math.min(HIGHEST, penalty);
    }

    private static long lateSlots(TimePattern time, int lateFrom) {
        int slots = Math.max(0, time.end() - Math.max(time.start(), lateFrom));
        return (long) slots * Long.bitCount(time.weeks()) * Integer.bitCount(time.days());
    }

    private Constraint constraint(Constraint constraint) {
        int factor = factor(constraint.component());
        if (factor == 1 || !(constraint.strength() instanceof Strength.Soft soft)) {
            return constraint;
        }
        Strength strength = Strength.soft(clamp((long) soft.penalty() * factor));
        if (constraint instanceof CalendarConstraint c) {
            return new CalendarConstraint(c.id(), c.rule(), c.kind(), c.members(), strength);
        } else if (constraint instanceof Cumulative c) {
            return new Cumulative(c.id(), c.name(), c.demands(), c.capacity(), strength);
        } else if (constraint instanceof Distribution c) {
            return new Distribution(c.id(), c.rule(), c.events(), strength);
        } else if (constraint instanceof LoadBalance c) {
            return new LoadBalance(c.id(), c.targets(), c.step(), strength);
        } else if (constraint instanceof MinDaysBetween c) {
            return new MinDaysBetween(c.id(), c.events(), c.days(), strength);
        } else if (constraint instanceof RoomStability c) {
            return new RoomStability(c.id(), c.events(), c.rooms(), strength);
        } else if (constraint instanceof SameStaff c) {
            return new SameStaff(c.id(), c.role(), c.events(), strength);
        } else if (constraint instanceof StaffFairness c) {
            return new StaffFairness(c.id(), shares(c), strength);
        } else if (constraint instanceof WorkingDays c) {
            return new WorkingDays(c.id(), c.events(), c.days(), strength);
        }
        throw new IllegalStateException("Constraint (%s) is of no known type.".formatted(constraint.id()));
    }

    /** Regrets grow with the penalties of people; the levels stay what they were. */
    private List<StaffFairness.Share> shares(StaffFairness fairness) {
        long factor = factor(CostComponent.STAFF);
        return fairness.shares().stream()
                .map(share -> new StaffFairness.Share(
                        share.person(), clamp(share.free() * factor), clamp(share.step() * factor)))
                .toList();
    }
}
