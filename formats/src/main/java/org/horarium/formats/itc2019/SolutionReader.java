package org.horarium.formats.itc2019;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.FormatException;
import org.horarium.formats.xml.XmlAttributes;
import org.horarium.formats.xml.XmlElement;

/** Turns the tree of a solution file into a {@link Plan}. */
final class SolutionReader {
    private final Problem problem;
    private final XmlElement root;
    private final FaultCollector faults = new FaultCollector();
    private final Map<String, Event> events = new HashMap<>();
    private final Set<String> rooms = new HashSet<>();
    private final Map<String, List<String>> enrolments = new HashMap<>();

    SolutionReader(Problem problem, XmlElement root) {
        this.problem = problem;
        this.root = root;
        problem.events().forEach(event -> events.put(event.id(), event));
        problem.rooms().forEach(room -> rooms.add(room.id()));
        problem.students().forEach(student -> enrolments.put(student.id(), new ArrayList<>()));
    }

    Plan read() {
        if (!root.name().equals("solution")) {
            throw new FormatException(
                    "line " + root.line(),
                    "An ITC-2019 solution begins with <solution>, this file with <%s>.".formatted(root.name()));
        }
        List<Placement> placements = new ArrayList<>();
        for (XmlElement element : root.children("class")) {
            String id = new XmlAttributes(element, "class", faults).text("id");
            Event event = events.get(id);
            if (event == null) {
                faults.add(
                        element.line(), "The class (%s) does not exist in problem %s.".formatted(id, problem.name()));
                continue;
            }
            students(element, event);
            // A class without a time is one that was not placed.
            if (element.attribute("start") != null) {
                placement(element, event, placements);
            }
        }
        faults.throwIfAny();
        return new Plan(placements, enrolments);
    }

    private void placement(XmlElement element, Event event, List<Placement> placements) {
        String owner = "class (%s)".formatted(event.id());
        int before = faults.size();
        XmlAttributes attributes = new XmlAttributes(element, owner, faults);
        long weeks = attributes.mask("weeks", problem.grid().weeks());
        int days = (int) attributes.mask("days", problem.grid().days());
        int start = attributes.number("start", 0, problem.grid().slotsPerDay() - 1);
        int length = attributes.number("length", 1, problem.grid().slotsPerDay(), 0);
        String room = attributes.optional("room");
        if (room != null && !rooms.contains(room)) {
            faults.add(element.line(), "The %s is in a room (%s) that does not exist.".formatted(owner, room));
        }
        if (faults.size() == before && (weeks == 0 || days == 0)) {
            faults.add(element.line(), "The %s is on no day of any week.".formatted(owner));
        }
        if (faults.size() == before) {
            int slots = length > 0 ? length : length(event, weeks, days, start);
            placements.add(new Placement(event.id(), new TimePattern(weeks, days, start, slots), room, List.of()));
        }
    }

    /** Solutions need not say the length: it is that of the class's time of the same weeks, days and start. */
    private static int length(Event event, long weeks, int days, int start) {
        List<TimePattern> candidates =
                event.times().stream().map(TimeOption::pattern).toList();
        return candidates.stream()
                .filter(time -> time.weeks() == weeks && time.days() == days && time.start() == start)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(TimePattern::length)
                .orElse(1);
    }

    private void students(XmlElement element, Event event) {
        for (XmlElement child : element.children("student")) {
            String owner = "student of class (%s)".formatted(event.id());
            String id = new XmlAttributes(child, owner, faults).text("id");
            List<String> attended = enrolments.get(id);
            if (attended == null) {
                faults.add(
                        child.line(),
                        "The class (%s) lists a student (%s) who does not exist.".formatted(event.id(), id));
            } else {
                attended.add(event.id());
            }
        }
    }
}
