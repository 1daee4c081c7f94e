package org.horarium.engine.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.Student;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.engine.model.WorkingDays;
import org.jspecify.annotations.Nullable;

/**
 * A random problem with everything in it: odd weeks, several days in one pattern, events without rooms or people, needs
 * for two, pins inside and outside the candidates, and every type of constraint, hard and soft. It need not have a
 * feasible plan.
 */
public final class RandomProblem {
    private final long seed;
    private final Random random;
    private final Grid grid;
    private final int events;
    private final List<Constraint> constraints = new ArrayList<>();

    private RandomProblem(long seed, Grid grid, int events) {
        this.seed = seed;
        this.random = new Random(seed);
        this.grid = grid;
        this.events = events;
    }

    /** A problem of so many events with every type of constraint. */
    public static Problem of(long seed, Grid grid, int events) {
        return new RandomProblem(seed, grid, events).make();
    }

    private Problem make() {
        int roomCount = Math.max(3, events / 6);
        int personCount = Math.max(4, events / 4);
        int groupCount = Math.max(3, events / 5);
        List<Room> rooms = list(roomCount, i -> {
            Map<String, Integer> travel = new HashMap<>();
            if (i > 0) {
                travel.put("r" + random.nextInt(i), 1 + random.nextInt(2));
            }
            String building = i % 4 == 3 ? null : "b" + i % 3;
            return new Room("r" + i, "Room " + i, 30, building, unavailable(), travel);
        });
        List<Person> people = list(personCount, i -> new Person("p" + i, "Person " + i, unavailable()));
        List<Group> groups = list(groupCount, i -> new Group("g" + i, "Group " + i, 20, unavailable()));
        List<Event> eventList = list(events, i -> event(i, roomCount, personCount, groupCount));
        constraints(personCount, groupCount);
        addReferences(eventList, roomCount, personCount);
        List<Pin> pins = new ArrayList<>();
        for (int e : sample(events, Math.min(4, events))) {
            Event event = eventList.get(e);
            pins.add(new Pin(
                    event.id(),
                    random.nextBoolean() ? pattern(1 + random.nextInt(2)) : null,
                    event.needsRoom() && random.nextBoolean() ? "r" + random.nextInt(roomCount) : null,
                    event.staff().isEmpty()
                            ? List.of()
                            : List.of(new StaffAssignment(
                                    event.staff().get(0).role(), "p" + random.nextInt(personCount)))));
        }
        return new Problem(
                "random",
                grid,
                rooms,
                people,
                groups,
                eventList,
                courses(),
                list(20, i -> new Student("st" + i, names("course", 3, 1 + random.nextInt(3)))),
                constraints,
                new Weights(2, 3, 1, 2, 3),
                pins);
    }

    private Event event(int i, int roomCount, int personCount, int groupCount) {
        int length = 1 + random.nextInt(3);
        Set<TimePattern> patterns = new HashSet<>();
        while (patterns.size() < 12) {
            patterns.add(pattern(length));
        }
        List<TimeOption> times = patterns.stream()
                .map(pattern -> new TimeOption(pattern, random.nextInt(4)))
                .toList();
        boolean needsRoom = random.nextInt(8) > 0;
        List<RoomOption> rooms = needsRoom
                ? sample(roomCount, Math.min(roomCount, 3)).stream()
                        .map(r -> new RoomOption("r" + r, random.nextInt(4)))
                        .toList()
                : List.of();
        List<StaffNeed> needs = new ArrayList<>();
        if (random.nextInt(6) > 0) {
            needs.add(need("lecturer", 1, personCount));
        }
        if (random.nextInt(3) == 0) {
            needs.add(need("assistant", 1 + (int) (seed % 2), personCount));
        }
        List<String> groups = sample(groupCount, 1 + random.nextInt(Math.min(3, groupCount))).stream()
                .map(g -> "g" + g)
                .toList();
        return new Event("e" + i, "Event " + i, times, rooms, needsRoom, needs, groups);
    }

