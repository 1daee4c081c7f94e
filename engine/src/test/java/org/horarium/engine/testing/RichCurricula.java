package org.horarium.engine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.engine.model.WorkingDays;

/**
 * {@link CurriculumLike} over three weeks, with fewer lectures and groups, and with everything besides that events of one slot can have: costs of times, absences,
 * pins, hard and soft rules on days of groups and teachers, sets over several courses.
 */
public final class RichCurricula {
    private static final int WEEKS = 3;

    private RichCurricula() {}

    /** A problem with so many courses. */
    public static Problem of(long seed, int courses) {
        Random random = new Random(seed);
        Problem plain = CurriculumLike.of(seed, courses);
        List<Event> events = plain.events().stream()
                .filter(event -> event.id().matches(".*/[012]"))
                .map(event -> new Event(
                        event.id(),
                        event.name(),
                        event.times().stream()
                                .map(option -> new TimeOption(weekly(option.pattern()), random.nextInt(3)))
                                .toList(),
                        event.rooms(),
                        true,
                        event.staff(),
                        event.groups().subList(0, 1)))
                .toList();
        List<Group> groups = plain.groups().stream()
                .map(group -> new Group(group.id(), group.name(), 0, absent(random)))
                .toList();
        List<Person> people = plain.people().stream()
                .map(person -> new Person(person.id(), person.name(), absent(random)))
                .toList();
        List<Room> rooms = plain.rooms().stream()
                .map(room -> new Room(room.id(), room.name(), room.capacity(), null, absent(random), Map.of()))
                .toList();
        List<String> groupIds = groups.stream().map(Group::id).toList();
        List<String> personIds = people.stream().map(Person::id).toList();
        List<String> some = events.stream().map(Event::id).limit(8).toList();
        List<Constraint> constraints = new ArrayList<>();
        Set<String> ids = events.stream().map(Event::id).collect(Collectors.toSet());
        plain.constraints().forEach(constraint -> constraints.add(within(constraint, ids)));
        constraints.add(days("g-max", new CalendarRule.MaxSlotsPerDay(4), groupIds, true, Strength.HARD));
        constraints.add(days("g-gaps", new CalendarRule.MaxGapsPerDay(0), groupIds, true, Strength.soft(3)));
        constraints.add(days("g-min", new CalendarRule.MinSlotsPerDay(2, true), groupIds, true, Strength.soft(1)));
        constraints.add(days("p-max", new CalendarRule.MaxSlotsPerDay(4), personIds, false, Strength.HARD));
        constraints.add(days("p-run", new CalendarRule.MaxConsecutive(2), personIds, false, Strength.soft(4)));
        constraints.add(days("p-span", new CalendarRule.MaxSpanPerDay(3), personIds, false, Strength.soft(2)));
        constraints.add(new Distribution("days", new DistributionRule.MaxDays(2), some, Strength.soft(7)));
        constraints.add(new RoomStability("home", some, Strength.soft(6)));
        constraints.add(new WorkingDays("spread", some, 5, Strength.soft(2)));
        Event pinned = events.get(random.nextInt(events.size()));
        return new Problem(
                "rich curricula",
                new Grid(WEEKS, plain.grid().days(), plain.grid().slotsPerDay()),
                rooms,
                people,
                groups,
                events,
                List.of(),
                List.of(),
                constraints,
                Weights.ONE,
                List.of(new Pin(pinned.id(), pinned.times().get(0).pattern(), null, List.of())));
    }

    private static Constraint within(Constraint constraint, Set<String> ids) {
        if (constraint instanceof WorkingDays c) {
            List<String> left = c.events().stream().filter(ids::contains).toList();
            return new WorkingDays(c.id(), left, c.days(), c.strength());
        }
        if (constraint instanceof RoomStability c) {
            List<String> left = c.events().stream().filter(ids::contains).toList();
            return new RoomStability(c.id(), left, c.strength());
        }
        return constraint;
    }

    private static CalendarConstraint days(
            String id, CalendarRule rule, List<String> members, boolean groups, Strength strength) {
        return new CalendarConstraint(
                id,
                rule,
                groups ? CalendarConstraint.MemberKind.GROUP : CalendarConstraint.MemberKind.PERSON,
                members,
                strength);
    }

    private static List<TimePattern> absent(Random random) {
        return random.nextInt(3) > 0
                ? List.of()
                : List.of(new TimePattern(7, 1 << random.nextInt(5), random.nextInt(5), 1));
    }

    private static TimePattern weekly(TimePattern pattern) {
        return new TimePattern(7, pattern.days(), pattern.start(), pattern.length());
    }
}
