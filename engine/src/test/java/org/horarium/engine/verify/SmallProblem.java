package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.Student;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.jspecify.annotations.Nullable;

/** Puts together a hand-made problem of two weeks × five days × ten slots, and the plan that goes with it. */
final class SmallProblem {
    static final Grid GRID = new Grid(2, 5, 10);
    static final int MON = 1;
    static final int TUE = 2;
    static final int WED = 4;
    static final long BOTH_WEEKS = 3;

    final List<Room> rooms = new ArrayList<>();
    final List<Person> people = new ArrayList<>();
    final List<Group> groups = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Course> courses = new ArrayList<>();
    final List<Student> students = new ArrayList<>();
    final List<Constraint> constraints = new ArrayList<>();
    final List<Pin> pins = new ArrayList<>();
    final Map<String, Placement> placements = new LinkedHashMap<>();
    final Map<String, List<String>> enrolments = new HashMap<>();
    Weights weights = Weights.ONE;

    /** In both weeks, on one day, slots {@code start} to {@code end} (exclusive). */
    static TimePattern at(int days, int start, int end) {
        return at(BOTH_WEEKS, days, start, end);
    }

    static TimePattern at(long weeks, int days, int start, int end) {
        return new TimePattern(weeks, days, start, end - start);
    }

    void room(String id, TimePattern... unavailable) {
        rooms.add(new Room(id, id, 30, null, List.of(unavailable), Map.of()));
    }

    void person(String id, TimePattern... unavailable) {
        people.add(new Person(id, id, List.of(unavailable)));
    }

    void group(String id, TimePattern... unavailable) {
        groups.add(new Group(id, id, 20, List.of(unavailable)));
    }

    /** An event that is placed at the first of its times, in the first of its rooms, by the first of its people. */
    void event(String id, List<TimePattern> times, List<String> rooms, List<String> people, List<String> groups) {
        List<StaffNeed> needs = people.isEmpty()
                ? List.of()
                : List.of(new StaffNeed(
                        "lecturer",
                        1,
                        people.stream()
                                .map(person -> new PersonOption(person, people.indexOf(person)))
                                .toList()));
        events.add(new Event(
                id,
                id,
                times.stream()
                        .map(time -> new TimeOption(time, times.indexOf(time)))
                        .toList(),
                rooms.stream()
                        .map(room -> new RoomOption(room, rooms.indexOf(room)))
                        .toList(),
                !rooms.isEmpty(),
                needs,
                groups));
        place(id, times.get(0), rooms.isEmpty() ? null : rooms.get(0), people.isEmpty() ? null : people.get(0));
    }

    /** An event without room, people and groups, placed at the first of its times. */
    void event(String id, TimePattern... times) {
        event(id, List.of(times), List.of(), List.of(), List.of());
    }

    void place(String event, TimePattern time, @Nullable String room, @Nullable String lecturer) {
        placements.put(
                event,
                new Placement(
                        event,
                        time,
                        room,
                        lecturer == null ? List.of() : List.of(new StaffAssignment("lecturer", lecturer))));
    }

    Problem problem() {
        return new Problem("small", GRID, rooms, people, groups, events, courses, students, constraints, weights, pins);
    }

    Plan plan() {
        return new Plan(List.copyOf(placements.values()), enrolments);
    }

    Verdict verdict() {
        return Verifier.verify(problem(), plan());
    }
}
