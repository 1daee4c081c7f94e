package org.horarium.server.importing.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.formats.xml.XmlElement;

/**
 * What an ITC-2019 file has that a college has too: rooms, courses, their subparts as templates, and students with their
 * courses. Times, distributions and travel are noted as left out; {@code ./horarium solve} plans the file itself.
 */
final class Itc2019Sheets {
    private static final String DEPARTMENT = "ITC";
    private static final String BATCH = "ITC-students";
    private static final String SECTION = "ITC-students-all";
    /** Slots of five minutes in an hour. */
    private static final int HOUR = 12;

    private final XmlElement root;
    private final Sheets sheets = new Sheets();

    Itc2019Sheets(XmlElement root) {
        this.root = root;
    }

    List<SheetData> sheets() {
        sheets.note(
                "Not taken over: times, weeks, distributions and travel. './horarium solve' plans the file itself with all of them.");
        sheets.begin("departments", "code", "name");
        String name = root.attribute("name");
        sheets.row("departments", DEPARTMENT, Sheets.name(name == null ? "" : name, "ITC-2019"));
        sheets.begin("rooms", "code", "name", "department", "shared", "type", "capacity");
        for (XmlElement room : items("rooms", "room")) {
            String id = attribute(room, "id");
            String capacity = attribute(room, "capacity");
            sheets.row(
                    "rooms", "R" + id, "Room " + id, DEPARTMENT, "yes", "room", capacity.equals("0") ? "1" : capacity);
        }
        List<XmlElement> students = items("students", "student");
        sheets.begin("batches", "code", "name", "department", "semester");
        sheets.row("batches", BATCH, "Students", DEPARTMENT, "1");
        sheets.begin("groups", "code", "name", "parent", "size");
        sheets.row("groups", SECTION, "All students", BATCH, Integer.toString(students.size()));
        courses();
        sheets.begin("students", "code", "name", "group", "electives");
        for (XmlElement student : students) {
            String id = attribute(student, "id");
            sheets.row(
                    "students",
                    "S" + id,
                    "Student " + id,
                    SECTION,
                    String.join(
                            "; ",
                            student.children("course").stream()
                                    .map(course -> "C" + attribute(course, "id"))
                                    .toList()));
        }
        return sheets.all();
    }

    private List<XmlElement> items(String list, String kind) {
        return root.children(list).stream()
                .flatMap(element -> element.children(kind).stream())
                .toList();
    }

    private static String attribute(XmlElement element, String name) {
        String value = element.attribute(name);
        return value == null ? "" : Sheets.code(value);
    }

    private void courses() {
        sheets.begin("courses", "code", "name", "department", "elective", "batches");
        Map<String, XmlElement> subparts = new LinkedHashMap<>();
        Map<String, String> owner = new LinkedHashMap<>();
        for (XmlElement course : items("courses", "course")) {
            String code = "C" + attribute(course, "id");
            sheets.row("courses", code, "Course " + attribute(course, "id"), DEPARTMENT, "yes", BATCH);
            for (XmlElement config : course.children("config")) {
                for (XmlElement subpart : config.children("subpart")) {
                    String id = code + "-" + attribute(subpart, "id");
                    subparts.put(id, subpart);
                    owner.put(id, code);
                }
            }
        }
        sheets.begin(
                "templates",
                "code",
                "name",
                "course",
                "type",
                "duration",
                "sessions_per_week",
                "attendees",
                "room_type");
        subparts.forEach((id, subpart) -> {
            List<XmlElement> classes = subpart.children("class");
            boolean room = classes.stream().anyMatch(each -> !"false".equals(each.attribute("room")));
            XmlElement time = classes.stream()
                    .flatMap(each -> each.children("time").stream())
                    .findFirst()
                    .orElse(null);
            sheets.row(
                    "templates",
                    id,
                    "Subpart " + id,
                    owner.getOrDefault(id, ""),
                    "class",
                    Integer.toString(time == null ? 1 : hours(attribute(time, "length"))),
                    Integer.toString(time == null ? 1 : meetings(attribute(time, "days"))),
                    "batch",
                    room ? "room" : "");
        });
    }

    private static int hours(String length) {
        return length.matches("\\d{1,3}") ? Math.max(1, (Integer.parseInt(length) + HOUR - 1) / HOUR) : 1;
    }

    private static int meetings(String days) {
        return (int) Math.max(1, days.chars().filter(day -> day == '1').count());
    }
}
