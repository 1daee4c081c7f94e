package org.horarium.server.institution.records;

import static org.horarium.server.institution.records.Column.derived;
import static org.horarium.server.institution.records.Column.field;
import static org.horarium.server.institution.records.ColumnType.BREAKS;
import static org.horarium.server.institution.records.ColumnType.CHOICE;
import static org.horarium.server.institution.records.ColumnType.CODE;
import static org.horarium.server.institution.records.ColumnType.COUNTS;
import static org.horarium.server.institution.records.ColumnType.DATE;
import static org.horarium.server.institution.records.ColumnType.DAYS;
import static org.horarium.server.institution.records.ColumnType.EMAIL;
import static org.horarium.server.institution.records.ColumnType.HOLIDAYS;
import static org.horarium.server.institution.records.ColumnType.NEEDS;
import static org.horarium.server.institution.records.ColumnType.NUMBER;
import static org.horarium.server.institution.records.ColumnType.REFERENCE;
import static org.horarium.server.institution.records.ColumnType.REFERENCES;
import static org.horarium.server.institution.records.ColumnType.SLOTS;
import static org.horarium.server.institution.records.ColumnType.SPANS;
import static org.horarium.server.institution.records.ColumnType.TEXT;
import static org.horarium.server.institution.records.ColumnType.WORD;
import static org.horarium.server.institution.records.ColumnType.WORDS;
import static org.horarium.server.institution.records.ColumnType.YES_NO;
import static org.horarium.server.institution.records.ColumnType.ZONE;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kinds of records, in the order in which they can be written: each refers to earlier ones and to itself only. The
 * SQL of a kind names its own table {@code it}, and the department that owns a row {@code department}.
 */
