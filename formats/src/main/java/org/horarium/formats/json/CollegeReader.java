package org.horarium.formats.json;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.Granularity;
import org.horarium.formats.college.ActivityTemplate.Requirement;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.EquipmentCount;
import org.horarium.formats.college.Fairness;
import org.horarium.formats.college.Objective;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Preference;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.Student;
import org.horarium.formats.college.Term;
import org.horarium.formats.college.WeeklyTime;
import org.horarium.formats.college.check.CollegeChecks;
import org.jspecify.annotations.Nullable;

/**
 * The records of a college from JSON. Stand-ins for numbers that can't be read are chosen so that nothing follows from
 * them: a room holds anybody, a group is empty, an activity is short.
 */
final class CollegeReader {
    private static final int ANYBODY = 100_000;
    private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private CollegeReader() {}

    static College college(JsonRecord json) {
        Objective objective = json.optionalRecord("objective", "objective", CollegeReader::objective);
        return new College(
                json.text("name"),
                json.record("term", "term", CollegeReader::term),
                json.records(
                        "departments",
                        "department",
                        department -> new College.Department(department.text("id"), department.text("name"))),
                json.records(
                        "buildings",
                        "building",
                        building -> new College.Building(building.text("id"), building.text("name"))),
                json.records("equipment", "equipment", CollegeReader::equipment),
                json.records("rooms", "room", CollegeReader::room),
                json.records("batches", "batch", CollegeReader::batch),
                json.records("students", "student", CollegeReader::student),
                json.records("personnel", "person", CollegeReader::person),
                json.records("courses", "course", CollegeReader::course),
                json.records("preferences", "preference", CollegeReader::preference),
                json.records("pins", "pin", CollegeReader::pin),
                objective == null ? Objective.BALANCED : objective);
    }

    private static Objective objective(JsonRecord json) {
        Fairness fairness = json.optionalChoice("fairness", Fairness.class);
        return new Objective(
                json.integer("preferences", 0),
                json.integer("student_gaps", 0),
                json.integer("spread", 0),
                json.integer("load_balance", 0),
                json.integer("room_fit", 0),
                fairness == null ? Fairness.SUM : fairness);
    }

    private static Term term(JsonRecord json) {
        return new Term(
                json.text("id"),
                json.text("name"),
                json.text("academic_year"),
                json.integer("semester", 1),
                json.date("first_day", FIRST_DAY),
                json.date("last_day", LAST_DAY),
                json.text("time_zone"),
                json.choices("days", DayOfWeek.class),
                json.records("slots", "slot", slot -> new Term.Slot(start(slot), end(slot))),
                json.records("breaks", "break", pause -> new Term.Break(pause.text("name"), start(pause), end(pause))),
                json.records(
                        "holidays",
                        "holiday",
                        holiday -> new Term.Holiday(holiday.date("date", FIRST_DAY), holiday.text("name"))));
    }

    private static LocalTime start(JsonRecord json) {
        return json.time("start", CollegeChecks.UNREADABLE_TIME);
    }

    private static LocalTime end(JsonRecord json) {
        return json.time("end", CollegeChecks.UNREADABLE_TIME);
    }

    private static WeeklyTime weekly(JsonRecord json) {
        return new WeeklyTime(
                json.choice("day", DayOfWeek.class, DayOfWeek.MONDAY),
                start(json),
                end(json),
                json.optionalChoice("weeks", WeekPattern.class));
    }

    private static College.Equipment equipment(JsonRecord json) {
        return new College.Equipment(json.text("id"), json.text("name"), json.integer("portable", ANYBODY));
    }

    private static EquipmentCount standing(JsonRecord json) {
        return new EquipmentCount(json.text("equipment"), json.integer("quantity", ANYBODY));
    }

    private static EquipmentCount needed(JsonRecord json) {
        return new EquipmentCount(json.text("equipment"), json.integer("quantity", 1));
    }

    private static Room room(JsonRecord json) {
        return new Room(
                json.text("id"),
                json.text("name"),
                json.optionalText("department"),
                json.flag("shared"),
                json.optionalText("building"),
                json.text("type"),
                json.integer("capacity", ANYBODY),
                json.records("equipment", "equipment", CollegeReader::standing),
                json.records("unavailable", "unavailable time", CollegeReader::weekly));
    }

    private static Batch batch(JsonRecord json) {
        return new Batch(
                json.text("id"),
                json.text("name"),
                json.text("department"),
                json.integer("semester", 1),
                json.records("sections", "section", CollegeReader::section));
    }

    private static Batch.Section section(JsonRecord json) {
        return new Batch.Section(
                json.text("id"),
                json.text("name"),
                json.integer("size", 0),
                json.records(
                        "subgroups",
                        "subgroup",
                        subgroup -> new Batch.Subgroup(
                                subgroup.text("id"), subgroup.text("name"), subgroup.integer("size", 0))));
    }

    private static Student student(JsonRecord json) {
        return new Student(
                json.text("id"),
                json.text("name"),
                json.optionalText("email"),
                json.text("group"),
                json.texts("electives"));
    }

    private static Personnel person(JsonRecord json) {
        return new Personnel(
                json.text("id"),
                json.text("name"),
                json.optionalText("email"),
                json.text("department"),
                json.texts("roles"),
                json.integer("max_slots_per_week", 1),
                json.optionalInteger("max_slots_per_day"),
                json.optionalInteger("max_days_per_week"),
                json.records("unavailable", "unavailable time", CollegeReader::weekly));
    }

    private static Course course(JsonRecord json) {
        return new Course(
                json.text("id"),
                json.text("name"),
                json.text("department"),
                json.flag("elective"),
                json.texts("batches"),
                json.records("activities", "activity template", CollegeReader::template));
    }

    private static ActivityTemplate template(JsonRecord json) {
        return new ActivityTemplate(
                json.text("id"),
                json.text("name"),
                json.text("type"),
                json.integer("duration", 1),
                json.integer("sessions_per_week", 1),
                json.choice("weeks", WeekPattern.class, WeekPattern.EVERY),
                json.choice("attendees", Granularity.class, Granularity.SUBGROUP),
                json.records(
                        "personnel",
                        "requirement",
                        need -> new Requirement(need.text("role"), need.integer("count", 1), need.texts("candidates"))),
                json.optionalText("room_type"),
                json.records("equipment", "equipment", CollegeReader::needed),
                json.integer("min_days_between", 0),
                json.optionalText("after"));
    }

    private static Preference preference(JsonRecord json) {
        return new Preference(
                json.text("person"),
                json.text("template"),
                json.choice("bucket", Preference.Bucket.class, Preference.Bucket.NEUTRAL),
                json.optionalInteger("order"),
                json.optionalText("reason"));
    }

    private static ActivityPin pin(JsonRecord json) {
        @Nullable DayOfWeek day = json.optionalChoice("day", DayOfWeek.class);
        return new ActivityPin(
                json.text("activity"),
                day,
                json.optionalInteger("slot"),
                json.optionalText("room"),
                json.texts("personnel"));
    }
}
