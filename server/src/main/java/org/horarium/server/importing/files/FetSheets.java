package org.horarium.server.importing.files;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.formats.FormatException;
import org.horarium.formats.xml.XmlElement;
import org.horarium.server.importing.files.FetTemplates.Place;

/**
 * A FET file as sheets: days and hours, buildings, rooms, teachers, years with groups and subgroups, subjects and activities,
 * and of the constraints what records can say ({@link FetRules}). What they cannot say is noted, each constraint by its type.
 */
final class FetSheets {
    /** FET's word for a room without a limit. */
    private static final int NO_LIMIT = 10_000;

    private static final String DEPARTMENT = "FET";

    private final XmlElement root;
    private final Sheets sheets = new Sheets();
    /** Level and batch of each set of students. */
    private final Map<String, Place> places = new LinkedHashMap<>();

    FetSheets(XmlElement root) {
        this.root = root;
    }

    List<SheetData> sheets() {
        sheets.begin("departments", "code", "name");
        sheets.row("departments", DEPARTMENT, Sheets.name(root.textOf("Institution_Name"), "College"));
        sheets.begin("buildings", "code", "name");
        named("Buildings_List", "Building").forEach(name -> sheets.row("buildings", Sheets.code(name), name));
        FetCalendar calendar = FetCalendar.of(root, FetRules.pauses(root), sheets);
        term(calendar);
        sheets.begin("rooms", "code", "name", "department", "shared", "building", "type", "capacity", "unavailable");
        sheets.begin("batches", "code", "name", "department", "semester");
        sheets.begin("groups", "code", "name", "parent", "size");
        students();
        FetTemplates templates = new FetTemplates(root, places, sheets);
        FetRules rules = new FetRules(root, calendar, templates);
        rooms(rules);
        teachers(calendar, rules);
        activities(templates, rules);
        notes(rules);
        return sheets.all();
    }

    private void notes(FetRules rules) {
        String mode = root.textOf("Mode");
        if (!mode.isEmpty() && !mode.equals("Official")) {
            sheets.note("The file is of the mode (" + mode + "); it was read as one of the official mode.");
        }
        String rooms = rules.rooms().note();
        if (rooms != null) {
            sheets.note(rooms);
        }
        rules.lines().forEach(sheets::note);
        sheets.note(
                "Activities of one subject, length and level of students became one template for all sections or subgroups of the year; check the candidates.");
    }

    private Set<String> named(String list, String kind) {
        Set<String> names = new LinkedHashSet<>();
        Sheets.items(root, list, kind).forEach(item -> names.add(Sheets.name(item.textOf("Name"), kind)));
        return names;
    }

    private void term(FetCalendar calendar) {
        if (!calendar.isThere()) {
            return;
        }
        LocalDate first = LocalDate.now().plusDays(1);
        sheets.begin(
                "terms",
                "code",
                "name",
                "academic_year",
                "semester",
                "first_day",
                "last_day",
                "days",
                "slots",
                "breaks");
        sheets.row(
                "terms",
                "FET",
                "Term of the FET file",
                Integer.toString(first.getYear()),
                "1",
                first.toString(),
                first.plusWeeks(16).toString(),
                calendar.days(),
                calendar.slots(),
                calendar.breaks());
        sheets.note("Check the term: FET says nothing of dates. Leave its sheet out when you have a term already.");
    }

    private void rooms(FetRules rules) {
        Set<String> seen = new LinkedHashSet<>();
        int virtual = 0;
        for (XmlElement room : Sheets.items(root, "Rooms_List", "Room")) {
            String name = Sheets.name(room.textOf("Name"), "Room");
            String code = Sheets.code(name);
            if (room.textOf("Virtual").equals("true")) {
                virtual++;
            } else if (seen.add(code)) {
                sheets.row(
                        "rooms",
                        code,
                        name,
                        DEPARTMENT,
                        "yes",
                        Sheets.code(room.textOf("Building")),
                        rules.rooms().ofRoom(code),
                        Integer.toString(Math.max(1, Math.min(NO_LIMIT, Sheets.number(room, "Capacity", NO_LIMIT)))),
                        rules.awayRoom(code));
            }
        }
        if (virtual > 0) {
            sheets.note("Not taken over: " + virtual + " virtual rooms, which stand for several rooms at once.");
        }
    }

