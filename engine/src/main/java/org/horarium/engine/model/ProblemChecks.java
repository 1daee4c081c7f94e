package org.horarium.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Checks that the parts of a {@link Problem} fit together, and names every fault. */
final class ProblemChecks {
    private final List<String> faults = new ArrayList<>();

    private ProblemChecks() {}

    static void check(
            String name,
            Grid grid,
            List<Room> rooms,
            List<Person> people,
            List<Group> groups,
            List<Event> events,
            List<Course> courses,
            List<Student> students,
            List<Constraint> constraints,
            List<Pin> pins) {
        Checks.notBlank("problem name", name);
        ProblemChecks checks = new ProblemChecks();
        Set<String> roomIds = checks.unique("room", rooms, Room::id);
        Set<String> personIds = checks.unique("person", people, Person::id);
        Set<String> groupIds = checks.unique("group", groups, Group::id);
        Set<String> eventIds = checks.unique("event", events, Event::id);
        Set<String> courseIds = checks.unique("course", courses, Course::id);
        checks.unique("student", students, Student::id);
        checks.unique("constraint", constraints, Constraint::id);

        for (Room room : rooms) {
            String owner = "room (%s)".formatted(room.id());
            room.unavailable().forEach(pattern -> checks.within(owner, pattern, grid));
            room.travel().keySet().forEach(other -> checks.known(owner, "room", other, roomIds));
        }
        for (Person person : people) {
            person.unavailable().forEach(pattern -> checks.within("person (%s)".formatted(person.id()), pattern, grid));
        }
        for (Group group : groups) {
            group.unavailable().forEach(pattern -> checks.within("group (%s)".formatted(group.id()), pattern, grid));
        }
        for (Event event : events) {
            checks.event(event, grid, roomIds, personIds, groupIds);
        }
        checks.courses(courses, eventIds);
        for (Student student : students) {
            String owner = "student (%s)".formatted(student.id());
            checks.unique("course of " + owner, student.courses(), course -> course);
            student.courses().forEach(course -> checks.known(owner, "course", course, courseIds));
        }
        for (Constraint constraint : constraints) {
            checks.constraint(constraint, grid, eventIds, personIds, groupIds);
        }
        checks.unique("pinned event", pins, Pin::event);
        for (Pin pin : pins) {
            checks.pin(pin, grid, eventIds, roomIds, personIds);
        }
        if (!checks.faults.isEmpty()) {
            throw new InvalidProblemException(checks.faults);
        }
    }

    private <T> Set<String> unique(String kind, List<T> items, Function<T, String> id) {
        Set<String> seen = new HashSet<>();
        for (T item : items) {
            if (!seen.add(id.apply(item))) {
                faults.add("The %s (%s) occurs twice; ids must be unique.".formatted(kind, id.apply(item)));
            }
        }
        return seen;
    }

    private void known(String owner, String kind, String id, Set<String> ids) {
        if (!ids.contains(id)) {
            faults.add("The %s refers to a %s (%s) that does not exist.".formatted(owner, kind, id));
        }
    }

    private void within(String owner, TimePattern pattern, Grid grid) {
        if ((pattern.weeks() & ~grid.allWeeks()) != 0
                || (pattern.days() & ~grid.allDays()) != 0
                || pattern.end() > grid.slotsPerDay()) {
            faults.add("The %s has a time %s outside the grid %s.".formatted(owner, pattern, grid));
        }
    }

    private void event(Event event, Grid grid, Set<String> rooms, Set<String> people, Set<String> groups) {
        String owner = "event (%s)".formatted(event.id());
        event.times().forEach(option -> within(owner, option.pattern(), grid));
        unique("candidate room of " + owner, event.rooms(), RoomOption::room);
        event.rooms().forEach(option -> known(owner, "room", option.room(), rooms));
        unique("role of " + owner, event.staff(), StaffNeed::role);
        for (StaffNeed need : event.staff()) {
            unique("candidate for %s of %s".formatted(need.role(), owner), need.candidates(), PersonOption::person);
            need.candidates().forEach(option -> known(owner, "person", option.person(), people));
        }
        unique("group of " + owner, event.groups(), group -> group);
        event.groups().forEach(group -> known(owner, "group", group, groups));
    }

