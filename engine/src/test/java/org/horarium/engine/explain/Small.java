package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Student;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;

/** A small hand-made problem of one week; rooms, people and groups come into being when an event names them. */
final class Small {
    static final int MON = 1;
    static final int TUE = 2;

    private final Grid grid;
    private final Map<String, List<TimePattern>> unavailable = new LinkedHashMap<>();
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final Map<String, Event> events = new LinkedHashMap<>();
    private final List<Pin> pins = new ArrayList<>();
    private final List<Course> courses = new ArrayList<>();
    private final List<Student> students = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    Small(int days, int slots) {
        grid = new Grid(1, days, slots);
    }

    static TimePattern at(int days, int start, int length) {
        return new TimePattern(1, days, start, length);
    }

    /** Every day and start at which an event of this length fits. */
    List<TimePattern> anywhere(int length) {
        List<TimePattern> times = new ArrayList<>();
        for (int day = 0; day < grid.days(); day++) {
            for (int start = 0; start + length <= grid.slotsPerDay(); start++) {
                times.add(at(1 << day, start, length));
            }
        }
        return times;
    }

    /** An event; {@code who} is words such as "ann" (one of them gives it), "room:r1" (one of them) and "group:g1". */
    Small event(String id, List<TimePattern> times, String... who) {
        List<String> people = new ArrayList<>();
        List<String> rooms = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (String word : who) {
            String name = word.substring(word.indexOf(':') + 1);
            String kind = word.contains(":") ? word.substring(0, word.indexOf(':')) : "person";
            kinds.put(name, kind);
            (kind.equals("room") ? rooms : kind.equals("group") ? groups : people).add(name);
        }
        events.put(
                id,
                new Event(
                        id,
                        id,
                        times.stream().map(time -> new TimeOption(time, 0)).toList(),
                        rooms.stream().map(room -> new RoomOption(room, 0)).toList(),
                        !rooms.isEmpty(),
                        people.isEmpty()
                                ? List.of()
                                : List.of(new StaffNeed(
                                        "lecturer",
                                        1,
                                        people.stream()
                                                .map(person -> new PersonOption(person, 0))
                                                .toList())),
                        groups));
        return this;
    }

    /** Several like events: id1, id2, …. */
    Small events(int count, String id, List<TimePattern> times, String... who) {
        IntStream.rangeClosed(1, count).forEach(i -> event(id + i, times, who));
        return this;
    }

    /** An event that needs a room that nobody has. */
    Small roomless(String id) {
        events.put(
                id,
                new Event(id, id, List.of(new TimeOption(at(MON, 0, 1), 0)), List.of(), true, List.of(), List.of()));
        return this;
    }

    /** An event that needs somebody who is not there. */
    Small staffless(String id) {
        events.put(
                id,
                new Event(
                        id,
                        id,
                        List.of(new TimeOption(at(MON, 0, 1), 0)),
                        List.of(),
                        false,
                        List.of(new StaffNeed("lecturer", 1, List.of())),
                        List.of()));
        return this;
    }

    Small away(String name, TimePattern... times) {
        unavailable.put(name, List.of(times));
        return this;
    }

    Small pin(String event, TimePattern time) {
        pins.add(new Pin(event, time, null, List.of()));
        return this;
    }

    Small pin(String event, TimePattern time, String person) {
        pins.add(new Pin(event, time, null, List.of(new StaffAssignment("lecturer", person))));
        return this;
    }

    Small rule(Constraint constraint) {
        constraints.add(constraint);
        return this;
    }

    Small students(int count, Course course) {
        courses.add(course);
        for (int i = 0; i < count; i++) {
            students.add(new Student("s" + i, List.of(course.id())));
        }
        return this;
    }

    Problem problem() {
        return new Problem(
                "small",
                grid,
                named("room").stream()
                        .map(id -> new Room(id, id, 10, null, away(id), Map.of()))
                        .toList(),
                named("person").stream().map(id -> new Person(id, id, away(id))).toList(),
                named("group").stream()
                        .map(id -> new Group(id, id, 10, away(id)))
                        .toList(),
                List.copyOf(events.values()),
                courses,
                students,
                constraints,
                Weights.ONE,
                pins);
    }

    private List<TimePattern> away(String id) {
        return unavailable.getOrDefault(id, List.of());
    }

    private List<String> named(String kind) {
        return kinds.keySet().stream().filter(id -> kind.equals(kinds.get(id))).toList();
    }
}
