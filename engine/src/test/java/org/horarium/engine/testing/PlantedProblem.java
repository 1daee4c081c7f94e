package org.horarium.engine.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarConstraint.MemberKind;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.Student;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.engine.model.WorkingDays;
import org.horarium.engine.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * A random problem that certainly has a plan: the plan is made first, then a problem around it, as tight as it can be.
 * Rules are taken with the sharpest parameter that the plan still keeps.
 */
public final class PlantedProblem {
    private static final String ROLE = "lecturer";
    private static final String HELPER = "assistant";

    private final Random random;
    private final Grid grid;
    private final List<String> rooms;
    private final List<String> people;
    private final List<String> groups;
    private final Map<String, Placement> placements = new LinkedHashMap<>();
    private final Map<String, List<String>> groupsOf = new LinkedHashMap<>();
    private final List<List<String>> series = new ArrayList<>();

    private PlantedProblem(long seed) {
        random = new Random(seed);
        grid = new Grid(1 + random.nextInt(3), 2 + random.nextInt(4), 3 + random.nextInt(5));
        rooms = ids("room", 1 + random.nextInt(4));
        people = ids("person", 2 + random.nextInt(4));
        groups = ids("group", 1 + random.nextInt(4));
    }

    /** A problem and a plan that keeps all of its hard rules. */
    public record Planted(Problem problem, Plan plan) {}

    /** The problem of a seed. */
    public static Planted of(long seed) {
        return new PlantedProblem(seed).build();
    }