    /** Three courses: with a parent, with two configurations, and a plain one; each class is an event of its own. */
    private List<Course> courses() {
        return List.of(
                new Course(
                        "course0",
                        List.of(new Course.Config(
                                "config0",
                                List.of(
                                        new Course.Subpart("labs", List.of(sectioned(2, "e0"), sectioned(3, "e1"))),
                                        new Course.Subpart(
                                                "lectures", List.of(sectioned(0, null), sectioned(1, null))))))),
                new Course(
                        "course1",
                        List.of(
                                new Course.Config(
                                        "config1a",
                                        List.of(
                                                new Course.Subpart("a", List.of(sectioned(4, null))),
                                                new Course.Subpart(
                                                        "b", List.of(sectioned(5, null), sectioned(6, null))))),
                                new Course.Config(
                                        "config1b", List.of(new Course.Subpart("c", List.of(sectioned(7, null))))))),
                new Course(
                        "course2",
                        List.of(new Course.Config(
                                "config2",
                                List.of(new Course.Subpart(
                                        "d", List.of(sectioned(8, null), sectioned(9, null), sectioned(10, null))))))));
    }

    private Course.SectionedClass sectioned(int event, @Nullable String parent) {
        return new Course.SectionedClass("e" + event, 10 + random.nextInt(8), parent);
    }

    private StaffNeed need(String role, int count, int personCount) {
        return new StaffNeed(
                role,
                count,
                sample(personCount, Math.min(personCount, 4)).stream()
                        .map(p -> new PersonOption("p" + p, random.nextInt(5)))
                        .toList());
    }

    private void constraints(int personCount, int groupCount) {
        List<CalendarRule> calendarRules = List.of(
                new CalendarRule.MaxGapsPerDay(random.nextInt(2)),
                new CalendarRule.MaxGapsPerWeek(2),
                new CalendarRule.MinSlotsPerDay(2, true),
                new CalendarRule.MinSlotsPerDay(1, false),
                new CalendarRule.MaxSlotsPerDay(4),
                new CalendarRule.MaxSlotsPerWeek(10),
                new CalendarRule.MaxDaysPerWeek(3),
                new CalendarRule.MaxConsecutive(2),
                new CalendarRule.MaxSpanPerDay(5),
                new CalendarRule.MinRest(grid.slotsPerDay() - 3),
                new CalendarRule.IntervalMaxDays(1, 3, 1),
                new CalendarRule.EarlyStart(1),
                new CalendarRule.NoIsolatedSlot(),
                new CalendarRule.MaxChanges(CalendarRule.Place.ROOM, CalendarRule.Period.DAY, 0),
                new CalendarRule.MaxChanges(CalendarRule.Place.ROOM, CalendarRule.Period.WEEK, 2),
                new CalendarRule.MaxChanges(CalendarRule.Place.BUILDING, CalendarRule.Period.DAY, 0),
                new CalendarRule.MaxChanges(CalendarRule.Place.BUILDING, CalendarRule.Period.WEEK, 1));
        for (CalendarRule rule : calendarRules) {
            add(id -> new CalendarConstraint(
                    id, rule, CalendarConstraint.MemberKind.GROUP, names("g", groupCount, 2), strength()));
            add(id -> new CalendarConstraint(
                    id, rule, CalendarConstraint.MemberKind.PERSON, names("p", personCount, 2), strength()));
        }
        List<DistributionRule> distributions = List.of(
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
                new DistributionRule.MaxDaysBetween(1),
                new DistributionRule.MaxGap(0),
                new DistributionRule.WorkDay(4),
                new DistributionRule.MinGap(1),
                new DistributionRule.MaxDays(2),
                new DistributionRule.MaxDayLoad(3),
                new DistributionRule.MaxBreaks(0, 1),
                new DistributionRule.MaxBlock(3, 1),
                new DistributionRule.SameRoomIfConsecutive(),
                new DistributionRule.EventsWithin(selected(), 1),
                new DistributionRule.AtOnceWithin(selected(), 1),
                new DistributionRule.SlotsWithin(selected(), 1, 3));
        for (DistributionRule rule : distributions) {
            add(id -> new Distribution(id, rule, names("e", events, 4), strength()));
            add(id -> new Distribution(id, rule, names("e", events, 3), Strength.soft(1 + random.nextInt(5))));
        }
        for (int i = 0; i < 2; i++) {
            add(id -> new MinDaysBetween(id, names("e", events, 3), 2, strength()));
            add(id -> new WorkingDays(id, names("e", events, 4), 3, strength()));
            add(id -> new RoomStability(id, names("e", events, 4), 1 + random.nextInt(2), strength()));
            add(id -> new SameStaff(id, "lecturer", names("e", events, 3), strength()));
            add(id -> new SameStaff(id, "assistant", names("e", events, 4), Strength.soft(2)));
            add(id -> new StaffFairness(
                    id,
                    names("p", personCount, 3).stream()
                            .map(person -> new StaffFairness.Share(person, random.nextInt(4), 1 + random.nextInt(3)))
                            .toList(),
                    strength()));
            add(id -> new LoadBalance(
                    id,
                    names("p", personCount, 3).stream()
                            .map(person -> new LoadBalance.Target(person, random.nextInt(8)))
                            .toList(),
                    2,
                    strength()));
            add(id -> new Cumulative(
                    id,
                    "projector",
                    names("e", events, 6).stream()
                            .map(event -> new Cumulative.Demand(event, 1 + random.nextInt(2)))
                            .toList(),
                    2,
                    strength()));
        }
    }

