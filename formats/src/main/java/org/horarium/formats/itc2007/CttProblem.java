package org.horarium.formats.itc2007;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.InvalidProblemException;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.engine.model.WorkingDays;
import org.horarium.formats.Fault;
import org.horarium.formats.FormatException;

/** Says a {@code .ctt} file in the words of the engine. */
final class CttProblem {
    static final String TEACHER = "teacher";
    static final int WORKING_DAY = 5;
    static final int ISOLATED_LECTURE = 2;
    static final int EXTRA_ROOM = 1;

    private final Ctt ctt;
    private final Map<String, List<String>> groupsOf = new HashMap<>();

    CttProblem(Ctt ctt) {
        this.ctt = ctt;
        ctt.curricula()
                .forEach((curriculum, courses) ->
                        courses.forEach(course -> groupsOf.computeIfAbsent(course, id -> new ArrayList<>())
                                .add(curriculum)));
    }

    Problem problem() {
        List<Room> rooms = ctt.rooms().entrySet().stream()
                .map(room -> new Room(room.getKey(), room.getKey(), room.getValue(), null, List.of(), Map.of()))
                .toList();
        List<Person> teachers = ctt.courses().stream()
                .map(Ctt.CttCourse::teacher)
                .distinct()
                .map(id -> new Person(id, id, List.of()))
                .toList();
        List<Group> groups = ctt.curricula().keySet().stream()
                .map(id -> new Group(id, id, 0, List.of()))
                .toList();
        try {
            return new Problem(
                    ctt.name(),
                    new Grid(1, ctt.days(), ctt.periods()),
                    rooms,
                    teachers,
                    groups,
                    ctt.courses().stream()
                            .flatMap(course -> events(course).stream())
                            .toList(),
                    List.of(),
                    List.of(),
                    constraints(),
                    Weights.ONE,
                    List.of());
        } catch (InvalidProblemException e) {
            throw new FormatException(
                    e.faults().stream().map(fault -> new Fault("", fault)).toList());
        }
    }

    private List<Event> events(Ctt.CttCourse course) {
        BitSet unavailable = ctt.unavailable().getOrDefault(course.id(), new BitSet());
        List<TimeOption> times = IntStream.range(0, ctt.days() * ctt.periods())
                .filter(period -> !unavailable.get(period))
                .mapToObj(period ->
                        new TimeOption(new TimePattern(1, 1 << period / ctt.periods(), period % ctt.periods(), 1), 0))
                .toList();
        List<RoomOption> rooms = ctt.rooms().entrySet().stream()
                .map(room -> new RoomOption(room.getKey(), Math.max(0, course.students() - room.getValue())))
                .toList();
        List<StaffNeed> teacher = List.of(new StaffNeed(TEACHER, 1, List.of(new PersonOption(course.teacher(), 0))));
        List<String> groups = groupsOf.getOrDefault(course.id(), List.of());
        return IntStream.rangeClosed(1, course.lectures())
                .mapToObj(lecture -> new Event(
                        course.event(lecture),
                        course.id() + " lecture " + lecture,
                        times,
                        rooms,
                        true,
                        teacher,
                        groups))
                .toList();
    }

    private List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        for (Ctt.CttCourse course : ctt.courses()) {
            List<String> events = IntStream.rangeClosed(1, course.lectures())
                    .mapToObj(course::event)
                    .toList();
            constraints.add(new WorkingDays(
                    "working days of " + course.id(), events, course.minDays(), Strength.soft(WORKING_DAY)));
            constraints.add(new RoomStability("rooms of " + course.id(), events, Strength.soft(EXTRA_ROOM)));
        }
        if (!ctt.curricula().isEmpty()) {
            constraints.add(new CalendarConstraint(
                    "compactness",
                    new CalendarRule.NoIsolatedSlot(),
                    CalendarConstraint.MemberKind.GROUP,
                    List.copyOf(ctt.curricula().keySet()),
                    Strength.soft(ISOLATED_LECTURE)));
        }
        return constraints;
    }
}
