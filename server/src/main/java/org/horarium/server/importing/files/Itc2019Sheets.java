package org.horarium.server.importing.files;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.horarium.formats.xml.XmlElement;

/**
 * What an ITC-2019 file has that a college has too: rooms with the times at which they can never be had, courses, their
 * subparts as templates, and students with their courses. Everything else is noted as left out, by its kind; {@code
 * ./horarium solve} plans the file itself.
 */
final class Itc2019Sheets {
    private static final String DEPARTMENT = "ITC";
    private static final String BATCH = "ITC-students";
    private static final String SECTION = "ITC-students-all";
    /** Slots of five minutes in an hour. */
    private static final int HOUR = 12;

    private static final int MINUTES = 5;
    private static final int SLOTS = 24 * HOUR;
    private static final List<String> WEEK =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");

    private final XmlElement root;
    private final Sheets sheets = new Sheets();

    Itc2019Sheets(XmlElement root) {
        this.root = root;
    }

    List<SheetData> sheets() {
        leftOut();
        sheets.begin("departments", "code", "name");
        String name = root.attribute("name");
        sheets.row("departments", DEPARTMENT, Sheets.name(name == null ? "" : name, "ITC-2019"));
        sheets.begin("rooms", "code", "name", "department", "shared", "type", "capacity", "unavailable");
        for (XmlElement room : items("rooms", "room")) {
            String id = attribute(room, "id");
            String capacity = attribute(room, "capacity");
            sheets.row(
                    "rooms",
                    "R" + id,
                    "Room " + id,
                    DEPARTMENT,
                    "yes",
                    "room",
                    capacity.equals("0") ? "1" : capacity,
                    unavailable(room));
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
        return Sheets.items(root, list, kind);
    }

    /** Names everything that no record of a college says. */
    private void leftOut() {
        List<XmlElement> classes = items("courses", "course").stream()
                .flatMap(course -> course.children("config").stream())
                .flatMap(config -> config.children("subpart").stream())
                .flatMap(subpart -> subpart.children("class").stream())
                .toList();
        note(classes.stream().mapToLong(each -> each.children("time").size()).sum(), "possible times of classes");
        note(classes.stream().mapToLong(each -> each.children("room").size()).sum(), "possible rooms of classes");
        note(classes.stream().filter(each -> each.attribute("limit") != null).count(), "limits of classes");
        note(classes.stream().filter(each -> each.attribute("parent") != null).count(), "parents of classes");
        List<XmlElement> rooms = items("rooms", "room");
        note(rooms.stream().mapToLong(room -> room.children("travel").size()).sum(), "ways between rooms");
        note(
                rooms.stream()
                        .flatMap(room -> room.children("unavailable").stream())
                        .filter(time -> !isWeekly(time))
                        .count(),
                "unavailable times of rooms that are in some weeks only");
        Map<String, long[]> distributions = new TreeMap<>();
        items("distributions", "distribution")
                .forEach(each -> distributions
                        .computeIfAbsent(attribute(each, "type"), type -> new long[2])[
                        "true".equals(each.attribute("required")) ? 0 : 1]++);
        distributions.forEach((type, count) -> sheets.note(
                "Not taken over: distribution " + type + " (" + count[0] + " required, " + count[1] + " as a wish)."));
        sheets.note("Not taken over: weights of the optimization, and the division into " + attribute(root, "nrWeeks")
                + " weeks. './horarium solve' plans the file itself with all of it.");
    }

    private void note(long count, String what) {
        if (count > 0) {
            sheets.note("Not taken over: " + count + " " + what + ".");
        }
    }

    /** Whether a time is the same in all weeks. */
    private static boolean isWeekly(XmlElement time) {
        String weeks = time.attribute("weeks");
        return weeks == null || !weeks.contains("0");
    }

    /** The times of all weeks at which a room can't be had; those that touch or overlap are one. */
    private String unavailable(XmlElement room) {
        BitSet[] days = new BitSet[WEEK.size()];
        for (XmlElement time : room.children("unavailable")) {
            String on = attribute(time, "days");
            int start = number(time, "start");
            int end = Math.min(start + number(time, "length"), SLOTS - 1);
            for (int day = 0; day < Math.min(on.length(), days.length) && isWeekly(time) && start < end; day++) {
                if (on.charAt(day) == '1') {
                    days[day] = days[day] == null ? new BitSet() : days[day];
                    days[day].set(start, end);
                }
            }
        }
        List<String> spans = new ArrayList<>();
        for (int day = 0; day < days.length; day++) {
            BitSet busy = days[day];
            for (int from = busy == null ? -1 : busy.nextSetBit(0); busy != null && from >= 0; ) {
                int to = busy.nextClearBit(from);
                spans.add(WEEK.get(day) + " " + clock(from) + "-" + clock(to));
                from = busy.nextSetBit(to);
            }
        }
        return String.join("; ", spans);
    }

    private static int number(XmlElement element, String name) {
        String text = attribute(element, name);
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static String clock(int slot) {
        return String.format(Locale.ROOT, "%02d:%02d", slot / HOUR, slot % HOUR * MINUTES);
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
