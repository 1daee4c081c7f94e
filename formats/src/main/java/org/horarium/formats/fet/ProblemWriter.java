package org.horarium.formats.fet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.xml.XmlPrinter;

/** Writes a problem as FET's data: the lists, and after them the constraints ({@link ConstraintWriter}). */
final class ProblemWriter {
    private static final String VERSION = "6.8.5";
    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

    private final Problem problem;
    private final Map<String, String> activities = new HashMap<>();

    ProblemWriter(Problem problem) {
        this.problem = problem;
        boolean numbers = problem.events().stream().allMatch(event -> event.id().matches("[1-9][0-9]{0,8}"));
        int next = 1;
        for (Event event : problem.events()) {
            activities.put(event.id(), numbers ? event.id() : Integer.toString(next++));
        }
    }

    static String day(int day) {
        return day < DAYS.size() ? DAYS.get(day) : "Day " + (day + 1);
    }

    static String hour(int hour) {
        return Integer.toString(hour + 1);
    }

    void write(OutputStream out) throws IOException {
        Unsayable.check(problem);
        XmlPrinter xml = new XmlPrinter(out, "");
        xml.start("fet", "version", VERSION).text("Mode", "Official").text("Institution_Name", problem.name());
        xml.text("Comments", "");
        xml.start("Days_List").text("Number_of_Days", problem.grid().days());
        for (int day = 0; day < problem.grid().days(); day++) {
            xml.start("Day").text("Name", day(day)).end();
        }
        xml.end().start("Hours_List").text("Number_of_Hours", problem.grid().slotsPerDay());
        for (int hour = 0; hour < problem.grid().slotsPerDay(); hour++) {
            xml.start("Hour").text("Name", hour(hour)).end();
        }
        xml.end();
        subjects(xml);
        xml.start("Activity_Tags_List").end();
        xml.start("Teachers_List");
        for (Person person : problem.people()) {
            named(xml.start("Teacher"), person.id(), person.name());
        }
        xml.end().start("Students_List");
        for (Group group : problem.groups()) {
            xml.start("Year").text("Name", group.id()).text("Number_of_Students", group.size());
            xml.text("Comments", group.name().equals(group.id()) ? "" : group.name())
                    .end();
        }
        xml.end().start("Activities_List");
        for (Event event : problem.events()) {
            activity(xml, event);
        }
        xml.end();
        places(xml);
        new ConstraintWriter(problem, activities, xml).write();
        xml.finish();
    }

    private static void named(XmlPrinter xml, String id, String name) throws IOException {
        xml.text("Name", id).text("Comments", name.equals(id) ? "" : name).end();
    }

    private void subjects(XmlPrinter xml) throws IOException {
        xml.start("Subjects_List");
        Set<String> subjects = new HashSet<>();
        for (Event event : problem.events()) {
            if (subjects.add(subject(event))) {
                named(xml.start("Subject"), subject(event), subject(event));
            }
        }
        xml.end();
    }

    /** The name without what reading adds to a subject: who attends, and the id. */
    private static String subject(Event event) {
        String subject = event.name();
        for (String added : List.of(" [" + event.id() + "]", " " + String.join(", ", event.groups()))) {
            if (subject.length() > added.length() && subject.endsWith(added)) {
                subject = subject.substring(0, subject.length() - added.length());
            }
        }
        return subject;
    }

    private void activity(XmlPrinter xml, Event event) throws IOException {
        String id = activities.get(event.id());
        int duration =
                event.times().isEmpty() ? 1 : event.times().get(0).pattern().length();
        xml.start("Activity");
        for (StaffNeed need : event.staff()) {
            for (PersonOption option : need.candidates()) {
                xml.text("Teacher", option.person());
            }
        }
        xml.text("Subject", subject(event));
        for (String group : event.groups()) {
            xml.text("Students", group);
        }
        xml.text("Duration", duration)
                .text("Total_Duration", duration)
                .text("Id", id == null ? "" : id)
                .text("Activity_Group_Id", 0)
                // Which rooms are large enough stands in the candidate rooms already.
                .text("Number_Of_Students", 0)
                .text("Active", true)
                .text("Comments", event.id().equals(id) ? "" : event.id())
                .end();
    }

    private void places(XmlPrinter xml) throws IOException {
        xml.start("Buildings_List");
        Set<String> buildings = new HashSet<>();
        for (Room room : problem.rooms()) {
            if (room.building() != null && buildings.add(room.building())) {
                named(xml.start("Building"), room.building(), room.building());
            }
        }
        xml.end().start("Rooms_List");
        for (Room room : problem.rooms()) {
            xml.start("Room")
                    .text("Name", room.id())
                    .text("Building", room.building() == null ? "" : room.building())
                    .text("Capacity", room.capacity())
                    .text("Virtual", false)
                    .text("Comments", room.name().equals(room.id()) ? "" : room.name())
                    .end();
        }
        xml.end();
    }

    /** The times of an event, or when something is unavailable, as bits of day × hours + hour. */
    static BitSet slots(List<TimePattern> patterns, int hours) {
        BitSet slots = new BitSet();
        for (TimePattern pattern : patterns) {
            for (int days = pattern.days(); days != 0; days &= days - 1) {
                int at = Integer.numberOfTrailingZeros(days) * hours + pattern.start();
                slots.set(at, at + pattern.length());
            }
        }
        return slots;
    }
}