    private void courses(List<Course> courses, Set<String> events) {
        Map<String, String> parents = new HashMap<>();
        Set<String> configs = new HashSet<>();
        Set<String> subparts = new HashSet<>();
        for (Course course : courses) {
            for (Course.Config config : course.configs()) {
                if (!configs.add(config.id())) {
                    faults.add("The config (%s) occurs twice; ids must be unique.".formatted(config.id()));
                }
                for (Course.Subpart subpart : config.subparts()) {
                    if (!subparts.add(subpart.id())) {
                        faults.add("The subpart (%s) occurs twice; ids must be unique.".formatted(subpart.id()));
                    }
                    for (Course.SectionedClass sectioned : subpart.classes()) {
                        known("course (%s)".formatted(course.id()), "event", sectioned.event(), events);
                        if (sectioned.parent() != null) {
                            known("class (%s)".formatted(sectioned.event()), "parent", sectioned.parent(), events);
                            parents.put(sectioned.event(), sectioned.parent());
                        }
                    }
                }
            }
        }
        for (String start : parents.keySet()) {
            String at = parents.get(start);
            for (int steps = 0; at != null && steps <= parents.size(); steps++) {
                if (at.equals(start)) {
                    faults.add("The class (%s) is its own ancestor; parents must not form a cycle.".formatted(start));
                    break;
                }
                at = parents.get(at);
            }
        }
    }

    private void constraint(
            Constraint constraint, Grid grid, Set<String> events, Set<String> people, Set<String> groups) {
        String owner = "constraint (%s)".formatted(constraint.id());
        List<String> references = eventsOf(constraint);
        unique("event of " + owner, references, event -> event);
        references.forEach(event -> known(owner, "event", event, events));
        if (constraint instanceof CalendarConstraint calendar) {
            boolean isGroup = calendar.kind() == CalendarConstraint.MemberKind.GROUP;
            calendar.members()
                    .forEach(member -> known(owner, isGroup ? "group" : "person", member, isGroup ? groups : people));
        } else if (constraint instanceof Distribution distribution) {
            DistributionRule.timesOf(distribution.rule()).forEach(time -> within(owner, time, grid));
        } else if (constraint instanceof LoadBalance balance) {
            balance.targets().forEach(target -> known(owner, "person", target.person(), people));
        } else if (constraint instanceof StaffFairness fairness) {
            fairness.shares().forEach(share -> known(owner, "person", share.person(), people));
        }
    }

    private static List<String> eventsOf(Constraint constraint) {
        if (constraint instanceof Distribution distribution) {
            return distribution.events();
        } else if (constraint instanceof MinDaysBetween between) {
            return between.events();
        } else if (constraint instanceof WorkingDays days) {
            return days.events();
        } else if (constraint instanceof RoomStability stability) {
            return stability.events();
        } else if (constraint instanceof SameStaff same) {
            return same.events();
        } else if (constraint instanceof Cumulative cumulative) {
            return cumulative.demands().stream().map(Cumulative.Demand::event).toList();
        }
        return List.of();
    }

    private void pin(Pin pin, Grid grid, Set<String> events, Set<String> rooms, Set<String> people) {
        String owner = "pin of event (%s)".formatted(pin.event());
        known(owner, "event", pin.event(), events);
        if (pin.time() != null) {
            within(owner, pin.time(), grid);
        }
        if (pin.room() != null) {
            known(owner, "room", pin.room(), rooms);
        }
        pin.staff().forEach(staff -> known(owner, "person", staff.person(), people));
    }
}
