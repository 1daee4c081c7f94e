package org.horarium.formats.college.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.WorkingDays;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.College;
import org.horarium.formats.college.EquipmentCount;
import org.horarium.formats.college.Personnel;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a college over several activities. A <i>series</i> is the sessions of one template for one group; a
 * weight is that of the {@link org.horarium.formats.college.Objective}, and 0 leaves the rule out.
 *
 * <p>Hard:
 * <ul>
 *   <li>The sessions of a series are given by the same people, role by role.
 *   <li>Load limits of people: slots in a week, slots in a day, days in a week.
 *   <li>{@code minDaysBetween} of a template, where it is not 0.
 *   <li>{@code after}: session 1 of the earlier template lies before every session of the later one, for each two series
 *       that share a student. "Before" is that of ITC-2019: by first week, then day, then end before start; so a session
 *       in B weeks only is after every session that also meets in A weeks.
 *   <li>Equipment that is carried: no more pieces in use than there are.
 * </ul>
 *
 * <p>Soft:
 * <ul>
 *   <li>Student gaps: an idle slot costs the weight × the atom's students ÷ {@value #STUDENTS_PER_GAP}, rounded down, at
 *       least 1, in each week of the grid.
 *   <li>Spread of a series without {@code minDaysBetween}: on as many different days as there are sessions (or days); a
 *       missing day costs the weight × {@value #MISSING_DAY}.
 *   <li>Load balance: see {@link LoadTargets}.
 *   <li>Fairness between people who said what they prefer: see {@link FairShares}.
 * </ul>
 */
final class CollegeConstraints {
    private static final int STUDENTS_PER_GAP = 5;
    private static final int MISSING_DAY = 10;

    private final College college;
    private final List<Activity> activities;
    private final List<Constraint> constraints = new ArrayList<>();

    private CollegeConstraints(College college, List<Activity> activities) {
        this.college = college;
        this.activities = activities;
    }

    static List<Constraint> of(
            College college,
            SlotGrid grid,
            List<Activity> activities,
            List<Atom> atoms,
            List<Event> events,
            Map<String, List<EquipmentCount>> carried) {
        CollegeConstraints all = new CollegeConstraints(college, activities);
        all.series();
        all.precedence();
        all.equipment(carried);
        all.limits();
        all.gaps(atoms);
        LoadTargets.of(college, grid, events).ifPresent(all.constraints::add);
        FairShares.of(college, events).ifPresent(all.constraints::add);
        return all.constraints;
    }

    private void series() {
        int days = college.term().days().size();
        int spread = college.objective().spread();
        Map<String, List<Activity>> series = new LinkedHashMap<>();
        activities.forEach(activity -> series.computeIfAbsent(activity.series(), key -> new ArrayList<>())
                .add(activity));
        series.forEach((id, sessions) -> {
            if (sessions.size() < 2) {
                return;
            }
            List<String> ids = sessions.stream().map(Activity::id).toList();
            ActivityTemplate template = sessions.get(0).template();
            template.personnel()
                    .forEach(need -> constraints.add(
                            new SameStaff("same-staff:" + id + ":" + need.role(), need.role(), ids, Strength.HARD)));
            if (template.minDaysBetween() > 0) {
                constraints.add(
                        new MinDaysBetween("days-between:" + id, ids, template.minDaysBetween(), Strength.HARD));
            } else if (spread > 0) {
                constraints.add(new WorkingDays(
                        "spread:" + id, ids, Math.min(ids.size(), days), Strength.soft(spread * MISSING_DAY)));
            }
        });
    }

    private void precedence() {
        Map<String, List<Activity>> byTemplate = new HashMap<>();
        activities.forEach(activity -> byTemplate
                .computeIfAbsent(activity.template().id(), template -> new ArrayList<>())
                .add(activity));
        for (Activity later : activities) {
            String after = later.template().after();
            if (after == null) {
                continue;
            }
            Set<Atom> students = new HashSet<>(later.attendees());
            for (Activity earlier : byTemplate.getOrDefault(after, List.of())) {
                if (earlier.ordinal() == 1 && earlier.attendees().stream().anyMatch(students::contains)) {
                    constraints.add(new Distribution(
                            "after:" + earlier.id() + ":" + later.id(),
                            new DistributionRule.Precedence(),
                            List.of(earlier.id(), later.id()),
                            Strength.HARD));
                }
            }
        }
    }

    private void equipment(Map<String, List<EquipmentCount>> carried) {
        for (College.Equipment equipment : college.equipment()) {
            List<Cumulative.Demand> demands = new ArrayList<>();
            for (Activity activity : activities) {
                carried.getOrDefault(activity.id(), List.of()).stream()
                        .filter(count -> count.equipment().equals(equipment.id()))
                        .forEach(count -> demands.add(new Cumulative.Demand(activity.id(), count.quantity())));
            }
            if (!demands.isEmpty()) {
                constraints.add(new Cumulative(
                        "equipment:" + equipment.id(), equipment.name(), demands, equipment.portable(), Strength.HARD));
            }
        }
    }

    private void limits() {
        limit("week-load", Personnel::maxSlotsPerWeek, CalendarRule.MaxSlotsPerWeek::new);
        limit("day-load", Personnel::maxSlotsPerDay, CalendarRule.MaxSlotsPerDay::new);
        limit("days", Personnel::maxDaysPerWeek, CalendarRule.MaxDaysPerWeek::new);
    }

    /** One constraint for all people with the same limit. */
    private void limit(
            String name, Function<Personnel, @Nullable Integer> limit, Function<Integer, CalendarRule> rule) {
        Map<Integer, List<String>> people = new TreeMap<>();
        for (Personnel person : college.personnel()) {
            Integer value = limit.apply(person);
            if (value != null) {
                people.computeIfAbsent(value, key -> new ArrayList<>()).add(person.id());
            }
        }
        people.forEach((value, members) -> constraints.add(new CalendarConstraint(
                name + ":" + value, rule.apply(value), MemberKind.PERSON, members, Strength.HARD)));
    }

    private void gaps(List<Atom> atoms) {
        int weight = college.objective().studentGaps();
        if (weight == 0) {
            return;
        }
        Map<Integer, List<String>> byPenalty = new TreeMap<>();
        for (Atom atom : atoms) {
            int penalty = Math.max(1, weight * atom.size() / STUDENTS_PER_GAP);
            byPenalty.computeIfAbsent(penalty, key -> new ArrayList<>()).add(atom.id());
        }
        byPenalty.forEach((penalty, members) -> constraints.add(new CalendarConstraint(
                "gaps:" + penalty,
                new CalendarRule.MaxGapsPerDay(0),
                MemberKind.GROUP,
                members,
                Strength.soft(penalty))));
    }
}