public enum RecordKind {
    ROOM_TYPES(
            "room-types",
            "tag",
            "room_type",
            "room_type it",
            "NULL",
            true,
            false,
            List.of(
                    code("lecture|computer-lab"),
                    name("Lecture room|Computer lab"),
                    derived("rooms", "SELECT count(*) FROM room WHERE room_type = it.code"))),
    STAFF_ROLES(
            "staff-roles",
            "person-gear",
            "staff_role",
            "staff_role it",
            "NULL",
            true,
            false,
            List.of(
                    code("lecturer|assistant"),
                    name("Lecturer|Assistant"),
                    derived("people", "SELECT count(*) FROM personnel_role WHERE staff_role = it.code"))),
    DEPARTMENTS(
            "departments",
            "building",
            "department",
            "department it",
            "it.code",
            true,
            true,
            List.of(
                    code("CSE|EEE"),
                    name("Computer Science|Electrical Engineering"),
                    derived("batches", "SELECT count(*) FROM attendee_group WHERE department_id = it.id"),
                    derived("personnel", "SELECT count(*) FROM personnel WHERE department_id = it.id"),
                    derived("rooms", "SELECT count(*) FROM room WHERE department_id = it.id"),
                    derived("courses", "SELECT count(*) FROM course WHERE department_id = it.id"))),
    BUILDINGS(
            "buildings",
            "buildings",
            "building",
            "building it",
            "NULL",
            true,
            true,
            List.of(
                    code("MAIN|NORTH"),
                    name("Main building|North wing"),
                    derived("rooms", "SELECT count(*) FROM room WHERE building_id = it.id"))),
    EQUIPMENT(
            "equipment",
            "projector",
            "equipment",
            "equipment it",
            "NULL",
            true,
            true,
            List.of(
                    code("projector|pc"),
                    name("Projector|Computer"),
                    field("portable", NUMBER, "it.portable::text", "portable = ?::integer")
                            .or("0")
                            .like("2|0"),
                    derived("rooms", "SELECT count(*) FROM room_equipment WHERE equipment_id = it.id"))),
    TERMS(
            "terms",
            "calendar-range",
            "term",
            "term it",
            "NULL",
            true,
            true,
            List.of(
                    code("2026-AUTUMN|2027-SPRING"),
                    name("Autumn 2026|Spring 2027"),
                    field("academic_year", TEXT, "it.academic_year", "academic_year = ?")
                            .needed()
                            .called("year")
                            .filtered()
                            .like("2026-27|2026-27"),
                    field("semester", NUMBER, "it.semester::text", "semester = ?::integer")
                            .needed()
                            .atLeast(1)
                            .like("1|2"),
                    field("first_day", DATE, "it.first_day::text", "first_day = ?::date")
                            .needed()
                            .called("start", "from")
                            .like("2026-10-05|2027-03-01"),
                    field("last_day", DATE, "it.last_day::text", "last_day = ?::date")
                            .needed()
                            .called("end", "to")
                            .like("2027-01-29|2027-06-25"),
                    field("time_zone", ZONE, "it.time_zone", "time_zone = ?")
                            .needed()
                            .called("timezone", "zone")
                            .unlisted()
                            .or("UTC")
                            .like("Europe/Vienna|Europe/Vienna"),
                    field(
                                    "days",
                                    DAYS,
                                    "(SELECT string_agg((" + RecordKind.DAY_NAMES
                                            + ")[day], '; ' ORDER BY position) FROM term_day WHERE term_id = it.id)",
                                    null)
                            .needed()
                            .unlisted()
                            .or("monday; tuesday; wednesday; thursday; friday")
                            .like(
                                    "monday; tuesday; wednesday; thursday; friday|monday; tuesday; wednesday; thursday; friday")
                            .by(
                                    new Part.Table(
                                            1,
                                            "DELETE FROM term_day WHERE term_id = (SELECT id FROM term WHERE code = ?) AND day = ?",
                                            "INSERT INTO term_day (term_id, day, position) VALUES ((SELECT id FROM term WHERE code = ?), ?, ?) ON CONFLICT (term_id, day) DO UPDATE SET position = EXCLUDED.position")),
                    field("slots", SLOTS, RecordKind.periods("SLOT"), null)
                            .needed()
                            .called("periods")
                            .like(
                                    "09:00-10:00; 10:00-11:00; 11:00-12:00; 13:00-14:00|09:00-10:00; 10:00-11:00; 11:00-12:00; 13:00-14:00")
                            .by(
                                    new Part.Table(
                                            2,
                                            "DELETE FROM term_period WHERE term_id = (SELECT id FROM term WHERE code = ?) AND kind = 'SLOT' AND start_time = ? AND end_time = ?",
                                            "INSERT INTO term_period (term_id, kind, start_time, end_time) SELECT (SELECT id FROM term WHERE code = ?), 'SLOT', ?, ? WHERE ?::integer > 0 ON CONFLICT (term_id, start_time) DO NOTHING")),
                    field("breaks", BREAKS, RecordKind.periods("BREAK"), null)
                            .unlisted()
                            .like("Lunch 12:00-13:00|Lunch 12:00-13:00")
                            .by(
                                    new Part.Table(
                                            3,
                                            "DELETE FROM term_period WHERE term_id = (SELECT id FROM term WHERE code = ?) AND kind = 'BREAK' AND start_time = ? AND end_time = ? AND name = ?",
                                            "INSERT INTO term_period (term_id, kind, start_time, end_time, name) SELECT (SELECT id FROM term WHERE code = ?), 'BREAK', ?, ?, ? WHERE ?::integer > 0 ON CONFLICT (term_id, start_time) DO NOTHING")),
                    field(
                                    "holidays",
                                    HOLIDAYS,
                                    "(SELECT string_agg(day || ' ' || name, '; ' ORDER BY day) FROM term_holiday WHERE term_id = it.id)",
                                    null)
                            .unlisted()
                            .like("2026-10-26 National Day|")
                            .by(
                                    new Part.Table(
                                            1,
                                            "DELETE FROM term_holiday WHERE term_id = (SELECT id FROM term WHERE code = ?) AND day = ?",
                                            "INSERT INTO term_holiday (term_id, day, name) SELECT (SELECT id FROM term WHERE code = ?), ?, ? WHERE ?::integer > 0 ON CONFLICT (term_id, day) DO UPDATE SET name = EXCLUDED.name")),
                    derived("weeks", "SELECT count(*) FROM term_week WHERE term_id = it.id"))),
    ROOMS(
            "rooms",
            "door-open",
            "room",
            "room it LEFT JOIN department ON department.id = it.department_id LEFT JOIN building ON building.id = it.building_id",
            "department.code",
            false,
            true,
            List.of(
                    code("R1|L1"),
                    name("Room 1|Lab 1"),
                    field(
                                    "department",
                                    REFERENCE,
                                    "department.code",
                                    "department_id = (SELECT id FROM department WHERE code = ?)")
                            .to("departments")
                            .called("owner", "dept")
                            .filtered()
                            .like("|CSE"),
                    field("shared", YES_NO, yesNo("it.shared"), "shared = ?::boolean")
                            .or("no")
                            .filtered()
                            .like("yes|no"),
                    field(
                                    "building",
                                    REFERENCE,
                                    "building.code",
                                    "building_id = (SELECT id FROM building WHERE code = ?)")
                            .to("buildings")
                            .filtered()
                            .like("MAIN|NORTH"),
                    field("type", WORD, "it.room_type", "room_type = ?")
                            .needed()
                            .to("room-types")
                            .called("room_type", "kind")
                            .filtered()
                            .like("lecture|computer-lab"),
                    field("capacity", NUMBER, "it.capacity::text", "capacity = ?::integer")
                            .needed()
                            .atLeast(1)
                            .called("seats", "size")
                            .like("60|30"),
                    field("equipment", COUNTS, counts("room_equipment", "room_id"), null)
                            .to("equipment")
                            .like("1 projector|1 projector; 30 pc")
                            .by(countsPart("room_equipment", "room_id", "room")),
                    field("unavailable", SPANS, spans("room_unavailability", "room_id"), null)
                            .unlisted()
                            .called("unavailability", "not_available")
                            .like("friday 13:00-14:00|")
                            .by(spansPart("room_unavailability", "room_id", "room")))),
    BATCHES(
            "batches",
            "people",
            "attendee_group",
            "attendee_group it JOIN department ON department.id = it.department_id AND it.kind = 'BATCH'",
            "department.code",
            false,
            true,
            List.of(
                    code("2026-CSE|2026-EEE"),
                    name("Computer Science 2026|Electrical Engineering 2026"),
                    field(
                                    "department",
                                    REFERENCE,
                                    "department.code",
                                    "department_id = (SELECT id FROM department WHERE code = ?)")
                            .needed()
                            .to("departments")
                            .called("dept")
                            .filtered()
                            .like("CSE|EEE"),
                    field("semester", NUMBER, "it.semester::text", "semester = ?::integer")
                            .needed()
                            .atLeast(1)
                            .filtered()
                            .like("1|1"),
                    derived("sections", "SELECT count(*) FROM attendee_group WHERE parent_id = it.id"),
                    derived("students", "SELECT coalesce(sum(size), 0) FROM attendee_group WHERE parent_id = it.id"),
                    derived("courses", "SELECT count(*) FROM course_batch WHERE batch_id = it.id"))),
    GROUPS(
            "groups",
            "diagram-3",
            "attendee_group",
            """
            attendee_group it JOIN attendee_group parent ON parent.id = it.parent_id
            JOIN attendee_group batch ON batch.id = coalesce(parent.parent_id, parent.id)
            JOIN department ON department.id = batch.department_id""",
            "department.code",
            false,
            false,
            List.of(
                    code("2026-CSE-A|2026-CSE-A1|2026-EEE-A"),
                    name("Section A|Group 1|Section A"),
                    field(
                                    "parent",
                                    REFERENCE,
                                    "parent.code",
                                    "parent_id = (SELECT id FROM attendee_group WHERE code = ?)")
                            .needed()
                            .to("batches")
                            .called("batch", "section", "part_of")
                            .filtered()
                            .like("2026-CSE|2026-CSE-A|2026-EEE"),
                    field("size", NUMBER, "it.size::text", "size = ?::integer")
                            .needed()
                            .called("students", "number_of_students")
                            .like("30|30|24"),
                    derived("level", "CASE it.kind WHEN 'SECTION' THEN 'section' ELSE 'subgroup' END"),
                    derived("listed", "SELECT count(*) FROM student WHERE group_id = it.id"))),
    PERSONNEL(
            "personnel",
            "person-badge",
            "personnel",
            "personnel it JOIN department ON department.id = it.department_id",
            "department.code",
            false,
            true,
            List.of(
                    code("F1|F2"),
                    name("Dr. Ada Rao|Ben Okafor"),
                    field("email", EMAIL, "it.email", "email = ?")
                            .called("e-mail", "mail")
                            .unlisted()
                            .like("rao@example.org|okafor@example.org"),
                    field(
                                    "department",
                                    REFERENCE,
                                    "department.code",
                                    "department_id = (SELECT id FROM department WHERE code = ?)")
                            .needed()
                            .to("departments")
                            .called("dept")
                            .filtered()
                            .like("CSE|CSE"),
                    field(
                                    "roles",
                                    WORDS,
                                    "(SELECT string_agg(staff_role, '; ' ORDER BY position, staff_role) FROM personnel_role WHERE personnel_id = it.id)",
                                    null)
                            .to("staff-roles")
                            .called("role")
                            .like("lecturer|assistant")
                            .by(
                                    new Part.Table(
                                            1,
                                            "DELETE FROM personnel_role WHERE personnel_id = (SELECT id FROM personnel WHERE code = ?) AND staff_role = ?",
                                            "INSERT INTO personnel_role (personnel_id, staff_role, position) VALUES ((SELECT id FROM personnel WHERE code = ?), ?, ?) ON CONFLICT (personnel_id, staff_role) DO UPDATE SET position = EXCLUDED.position")),
                    field(
                                    "max_slots_per_week",
                                    NUMBER,
                                    "it.max_slots_per_week::text",
                                    "max_slots_per_week = ?::integer")
                            .needed()
                            .atLeast(1)
                            .called("load", "max_hours_per_week")
                            .like("12|16"),
                    field("max_slots_per_day", NUMBER, "it.max_slots_per_day::text", "max_slots_per_day = ?::integer")
                            .atLeast(1)
                            .unlisted()
                            .called("max_hours_per_day")
                            .like("4|"),
                    field("max_days_per_week", NUMBER, "it.max_days_per_week::text", "max_days_per_week = ?::integer")
                            .atLeast(1)
                            .unlisted()
                            .like("|4"),
                    field("unavailable", SPANS, spans("personnel_unavailability", "personnel_id"), null)
                            .unlisted()
                            .called("unavailability", "not_available")
                            .like("wednesday 09:00-12:00|")
                            .by(spansPart("personnel_unavailability", "personnel_id", "personnel")),
                    derived("templates", "SELECT count(*) FROM template_eligible WHERE personnel_id = it.id"))),
    COURSES(
            "courses",
            "journal-text",
            "course",
            "course it JOIN department ON department.id = it.department_id",
            "department.code",
            false,
            true,
            List.of(
                    code("CS201|CS451"),
                    name("Data Structures|Graph Theory"),
                    field(
                                    "department",
                                    REFERENCE,
                                    "department.code",
                                    "department_id = (SELECT id FROM department WHERE code = ?)")
                            .needed()
                            .to("departments")
                            .called("dept")
                            .filtered()
                            .like("CSE|CSE"),
                    field("elective", YES_NO, yesNo("it.elective"), "elective = ?::boolean")
                            .or("no")
                            .filtered()
                            .like("no|yes"),
                    field(
                                    "batches",
                                    REFERENCES,
                                    "(SELECT string_agg(b.code, '; ' ORDER BY course_batch.position, b.code) FROM course_batch JOIN attendee_group b ON b.id = batch_id WHERE course_id = it.id)",
                                    null)
                            .to("batches")
                            .called("batch", "for")
                            .like("2026-CSE|2026-CSE")
                            .by(
                                    new Part.Table(
                                            1,
                                            "DELETE FROM course_batch WHERE course_id = (SELECT id FROM course WHERE code = ?) AND batch_id = (SELECT id FROM attendee_group WHERE code = ?)",
                                            "INSERT INTO course_batch (course_id, batch_id, position) VALUES ((SELECT id FROM course WHERE code = ?), (SELECT id FROM attendee_group WHERE code = ?), ?) ON CONFLICT (course_id, batch_id) DO UPDATE SET position = EXCLUDED.position")),
                    derived("templates", "SELECT count(*) FROM activity_template WHERE course_id = it.id"),
                    derived(
                            "weekly",
                            "SELECT coalesce(sum(t.sessions_per_week), 0) FROM activity_template t JOIN template_group ON template_id = t.id WHERE t.course_id = it.id"))),
    TEMPLATES(
            "templates",
            "calendar-week",
            "activity_template",
            """
            activity_template it JOIN course ON course.id = it.course_id
            JOIN department ON department.id = course.department_id
            LEFT JOIN activity_template earlier ON earlier.id = it.after_template_id""",
            "department.code",
            false,
            false,
            List.of(
                    code("CS201-L|CS201-P|CS451-S"),
                    name("Data Structures, lecture|Data Structures, lab|Graph Theory, seminar"),
                    field("course", REFERENCE, "course.code", "course_id = (SELECT id FROM course WHERE code = ?)")
                            .needed()
                            .to("courses")
                            .filtered()
                            .like("CS201|CS201|CS451"),
                    field("type", TEXT, "it.type", "type = ?")
                            .needed()
                            .called("activity_type", "kind")
                            .filtered()
                            .like("lecture|lab|seminar"),
                    field("duration", NUMBER, "it.duration::text", "duration = ?::integer")
                            .atLeast(1)
                            .or("1")
                            .needed()
                            .called("slots", "length")
                            .like("1|2|2"),
                    field("sessions_per_week", NUMBER, "it.sessions_per_week::text", "sessions_per_week = ?::integer")
                            .atLeast(1)
                            .or("1")
                            .needed()
                            .called("sessions")
                            .like("2|1|1"),
                    field("weeks", CHOICE, "lower(it.week_pattern)", "week_pattern = upper(?)")
                            .from("every", "a", "b", "alternate")
                            .or("every")
                            .needed()
                            .unlisted()
                            .called("week_pattern")
                            .like("every|alternate|every"),
                    field("attendees", CHOICE, "lower(it.attendees)", "attendees = upper(?)")
                            .from("batch", "section", "subgroup")
                            .or("section")
                            .needed()
                            .called("granularity")
                            .filtered()
                            .like("section|section|batch"),
                    field("room_type", WORD, "it.room_type", "room_type = ?")
                            .to("room-types")
                            .filtered()
                            .like("lecture|computer-lab|lecture"),
                    field("min_days_between", NUMBER, "it.min_days_between::text", "min_days_between = ?::integer")
                            .or("0")
                            .needed()
                            .unlisted()
                            .like("1|0|0"),
                    field("after", REFERENCE, "earlier.code", null)
                            .to("templates")
                            .unlisted()
                            .like("|CS201-L|")
                            .by(
                                    new Part.Table(
                                            1,
                                            "UPDATE activity_template SET after_template_id = NULL WHERE code = ? AND after_template_id = (SELECT id FROM activity_template WHERE code = ?)",
                                            "UPDATE activity_template it SET after_template_id = earlier.id FROM (SELECT ?::text AS code) own, activity_template earlier WHERE it.code = own.code AND earlier.code = ? AND ?::integer > 0")),
                    field("personnel", NEEDS, """
                            (SELECT string_agg(need.count || ' ' || need.staff_role || coalesce(': ' || (
                                        SELECT string_agg(person.code, ', ' ORDER BY c.position, person.code)
                                        FROM template_candidate c JOIN personnel person ON person.id = c.personnel_id
                                        WHERE c.requirement_id = need.id), ''), '; ' ORDER BY need.position)
                             FROM template_requirement need WHERE need.template_id = it.id)""", null)
                            .to("personnel")
                            .called("needs", "people", "teachers")
                            .like("1 lecturer: F1|1 lecturer: F1; 1 assistant|1 lecturer")
                            .by(new Part.Requirements()),
                    field("equipment", COUNTS, counts("template_equipment", "template_id"), null)
                            .to("equipment")
                            .unlisted()
                            .like("1 projector||")
                            .by(countsPart("template_equipment", "template_id", "activity_template")),
                    derived(
                            "activities",
                            "SELECT count(*) * it.sessions_per_week FROM template_group WHERE template_id = it.id"))),
    STUDENTS(
            "students",
            "mortarboard",
            "student",
            """
            student it JOIN attendee_group own ON own.id = it.group_id
            LEFT JOIN attendee_group parent ON parent.id = own.parent_id
            LEFT JOIN attendee_group batch ON batch.id = coalesce(parent.parent_id, own.parent_id, own.id)
            LEFT JOIN department ON department.id = batch.department_id""",
            "department.code",
            false,
            true,
            List.of(
                    code("26CSE001|26CSE002"),
                    name("Ada Berg|Jon Silva"),
                    field("email", EMAIL, "it.email", "email = ?")
                            .called("e-mail", "mail")
                            .like("ada@example.org|jon@example.org"),
                    field("group", REFERENCE, "own.code", "group_id = (SELECT id FROM attendee_group WHERE code = ?)")
                            .needed()
                            .to("groups")
                            .called("section", "subgroup", "class")
                            .filtered()
                            .like("2026-CSE-A1|2026-CSE-A1"),
                    field(
                                    "electives",
                                    REFERENCES,
                                    "(SELECT string_agg(c.code, '; ' ORDER BY student_elective.position, c.code) FROM student_elective JOIN course c ON c.id = course_id WHERE student_id = it.id)",
                                    null)
                            .to("courses")
                            .called("elective", "elective_courses")
                            .like("CS451|")
                            .by(
                                    new Part.Table(
                                            1,
                                            "DELETE FROM student_elective WHERE student_id = (SELECT id FROM student WHERE code = ?) AND course_id = (SELECT id FROM course WHERE code = ?)",
                                            "INSERT INTO student_elective (student_id, course_id, position) VALUES ((SELECT id FROM student WHERE code = ?), (SELECT id FROM course WHERE code = ?), ?) ON CONFLICT (student_id, course_id) DO UPDATE SET position = EXCLUDED.position"))));

