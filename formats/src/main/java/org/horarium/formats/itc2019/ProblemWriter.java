package org.horarium.formats.itc2019;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.Student;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.FormatException;
import org.horarium.formats.xml.XmlPrinter;

/** Writes the problem file. */
final class ProblemWriter {
    private final Problem problem;
    private final Map<String, Event> events = new HashMap<>();
    private final Attendance attendance;

    ProblemWriter(Problem problem) {
        this.problem = problem;
        problem.events().forEach(event -> events.put(event.id(), event));
        this.attendance = new Attendance(problem);
    }

    void write(OutputStream out) throws IOException {
        Unsayable.check(problem);
        XmlPrinter xml = new XmlPrinter(out, SolutionWriter.DOCTYPE_OF.formatted("problem"));
        xml.start(
                "problem",
                "name",
                problem.name(),
                "nrDays",
                problem.grid().days(),
                "slotsPerDay",
                problem.grid().slotsPerDay(),
                "nrWeeks",
                problem.grid().weeks());
        xml.empty(
                "optimization",
                "time",
                problem.weights().time(),
                "room",
                problem.weights().room(),
                "distribution",
                problem.weights().distribution(),
                "student",
                problem.weights().student());
        rooms(xml);
        courses(xml);
        distributions(xml);
        students(xml);
        xml.finish();
    }

    private void rooms(XmlPrinter xml) throws IOException {
        xml.start("rooms");
        for (Room room : problem.rooms()) {
            xml.start("room", "id", room.id(), "capacity", room.capacity());
            for (Room other : problem.rooms()) {
                Integer travel = room.travel().get(other.id());
                if (travel != null) {
                    xml.empty("travel", "room", other.id(), "value", travel);
                }
            }
            for (TimePattern time : room.unavailable()) {
                xml.empty("unavailable", time(time));
            }
            xml.end();
        }
        xml.end();
    }

    private void courses(XmlPrinter xml) throws IOException {
        xml.start("courses");
        Set<String> sectioned = new HashSet<>();
        Set<String> courseIds = new HashSet<>();
        for (Course course : problem.courses()) {
            courseIds.add(course.id());
            xml.start("course", "id", course.id());
            for (Course.Config config : course.configs()) {
                xml.start("config", "id", config.id());
                for (Course.Subpart subpart : config.subparts()) {
                    xml.start("subpart", "id", subpart.id());
                    for (Course.SectionedClass item : subpart.classes()) {
                        sectioned.add(item.event());
                        sectionedClass(xml, item);
                    }
                    xml.end();
                }
                xml.end();
            }
            xml.end();
        }
        for (Event event : problem.events()) {
            if (!sectioned.contains(event.id())) {
                String id = "only " + event.id();
                while (!courseIds.add(id)) {
                    id += "'";
                }
                xml.start("course", "id", id).start("config", "id", id).start("subpart", "id", id);
                sectionedClass(xml, new Course.SectionedClass(event.id(), Integer.MAX_VALUE, null));
                xml.end().end().end();
            }
        }
        xml.end();
    }

    private void sectionedClass(XmlPrinter xml, Course.SectionedClass item) throws IOException {
        Event event = events.get(item.event());
        if (event == null) {
            throw new FormatException(
                    "", "The course names an event (%s) that does not exist.".formatted(item.event()));
        }
        List<Object> attributes = new ArrayList<>(List.of("id", item.event()));
        if (item.limit() != Integer.MAX_VALUE) {
            attributes.addAll(List.of("limit", item.limit()));
        }
        if (item.parent() != null) {
            attributes.addAll(List.of("parent", item.parent()));
        }
        if (!event.needsRoom()) {
            attributes.addAll(List.of("room", "false"));
        }
        xml.start("class", attributes.toArray());
        for (RoomOption option : event.rooms()) {
            xml.empty("room", "id", option.room(), "penalty", option.penalty());
        }
        for (TimeOption option : attendance.possibleTimes(event)) {
            List<Object> time = new ArrayList<>(List.of(time(option.pattern())));
            time.addAll(List.of("penalty", option.penalty()));
            xml.empty("time", time.toArray());
        }
        xml.end();
    }

    private Object[] time(TimePattern time) {
        return new Object[] {
            "days", Times.mask(time.days(), problem.grid().days()),
            "start", time.start(),
            "length", time.length(),
            "weeks", Times.mask(time.weeks(), problem.grid().weeks())
        };
    }

    private void distributions(XmlPrinter xml) throws IOException {
        xml.start("distributions");
        for (Constraint constraint : problem.constraints()) {
            if (constraint instanceof Distribution distribution) {
                String type = Rules.format(distribution.rule());
                if (constraint.strength() instanceof Strength.Soft soft) {
                    xml.start("distribution", "type", type, "penalty", soft.penalty());
                } else {
                    xml.start("distribution", "type", type, "required", "true");
                }
                classes(xml, distribution.events());
            }
        }
        for (List<String> together : attendance.eventsThatMayNotOverlap()) {
            xml.start("distribution", "type", "NotOverlap", "required", "true");
            classes(xml, together);
        }
        xml.end();
    }

    private static void classes(XmlPrinter xml, List<String> ids) throws IOException {
        for (String id : ids) {
            xml.empty("class", "id", id);
        }
        xml.end();
    }

    private void students(XmlPrinter xml) throws IOException {
        xml.start("students");
        for (Student student : problem.students()) {
            xml.start("student", "id", student.id());
            for (String course : student.courses()) {
                xml.empty("course", "id", course);
            }
            xml.end();
        }
        xml.end();
    }
}