    /** Two former plans: of some events, in places that may be candidates or not. */
    private void addReferences(List<Event> eventList, int roomCount, int personCount) {
        for (int i = 0; i < 2; i++) {
            List<Placement> reference = new ArrayList<>();
            for (int e : sample(events, events / 2)) {
                Event event = eventList.get(e);
                reference.add(new Placement(
                        event.id(),
                        random.nextInt(3) == 0
                                ? pattern(1)
                                : event.times().get(random.nextInt(12)).pattern(),
                        random.nextInt(4) == 0 ? null : "r" + random.nextInt(roomCount),
                        event.staff().stream()
                                .map(need -> new StaffAssignment(need.role(), "p" + random.nextInt(personCount)))
                                .toList()));
            }
            reference.add(new Placement("gone", pattern(1), null, List.of()));
            add(id -> new LeastChange(id, reference, random.nextInt(4), random.nextInt(4), 1 + random.nextInt(4)));
        }
    }

    private void add(java.util.function.Function<String, Constraint> make) {
        constraints.add(make.apply("c" + constraints.size()));
    }

    private Strength strength() {
        return random.nextInt(3) == 0 ? Strength.HARD : Strength.soft(1 + random.nextInt(5));
    }

    private List<String> names(String prefix, int count, int size) {
        return sample(count, Math.min(count, size)).stream()
                .map(i -> prefix + i)
                .toList();
    }

    private List<TimePattern> unavailable() {
        return random.nextInt(3) == 0 ? List.of(pattern(1 + random.nextInt(2))) : List.of();
    }

    private List<TimePattern> selected() {
        return list(2, i -> pattern(1 + random.nextInt(grid.slotsPerDay() - 1)));
    }

    private TimePattern pattern(int length) {
        long weeks = grid.allWeeks();
        int choice = random.nextInt(4);
        if (choice == 0 && grid.weeks() > 1) {
            weeks = 0x5555555555555555L & grid.allWeeks();
        } else if (choice == 1 && grid.weeks() > 1) {
            weeks = 0xAAAAAAAAAAAAAAAAL & grid.allWeeks();
        }
        int days = 1 << random.nextInt(grid.days());
        if (random.nextInt(5) == 0) {
            days |= 1 << random.nextInt(grid.days());
        }
        return new TimePattern(weeks, days, random.nextInt(grid.slotsPerDay() - length + 1), length);
    }

    private List<Integer> sample(int from, int size) {
        List<Integer> all = new ArrayList<>(IntStream.range(0, from).boxed().toList());
        Collections.shuffle(all, random);
        return all.subList(0, size);
    }

    private static <T> List<T> list(int size, IntFunction<T> make) {
        return IntStream.range(0, size).mapToObj(make).toList();
    }
}