    private static final String DAY_NAMES = "'{monday,tuesday,wednesday,thursday,friday,saturday,sunday}'::text[]";

    private final String path;
    private final String icon;
    private final String table;
    private final String tables;
    private final String owner;
    private final boolean collegeWide;
    private final boolean archivable;
    private final List<Column> columns;

    RecordKind(
            String path,
            String icon,
            String table,
            String tables,
            String owner,
            boolean collegeWide,
            boolean archivable,
            List<Column> columns) {
        this.path = path;
        this.icon = icon;
        this.table = table;
        this.tables = tables;
        this.owner = owner;
        this.collegeWide = collegeWide;
        this.archivable = archivable;
        this.columns = List.copyOf(columns);
    }

    private static Column code(String sample) {
        return field("code", CODE, "it.code", "code = ?")
                .needed()
                .called("id", "external_id", "key")
                .like(sample);
    }

    private static Column name(String sample) {
        return field("name", TEXT, "it.name", "name = ?")
                .needed()
                .called("title", "full_name")
                .like(sample);
    }

    private static String yesNo(String condition) {
        return "CASE WHEN " + condition + " THEN 'yes' ELSE 'no' END";
    }

    private static String periods(String kind) {
        return "(SELECT string_agg(" + (kind.equals("BREAK") ? "name || ' ' || " : "")
                + "to_char(start_time, 'HH24:MI') || '-' || to_char(end_time, 'HH24:MI'), '; ' ORDER BY start_time)"
                + " FROM term_period WHERE term_id = it.id AND kind = '" + kind + "')";
    }