    private void teachers(FetCalendar calendar, FetRules rules) {
        sheets.begin(
                "personnel",
                "code",
                "name",
                "department",
                "roles",
                "max_slots_per_week",
                "max_slots_per_day",
                "max_days_per_week",
                "unavailable");
        for (String name : named("Teachers_List", "Teacher")) {
            String code = Sheets.code(name);
            sheets.row(
                    "personnel",
                    code,
                    name,
                    DEPARTMENT,
                    "teacher",
                    Integer.toString(Math.max(1, calendar.slotCount())),
                    rules.mostSlots(code),
                    rules.mostDays(code),
                    rules.awayTeacher(code));
        }
        long targets = Sheets.items(root, "Teachers_List", "Teacher").stream()
                .filter(teacher -> Sheets.number(teacher, "Target_Number_of_Hours", 0) > 0
                        || teacher.child("Qualified_Subjects")
                                .filter(subjects -> !subjects.children().isEmpty())
                                .isPresent())
                .count();
        if (targets > 0) {
            sheets.note("Not taken over: target hours and qualified subjects of " + targets + " teachers.");
        }
    }

    private void students() {
        for (XmlElement year : Sheets.items(root, "Students_List", "Year")) {
            String batch = Sheets.code(year.textOf("Name"));
            if (!add(batch, "batch", batch)) {
                continue;
            }
            sheets.row("batches", batch, Sheets.name(year.textOf("Name"), batch), DEPARTMENT, "1");
            List<XmlElement> groups = year.children("Group");
            if (groups.isEmpty()) {
                String section = batch + " (all)";
                add(section, "section", batch);
                sheets.row(
                        "groups",
                        section,
                        section,
                        batch,
                        Integer.toString(Sheets.number(year, "Number_of_Students", 0)));
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
                .mapToInt(subgroup -> Sheets.number(subgroup, "Number_of_Students", 0))
                .sum();
        sheets.row(
                "groups",
                code,
                code,
                batch,
                Integer.toString(own.isEmpty() ? Sheets.number(group, "Number_of_Students", 0) : sum));
        if (own.size() < group.children("Subgroup").size()) {
            sheets.note("Subgroups of (" + code + ") that are in other groups too were put into the first of these.");
        }
        own.forEach(subgroup -> sheets.row(
                "groups",
                Sheets.code(subgroup.textOf("Name")),
                Sheets.code(subgroup.textOf("Name")),
                code,
                Integer.toString(Sheets.number(subgroup, "Number_of_Students", 0))));
    }

    private boolean add(String code, String level, String batch) {
        if (code.isEmpty()) {
            throw new FormatException("Students_List", "A set of students has no name.");
        }
        return places.putIfAbsent(code, new Place(level, batch)) == null;
    }

    private void activities(FetTemplates templates, FetRules rules) {
        sheets.begin("courses", "code", "name", "department", "batches");
        templates
                .courses()
                .forEach((code, course) -> sheets.row("courses", code, course.subject(), DEPARTMENT, course.batch()));
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
                "min_days_between",
                "after",
                "personnel");
        boolean anyRoom = !Sheets.items(root, "Rooms_List", "Room").isEmpty();
        for (FetTemplates.Template template : templates.all()) {
            sheets.row(
                    "templates",
                    template.code(),
                    template.subject(),
                    template.course(),
                    "lesson",
                    Integer.toString(template.duration()),
                    Integer.toString(template.sessions()),
                    template.level(),
                    rules.rooms().ofTemplate(template, anyRoom),
                    Integer.toString(rules.minDays(template)),
                    rules.after(template),
                    template.needs());
        }
    }
}