    private static List<String> ids(String kind, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            ids.add(kind + i);
        }
        return ids;
    }

    private Planted build() {
        int wanted = 2 + random.nextInt(8);
        for (int s = 0; s < wanted; s++) {
            plantSeries("course" + s);
        }
        List<Event> events = new ArrayList<>();
        List<Pin> pins = new ArrayList<>();
        placements.forEach((id, placement) -> {
            Pin pin = pin(placement);
            if (pin != null) {
                pins.add(pin);
            }
            events.add(event(id, placement, pin));
        });
        List<Course> courses = new ArrayList<>();
        List<Student> students = new ArrayList<>();
        Map<String, List<String>> enrolments = new LinkedHashMap<>();
        demand(courses, students, enrolments);
        Plan plan = new Plan(List.copyOf(placements.values()), enrolments);
        Problem bare = problem(events, courses, students, List.of(), pins);
        List<Constraint> constraints = new ArrayList<>();
        int rules = random.nextInt(16);
        for (int c = 0; c < rules && !events.isEmpty(); c++) {
            Constraint constraint = constraint("rule" + c, bare, plan);
            if (constraint != null) {
                constraints.add(constraint);
            }
        }
        return new Planted(problem(events, courses, students, constraints, pins), plan);
    }

    private Problem problem(
            List<Event> events,
            List<Course> courses,
            List<Student> students,
            List<Constraint> constraints,
            List<Pin> pins) {
        return new Problem(
                "planted",
                grid,
                rooms.stream()
                        .map(id -> new Room(id, id, 10, null, unavailable(usedBy(id)), Map.of()))
                        .toList(),
                people.stream()
                        .map(id -> new Person(id, id, unavailable(usedBy(id))))
                        .toList(),
                groups.stream()
                        .map(id -> new Group(id, id, 10, unavailable(usedBy(id))))
                        .toList(),
                events,
                courses,
                students,
                constraints,
                Weights.ONE,
                pins);
    }

    /** Sessions of one length for some groups, by the same people, as many as find a place. */
    private void plantSeries(String name) {
        int length = 1 + random.nextInt(Math.min(3, grid.slotsPerDay()));
        List<String> attending = some(groups);
        List<StaffAssignment> staff = new ArrayList<>();
        if (random.nextInt(5) > 0) {
            staff.add(new StaffAssignment(ROLE, any(people)));
            String helper = any(people);
            if (random.nextInt(3) == 0 && !helper.equals(staff.get(0).person())) {
                staff.add(new StaffAssignment(HELPER, helper));
            }
        }
        List<String> sessions = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            for (int attempt = 0; attempt < 20; attempt++) {
                Placement placement = new Placement(
                        name + "-" + i, pattern(length), random.nextInt(4) == 0 ? null : any(rooms), staff);
                if (placements.values().stream().noneMatch(other -> clash(placement, attending, other))) {
                    placements.put(placement.event(), placement);
                    groupsOf.put(placement.event(), attending);
                    sessions.add(placement.event());
                    break;
                }
            }
        }
        if (sessions.size() > 1) {
            series.add(sessions);
        }
    }

    private boolean clash(Placement placement, List<String> attending, Placement other) {
        if (!placement.time().overlaps(other.time())) {
            return false;
        }
        boolean room = placement.room() != null && placement.room().equals(other.room());
        boolean group = groupsOf.getOrDefault(other.event(), List.of()).stream().anyMatch(attending::contains);
        boolean person = placement.staff().stream()
                .anyMatch(one ->
                        other.staff().stream().anyMatch(two -> two.person().equals(one.person())));
        return room || group || person;
    }

    private TimePattern pattern(int length) {
        long weeks = random.nextInt(3) > 0 ? grid.allWeeks() : 1L << random.nextInt(grid.weeks());
        int days = 1 << random.nextInt(grid.days());
        if (random.nextInt(6) == 0) {
            days |= 1 << random.nextInt(grid.days());
        }
        return new TimePattern(weeks, days, random.nextInt(grid.slotsPerDay() - length + 1), length);
    }

    private Event event(String id, Placement placement, @Nullable Pin pin) {
        Set<TimePattern> times = new LinkedHashSet<>();
        if (pin == null || pin.time() == null || random.nextBoolean()) {
            times.add(placement.time());
        }
        int more = random.nextInt(4);
        for (int i = 0; i < more; i++) {
            times.add(pattern(random.nextInt(5) == 0 ? 1 : placement.time().length()));
        }
        Set<String> possible = new LinkedHashSet<>();
        if (placement.room() != null) {
            possible.add(placement.room());
            possible.addAll(some(rooms).subList(0, 1));
        }
        List<StaffNeed> needs = new ArrayList<>();
        for (StaffAssignment assignment : placement.staff()) {
            Set<String> candidates = new LinkedHashSet<>(List.of(assignment.person()));
            if (random.nextBoolean()) {
                candidates.addAll(some(people));
            }
            needs.add(new StaffNeed(
                    assignment.role(),
                    1,
                    candidates.stream()
                            .map(person -> new PersonOption(person, 0))
                            .toList()));
        }
        return new Event(
                id,
                id,
                times.stream().map(time -> new TimeOption(time, 0)).toList(),
                possible.stream().map(room -> new RoomOption(room, 0)).toList(),
                placement.room() != null,
                needs,
                groupsOf.getOrDefault(id, List.of()));
    }

    private @Nullable Pin pin(Placement placement) {
        if (random.nextInt(4) > 0) {
            return null;
        }
        return new Pin(
                placement.event(),
                random.nextBoolean() ? placement.time() : null,
                random.nextBoolean() ? placement.room() : null,
                random.nextBoolean() ? placement.staff() : List.of());
    }

    private final Map<String, List<TimePattern>> calendars = new LinkedHashMap<>();

    /** Some times at which a thing is not used; the same whenever asked. */
    private List<TimePattern> unavailable(Used used) {
        return calendars.computeIfAbsent(used.id, id -> {
            List<TimePattern> times = new ArrayList<>();
            int count = random.nextInt(3) * random.nextInt(12);
            for (int i = 0; i < count; i++) {
                TimePattern time = pattern(1 + random.nextInt(grid.slotsPerDay()));
                if (used.times.stream().noneMatch(time::overlaps)) {
                    times.add(time);
                }
            }
            return times;
        });
    }

    private record Used(String id, List<TimePattern> times) {}

    private Used usedBy(String id) {
        return new Used(
                id,
                placements.values().stream()
                        .filter(placement -> id.equals(placement.room())
                                || placement.staff().stream()
                                        .anyMatch(one -> one.person().equals(id))
                                || groupsOf.getOrDefault(placement.event(), List.of())
                                        .contains(id))
                        .map(Placement::time)
                        .toList());
    }

    private void demand(List<Course> courses, List<Student> students, Map<String, List<String>> enrolments) {
        if (series.isEmpty()) {
            return;
        }
        List<String> classes = series.get(0);
        int count = random.nextInt(6);
        List<Course.SectionedClass> sectioned = new ArrayList<>();
        for (int c = 0; c < classes.size(); c++) {
            int limit = (count + classes.size() - 1 - c) / classes.size();
            sectioned.add(new Course.SectionedClass(classes.get(c), limit, null));
        }
        courses.add(new Course(
                "demanded", List.of(new Course.Config("config", List.of(new Course.Subpart("subpart", sectioned))))));
        for (int s = 0; s < count; s++) {
            students.add(new Student("student" + s, List.of("demanded")));
            enrolments.put("student" + s, List.of(classes.get(s % classes.size())));
        }
    }

    private @Nullable Constraint constraint(String id, Problem bare, Plan plan) {
        List<String> events = some(List.copyOf(placements.keySet()));
        List<String> sessions = series.isEmpty() ? events : any(series);
        List<String> either = random.nextBoolean() ? events : sessions;
        MemberKind kind = random.nextBoolean() ? MemberKind.GROUP : MemberKind.PERSON;
        List<String> members = some(kind == MemberKind.GROUP ? groups : people);
        return switch (random.nextInt(8)) {
            case 0, 1 -> sharpest(bare, plan, rising(max -> calendar(id, kind, members, max)));
            case 2 ->
                sharpest(
                        bare,
                        plan,
                        falling(min -> new CalendarConstraint(
                                id,
                                new CalendarRule.MinSlotsPerDay(min, random.nextBoolean()),
                                kind,
                                members,
                                Strength.HARD)));
            case 3 -> sharpest(bare, plan, rising(max -> distribution(id, either, max)));
            case 4 -> sharpest(bare, plan, List.of(distribution(id, some(either), random.nextInt(4))));
            case 5 ->
                sharpest(
                        bare,
                        plan,
                        random.nextBoolean()
                                ? falling(days -> new MinDaysBetween(id, sessions, Math.max(1, days), Strength.HARD))
                                : falling(days -> new WorkingDays(id, either, Math.max(1, days), Strength.HARD)));
            case 6 ->
                sharpest(
                        bare,
                        plan,
                        List.of(
                                new SameStaff(id, ROLE, sessions, Strength.HARD),
                                new RoomStability(id, either, Strength.HARD)));
            default ->
                sharpest(
                        bare,
                        plan,
                        rising(capacity -> new Cumulative(
                                id,
                                "projectors",
                                events.stream()
                                        .map(event ->
                                                new Cumulative.Demand(event, 1 + Math.floorMod(event.hashCode(), 3)))
                                        .toList(),
                                capacity,
                                Strength.HARD)));
        };
    }

    private Constraint calendar(String id, MemberKind kind, List<String> members, int max) {
        int from = (int) (random.nextLong() & 1);
        List<CalendarRule> rules = List.of(
                new CalendarRule.MaxSlotsPerDay(max),
                new CalendarRule.MaxSlotsPerWeek(max),
                new CalendarRule.MaxDaysPerWeek(max),
                new CalendarRule.MaxConsecutive(max),
                new CalendarRule.MaxSpanPerDay(max),
                new CalendarRule.MaxGapsPerDay(max),
                new CalendarRule.MaxGapsPerWeek(max),
                new CalendarRule.EarlyStart(max),
                new CalendarRule.IntervalMaxDays(from, from + 2, max),
                new CalendarRule.MaxChanges(CalendarRule.Place.ROOM, CalendarRule.Period.DAY, max));
        return new CalendarConstraint(
                id, rules.get(Math.floorMod(id.hashCode(), rules.size())), kind, members, Strength.HARD);
    }

    private Constraint distribution(String id, List<String> events, int max) {
        List<TimePattern> selected = List.of(new TimePattern(grid.allWeeks(), grid.allDays(), 0, 2));
        List<DistributionRule> rules = List.of(
                new DistributionRule.MaxDays(max),
                new DistributionRule.MaxDayLoad(max),
                new DistributionRule.WorkDay(max),
                new DistributionRule.MaxBlock(max, 0),
                new DistributionRule.MaxBreaks(max, 0),
                new DistributionRule.MinGap(max),
                new DistributionRule.SameStart(),
                new DistributionRule.SameTime(),
                new DistributionRule.DifferentTime(),
                new DistributionRule.SameDays(),
                new DistributionRule.DifferentDays(),
                new DistributionRule.SameWeeks(),
                new DistributionRule.DifferentWeeks(),
                new DistributionRule.Overlap(),
                new DistributionRule.NotOverlap(),
                new DistributionRule.SameRoom(),
                new DistributionRule.DifferentRoom(),
                new DistributionRule.SameAttendees(),
                new DistributionRule.Precedence(),
                new DistributionRule.OrderedIfSameDay(),
                new DistributionRule.MaxDaysBetween(max),
                new DistributionRule.MaxGap(max),
                new DistributionRule.SameRoomIfConsecutive(),
                new DistributionRule.EventsWithin(selected, max),
                new DistributionRule.AtOnceWithin(selected, max),
                new DistributionRule.SlotsWithin(selected, 0, max));
        return new Distribution(
                id, rules.get(Math.floorMod(id.hashCode() + max / 20, rules.size())), events, Strength.HARD);
    }

    private static List<Constraint> rising(IntFunction<Constraint> rule) {
        List<Constraint> rules = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rules.add(rule.apply(i));
        }
        return rules;
    }

    private static List<Constraint> falling(IntFunction<Constraint> rule) {
        List<Constraint> rules = new ArrayList<>();
        for (int i = 8; i >= 0; i--) {
            rules.add(rule.apply(i));
        }
        return rules;
    }

    /** The first of some rules that the plan keeps; null when it keeps none. */
    private @Nullable Constraint sharpest(Problem bare, Plan plan, List<Constraint> rules) {
        for (Constraint rule : rules) {
            if (Verifier.verify(problem(bare.events(), List.of(), List.of(), List.of(rule), bare.pins()), bareOf(plan))
                    .feasible()) {
                return rule;
            }
        }
        return null;
    }

    private static Plan bareOf(Plan plan) {
        return new Plan(plan.placements(), Map.of());
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** One or more of some items, in random order. */
    private <T> List<T> some(List<T> items) {
        List<T> shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, 1 + random.nextInt(shuffled.size())));
    }
}