    private static String counts(String table, String owner) {
        return "(SELECT string_agg(quantity || ' ' || e.code, '; ' ORDER BY position, e.code) FROM " + table
                + " JOIN equipment e ON e.id = equipment_id WHERE " + owner + " = it.id)";
    }

    private static Part countsPart(String table, String owner, String record) {
        String own = "(SELECT id FROM " + record + " WHERE code = ?)";
        String thing = "(SELECT id FROM equipment WHERE code = ?)";
        return new Part.Table(
                1,
                "DELETE FROM " + table + " WHERE " + owner + " = " + own + " AND equipment_id = " + thing,
                "INSERT INTO " + table + " (" + owner + ", equipment_id, quantity, position) VALUES (" + own + ", "
                        + thing + ", ?, ?) ON CONFLICT (" + owner
                        + ", equipment_id) DO UPDATE SET quantity = EXCLUDED.quantity, position = EXCLUDED.position");
    }

    private static String spans(String table, String owner) {
        return "(SELECT string_agg((" + DAY_NAMES + ")[day] || ' ' || to_char(start_time, 'HH24:MI') || '-' ||"
                + " to_char(end_time, 'HH24:MI'), '; ' ORDER BY day, start_time) FROM " + table + " WHERE " + owner
                + " = it.id)";
    }

