package org.horarium.engine.model;

import java.util.List;

/**
 * Everything a plan is made from. Immutable and checked: ids are unique within their kind and every reference resolves.
 *
 * @param name for people
 * @param grid the time grid; all patterns lie within it
 * @param rooms where
 * @param people who gives
 * @param groups who attends as a whole
 * @param events what is to be placed
 * @param courses what individual students demand
 * @param students individual students
 * @param constraints further rules
 * @param weights of the cost components of options
 * @param pins what the planner has fixed
 */
public record Problem(
        String name,
        Grid grid,
        List<Room> rooms,
        List<Person> people,
        List<Group> groups,
        List<Event> events,
        List<Course> courses,
        List<Student> students,
        List<Constraint> constraints,
        Weights weights,
        List<Pin> pins) {
    /** @throws InvalidProblemException with every fault found, if an id is used twice or a reference leads nowhere */
    public Problem {
        rooms = List.copyOf(rooms);
        people = List.copyOf(people);
        groups = List.copyOf(groups);
        events = List.copyOf(events);
        courses = List.copyOf(courses);
        students = List.copyOf(students);
        constraints = List.copyOf(constraints);
        pins = List.copyOf(pins);
        ProblemChecks.check(name, grid, rooms, people, groups, events, courses, students, constraints, pins);
    }
}
