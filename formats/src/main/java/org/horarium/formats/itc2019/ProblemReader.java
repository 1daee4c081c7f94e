package org.horarium.formats.itc2019;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.InvalidProblemException;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.Student;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.formats.Fault;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.FormatException;
import org.horarium.formats.Imported;
import org.horarium.formats.xml.XmlAttributes;
import org.horarium.formats.xml.XmlElement;

/** Turns the tree of a problem file into a {@link Problem}. */
final class ProblemReader {
    private final XmlElement root;
    private final FaultCollector faults = new FaultCollector();
    private final List<Fault> warnings = new ArrayList<>();
    private final Grid grid;
    private final Set<String> roomIds = new HashSet<>();
    private final Map<String, Integer> classLines = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private final List<Event> events = new ArrayList<>();

    ProblemReader(XmlElement root) {
        this.root = root;
        if (!root.name().equals("problem")) {
            throw new FormatException(
                    "line " + root.line(),
                    "An ITC-2019 problem begins with <problem>, this file with <%s>.".formatted(root.name()));
        }
        XmlAttributes attributes = new XmlAttributes(root, "problem", faults);
        this.grid = new Grid(
                attributes.number("nrWeeks", 1, 64),
                attributes.number("nrDays", 1, 31),
                attributes.number("slotsPerDay", 1, 100_000));
        // Masks and times mean nothing without the grid.
        faults.throwIfAny();
    }

    Imported read() {
        String name = new XmlAttributes(root, "problem", faults).text("name");
        Weights weights = weights();
        List<Room> rooms = rooms();
        List<Course> courses = courses();
        checkParents();
        List<Constraint> constraints = distributions();
        List<Student> students = students(courses);
        faults.throwIfAny();
        try {
            Problem problem = new Problem(
                    name,
                    grid,
                    rooms,
                    List.of(),
                    List.of(),
                    events,
                    courses,
                    students,
                    constraints,
                    weights,
                    List.of());
            return new Imported(problem, warnings);
        } catch (InvalidProblemException e) {
            throw new FormatException(
                    e.faults().stream().map(fault -> new Fault("", fault)).toList());
        }
    }

    /** The elements inside a section of the file; none when the section is missing. */
    private List<XmlElement> in(String section, String name) {
        return root.children(section).stream()
                .flatMap(element -> element.children(name).stream())
                .toList();
    }

    private Weights weights() {
        XmlElement optimization = root.child("optimization").orElse(null);
        if (optimization == null) {
            faults.add(
                    root.line(),
                    "The problem has no <optimization> with the weights of time, room, distribution and student.");
            return Weights.ONE;
        }
        XmlAttributes attributes = new XmlAttributes(optimization, "optimization", faults);
        return new Weights(
                attributes.number("time", 0, 1_000_000),
                attributes.number("room", 0, 1_000_000),
                1,
                attributes.number("distribution", 0, 1_000_000),
                attributes.number("student", 0, 1_000_000));
    }

    private List<Room> rooms() {
        List<XmlElement> elements = in("rooms", "room");
        for (XmlElement element : elements) {
            String id = new XmlAttributes(element, "room", faults).text("id");
            if (!roomIds.add(id)) {
                faults.add(element.line(), "The room (%s) occurs twice; ids must be unique.".formatted(id));
            }
        }
        return elements.stream().map(this::room).toList();
    }

    private Room room(XmlElement element) {
        String id = String.valueOf(element.attribute("id")).strip();
        String owner = "room (%s)".formatted(id);
        XmlAttributes attributes = new XmlAttributes(element, owner, faults);
        Map<String, Integer> travel = new HashMap<>();
        for (XmlElement child : element.children("travel")) {
            XmlAttributes to = new XmlAttributes(child, "travel of " + owner, faults);
            String other = to.text("room");
            int value = to.number("value", 0, 100_000);
            if (!roomIds.contains(other)) {
                faults.add(
                        child.line(),
                        "The %s lists the way to a room (%s) that does not exist.".formatted(owner, other));
            } else {
                travel.put(other, value);
            }
        }
        List<TimePattern> unavailable = new ArrayList<>();
        for (XmlElement child : element.children("unavailable")) {
            TimePattern pattern = Times.unavailable(child, owner, grid, faults, warnings);
            if (pattern != null) {
                unavailable.add(pattern);
            }
        }
        int capacity = attributes.number("capacity", 0, Integer.MAX_VALUE, 0);
        return new Room(id.isBlank() ? "?" : id, id, capacity, null, unavailable, travel);
    }