    private static Part spansPart(String table, String owner, String record) {
        String own = "(SELECT id FROM " + record + " WHERE code = ?)";
        return new Part.Table(
                3,
                "DELETE FROM " + table + " WHERE " + owner + " = " + own
                        + " AND day = ? AND start_time = ? AND end_time = ?",
                "INSERT INTO " + table + " (" + owner + ", day, start_time, end_time, position) VALUES (" + own
                        + ", ?, ?, ?, ?) ON CONFLICT (" + owner
                        + ", day, start_time) DO UPDATE SET position = EXCLUDED.position");
    }

    /** Last part of its addresses, name of its files and sheets, and part of its message keys. */
    public String path() {
        return path;
    }

    /** Name of a Bootstrap icon. */
    public String icon() {
        return icon;
    }

    /** Whether its records belong to the college, so that only administrators change them. */
    public boolean collegeWide() {
        return collegeWide;
    }

    /** Whether records can be put away without losing them. */
    public boolean archivable() {
        return archivable;
    }

    /** All columns, the code first. */
    public List<Column> columns() {
        return columns;
    }

    /** The columns that people and files write. */
    public List<Column> editable() {
        return columns.stream().filter(Column::editable).toList();
    }

    /**
     * A column.
     *
     * @throws IllegalArgumentException when there is none of this name
     */
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + " have no column (" + name + ")."));
    }

    String table() {
        return table;
    }

    /** Tables after FROM. */
    String tables() {
        return tables;
    }

    /** SQL of the code of the owning department; null for what the college owns. */
    String owner() {
        return owner;
    }

    /** SQL of whether a row is archived. */
    String archived() {
        return this == ROOM_TYPES || this == STAFF_ROLES || this == TEMPLATES ? "false" : "it.archived_at IS NOT NULL";
    }

    /** The kind with this path, if there is one. */
    public static Optional<RecordKind> of(String path) {
        return Stream.of(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
