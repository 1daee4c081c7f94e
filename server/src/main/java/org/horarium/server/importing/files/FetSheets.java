package org.horarium.server.importing.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.horarium.formats.FormatException;
import org.horarium.formats.xml.XmlElement;

/**
 * The lists of a FET file as sheets: days and hours, buildings, rooms, teachers, years with groups and subgroups, subjects
 * and activities. Activities of one subject, duration and level of students become one template, given by any of their
 * teachers; what a template cannot say is noted.
 */
final class FetSheets {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.](\\d{2})");
    private static final List<String> WEEK =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    /** FET's word for a room without a limit. */
    private static final int NO_LIMIT = 10_000;

    private final XmlElement root;
    private final Sheets sheets = new Sheets();
    private final String department;
    /** Level and batch of each set of students. */
    private final Map<String, Place> places = new LinkedHashMap<>();

    private record Place(String level, String batch) {}

    FetSheets(XmlElement root) {
        this.root = root;
        this.department = "FET";
    }

    List<SheetData> sheets() {
        sheets.begin("departments", "code", "name");
        sheets.row("departments", department, Sheets.name(root.textOf("Institution_Name"), "College"));
        sheets.begin("buildings", "code", "name");
        named("Buildings_List", "Building").forEach(name -> sheets.row("buildings", Sheets.code(name), name));
        term();
        rooms();
        sheets.begin("batches", "code", "name", "department", "semester");
        sheets.begin("groups", "code", "name", "parent", "size");
        students();
        int slots =
                items("Days_List", "Day").size() * items("Hours_List", "Hour").size();
        sheets.begin("personnel", "code", "name", "department", "roles", "max_slots_per_week");
        for (String name : named("Teachers_List", "Teacher")) {
            sheets.row(
                    "personnel", Sheets.code(name), name, department, "teacher", Integer.toString(Math.max(1, slots)));
        }
        activities();
        long constraints = root.children("Time_Constraints_List").stream()
                        .mapToLong(list -> list.children().size())
                        .sum()
                + root.children("Space_Constraints_List").stream()
                        .mapToLong(list -> list.children().size())
                        .sum();
        sheets.note("Not taken over: the " + constraints
                + " constraints of the file. './horarium solve' plans the file itself with all of them.");
        return sheets.all();
    }

    private List<XmlElement> items(String list, String kind) {
        return root.children(list).stream()
                .flatMap(element -> element.children(kind).stream())
                .toList();
    }

    private Set<String> named(String list, String kind) {
        Set<String> names = new LinkedHashSet<>();
        items(list, kind).forEach(item -> names.add(Sheets.name(item.textOf("Name"), kind)));
        return names;
    }

    private void term() {
        List<XmlElement> days = items("Days_List", "Day");
        List<XmlElement> hours = items("Hours_List", "Hour");
        if (days.size() > WEEK.size()) {
            sheets.note("Not taken over: the " + days.size()
                    + " days of the file; a week has seven. Enter the term by hand.");
            return;
        }
        List<String> slots = new ArrayList<>();
        int next = 8 * 60;
        for (XmlElement hour : hours) {
            Matcher clocks = CLOCK.matcher(hour.textOf("Name"));
            int start = clocks.find() ? minutes(clocks) : next;
            start = Math.max(start, next == 8 * 60 ? start : next);
            int end = clocks.hitEnd() || !clocks.reset(hour.textOf("Name")).find() || !clocks.find()
                    ? start + 60
                    : minutes(clocks);
            end = end > start ? end : start + 60;
            if (end >= 24 * 60) {
                sheets.note("Not taken over: the hours of the file, they go beyond midnight. Enter the term by hand.");
                return;
            }
            slots.add(clock(start) + "-" + clock(end));
            next = end;
        }
        LocalDate first = LocalDate.now().plusDays(1);
        sheets.begin("terms", "code", "name", "academic_year", "semester", "first_day", "last_day", "days", "slots");
        sheets.row(
                "terms",
                "FET",
                "Term of the FET file",
                Integer.toString(first.getYear()),
                "1",
                first.toString(),
                first.plusWeeks(16).toString(),
                String.join("; ", WEEK.subList(0, days.size())),
                String.join("; ", slots));
        sheets.note("Check the term: FET says nothing of dates. Leave its sheet out when you have a term already.");
    }

    private static int minutes(Matcher clock) {
        return Integer.parseInt(clock.group(1)) * 60 + Integer.parseInt(clock.group(2));
    }

    private static String clock(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }

    private void rooms() {
        sheets.begin("rooms", "code", "name", "department", "shared", "building", "type", "capacity");
        Set<String> seen = new LinkedHashSet<>();
        for (XmlElement room : items("Rooms_List", "Room")) {
            String name = Sheets.name(room.textOf("Name"), "Room");
            if (seen.add(Sheets.code(name))) {
                sheets.row(
                        "rooms",
                        Sheets.code(name),
                        name,
                        department,
                        "yes",
                        Sheets.code(room.textOf("Building")),
                        "room",
                        Integer.toString(Math.max(1, Math.min(NO_LIMIT, number(room, "Capacity", NO_LIMIT)))));
            }
        }
    }

    private static int number(XmlElement item, String child, int otherwise) {
        String text = item.textOf(child);
        return text.matches("\\d{1,8}") ? Integer.parseInt(text) : otherwise;
    }

    private void students() {
        for (XmlElement year : items("Students_List", "Year")) {
            String batch = Sheets.code(year.textOf("Name"));
            if (!add(batch, "batch", batch)) {
                continue;
            }
            sheets.row("batches", batch, Sheets.name(year.textOf("Name"), batch), department, "1");
            List<XmlElement> groups = year.children("Group");
            if (groups.isEmpty()) {
                String section = batch + " (all)";
                add(section, "section", batch);
                sheets.row("groups", section, section, batch, Integer.toString(number(year, "Number_of_Students", 0)));
            }
            groups.forEach(group -> group(group, batch));
        }
    }

    private void group(XmlElement group, String batch) {
        String code = Sheets.code(group.textOf("Name"));
        if (!add(code, "section", batch)) {
            sheets.note("Group (" + code + ") is in several years; it was put into the first.");
            return;
        }
        List<XmlElement> own = group.children("Subgroup").stream()
                .filter(subgroup -> add(Sheets.code(subgroup.textOf("Name")), "subgroup", batch))
                .toList();
        int sum = own.stream()
                .mapToInt(subgroup -> number(subgroup, "Number_of_Students", 0))
                .sum();
        sheets.row(
                "groups",
                code,
                code,
                batch,
                Integer.toString(own.isEmpty() ? number(group, "Number_of_Students", 0) : sum));
        if (own.size() < group.children("Subgroup").size()) {
            sheets.note("Subgroups of (" + code + ") that are in other groups too were put into the first of these.");
        }
        own.forEach(subgroup -> sheets.row(
                "groups",
                Sheets.code(subgroup.textOf("Name")),
                Sheets.code(subgroup.textOf("Name")),
                code,
                Integer.toString(number(subgroup, "Number_of_Students", 0))));
    }

    private boolean add(String code, String level, String batch) {
        if (code.isEmpty()) {
            throw new FormatException("Students_List", "A set of students has no name.");
        }
        return places.putIfAbsent(code, new Place(level, batch)) == null;
    }

    /** What one template is made of. */
    private record Form(String subject, String batch, String level, int duration) {}

    private void activities() {
        Map<Form, List<XmlElement>> forms = new LinkedHashMap<>();
        Map<String, Set<String>> batches = new LinkedHashMap<>();
        int without = 0;
        for (XmlElement activity : items("Activities_List", "Activity")) {
            if (activity.textOf("Active").equals("false")) {
                continue;
            }
            List<XmlElement> sets = activity.children("Students");
            Place place =
                    sets.isEmpty() ? null : places.get(Sheets.code(sets.get(0).text()));
            if (place == null) {
                without++;
                continue;
            }
            String subject = Sheets.name(activity.textOf("Subject"), "Subject");
            batches.computeIfAbsent(subject + "\n" + place.batch(), key -> new LinkedHashSet<>())
                    .add(place.batch());
            forms.computeIfAbsent(
                            new Form(subject, place.batch(), place.level(), number(activity, "Duration", 1)),
                            key -> new ArrayList<>())
                    .add(activity);
        }
        if (without > 0) {
            sheets.note("Not taken over: " + without + " activities without students.");
        }
        sheets.begin("courses", "code", "name", "department", "batches");
        batches.keySet().forEach(key -> {
            String[] parts = key.split("\n", -1);
            sheets.row("courses", courseCode(parts[0], parts[1]), parts[0], department, parts[1]);
        });
        sheets.begin(
                "templates",
                "code",
                "name",
                "course",
                "type",
                "duration",
                "sessions_per_week",
                "attendees",
                "room_type",
                "personnel");
        boolean rooms = !items("Rooms_List", "Room").isEmpty();
        forms.forEach((form, all) -> template(form, all, rooms));
        sheets.note(
                "Activities of one subject, length and level of students became one template for all sections or subgroups of the year; check the candidates.");
    }

    private static String courseCode(String subject, String batch) {
        return Sheets.code(subject + " " + batch);
    }

    private void template(Form form, List<XmlElement> all, boolean rooms) {
        Set<String> teachers = new TreeSet<>();
        Map<String, Integer> perSet = new LinkedHashMap<>();
        int people = 0;
        for (XmlElement activity : all) {
            List<XmlElement> given = activity.children("Teacher");
            given.forEach(teacher -> teachers.add(Sheets.code(teacher.text())));
            people = Math.max(people, given.size());
            perSet.merge(Sheets.code(activity.children("Students").get(0).text()), 1, Integer::sum);
        }
        int sessions =
                perSet.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        String course = courseCode(form.subject(), form.batch());
        sheets.row(
                "templates",
                Sheets.code(course + " " + form.level() + " " + form.duration()),
                form.subject(),
                course,
                "lesson",
                Integer.toString(form.duration()),
                Integer.toString(sessions),
                form.level(),
                rooms ? "room" : "",
                people == 0 ? "" : people + " teacher: " + String.join(", ", teachers));
    }
}