    private List<Course> courses() {
        Set<String> courseIds = new HashSet<>();
        Set<String> configIds = new HashSet<>();
        Set<String> subpartIds = new HashSet<>();
        List<Course> courses = new ArrayList<>();
        for (XmlElement course : in("courses", "course")) {
            List<Course.Config> configs = new ArrayList<>();
            for (XmlElement config : course.children("config")) {
                List<Course.Subpart> subparts = new ArrayList<>();
                for (XmlElement subpart : config.children("subpart")) {
                    List<Course.SectionedClass> classes = subpart.children("class").stream()
                            .map(this::sectionedClass)
                            .toList();
                    subparts.add(new Course.Subpart(unique("subpart", subpart, subpartIds), classes));
                }
                configs.add(new Course.Config(unique("config", config, configIds), subparts));
            }
            courses.add(new Course(unique("course", course, courseIds), configs));
        }
        return courses;
    }

    private String unique(String kind, XmlElement element, Set<String> seen) {
        String id = new XmlAttributes(element, kind, faults).text("id");
        if (!seen.add(id)) {
            faults.add(element.line(), "The %s (%s) occurs twice; ids must be unique.".formatted(kind, id));
        }
        return id;
    }

    private Course.SectionedClass sectionedClass(XmlElement element) {
        String id = new XmlAttributes(element, "class", faults).text("id");
        XmlAttributes attributes = new XmlAttributes(element, "class (%s)".formatted(id), faults);
        if (classLines.putIfAbsent(id, element.line()) != null) {
            faults.add(element.line(), "The class (%s) occurs twice; ids must be unique.".formatted(id));
        }
        events.add(new ClassReader(grid, roomIds, faults).read(element, id));
        String parent = attributes.optional("parent");
        if (parent != null) {
            parents.put(id, parent.strip());
        }
        // A missing limit means any number of students.
        int limit = attributes.number("limit", 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
        return new Course.SectionedClass(id, limit, parent == null ? null : parent.strip());
    }

    private void checkParents() {
        Set<String> told = new HashSet<>();
        parents.forEach((start, parent) -> {
            int line = classLines.getOrDefault(start, root.line());
            if (!classLines.containsKey(parent)) {
                faults.add(line, "The class (%s) has a parent (%s) that does not exist.".formatted(start, parent));
                return;
            }
            List<String> chain = new ArrayList<>(List.of(start));
            for (String at = parent; at != null && !told.contains(at); at = parents.get(at)) {
                if (at.equals(start)) {
                    told.addAll(chain);
                    faults.add(
                            line,
                            "The class (%s) is its own ancestor (%s); parents must not form a cycle."
                                    .formatted(start, String.join(" → ", chain)));
                    return;
                } else if (chain.contains(at)) {
                    return;
                }
                chain.add(at);
            }
        });
    }

    private List<Constraint> distributions() {
        List<Constraint> constraints = new ArrayList<>();
        for (XmlElement element : in("distributions", "distribution")) {
            String id = "distribution " + (constraints.size() + 1);
            XmlAttributes attributes = new XmlAttributes(element, id, faults);
            DistributionRule rule = Rules.parse(attributes.text("type"), element.line(), faults);
            List<String> classes = new ArrayList<>();
            for (XmlElement child : element.children("class")) {
                String event = new XmlAttributes(child, "class of " + id, faults).text("id");
                if (!classLines.containsKey(event)) {
                    faults.add(child.line(), "The %s names a class (%s) that does not exist.".formatted(id, event));
                } else if (classes.contains(event)) {
                    faults.add(child.line(), "The %s names the class (%s) twice.".formatted(id, event));
                }
                classes.add(event);
            }
            boolean required = "true".equals(attributes.optional("required"));
            Strength strength =
                    required ? Strength.HARD : Strength.soft(attributes.number("penalty", 0, Integer.MAX_VALUE));
            constraints.add(new Distribution(id, rule, classes, strength));
        }
        return constraints;
    }

    private List<Student> students(List<Course> courses) {
        Set<String> courseIds = new HashSet<>();
        courses.forEach(course -> courseIds.add(course.id()));
        Set<String> seen = new HashSet<>();
        List<Student> students = new ArrayList<>();
        for (XmlElement element : in("students", "student")) {
            String id = unique("student", element, seen);
            List<String> taken = new ArrayList<>();
            for (XmlElement child : element.children("course")) {
                String course = new XmlAttributes(child, "course of student (%s)".formatted(id), faults).text("id");
                if (!courseIds.contains(course)) {
                    faults.add(
                            child.line(),
                            "The student (%s) takes a course (%s) that does not exist.".formatted(id, course));
                } else if (taken.contains(course)) {
                    faults.add(child.line(), "The student (%s) takes the course (%s) twice.".formatted(id, course));
                }
                taken.add(course);
            }
            students.add(new Student(id, taken));
        }
        return students;
    }
}
