package org.horarium.server.testing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.Granularity;
import org.horarium.formats.college.ActivityTemplate.Requirement;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.Batch.Section;
import org.horarium.formats.college.Batch.Subgroup;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.EquipmentCount;
import org.horarium.formats.college.Objective;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Preference;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.Student;
import org.horarium.formats.college.Term;
import org.horarium.formats.college.WeeklyTime;
import org.jspecify.annotations.Nullable;

/**
 * A college small enough to know by heart, with one of everything. CSE has the batches 2024-CSE (semester 3, sections A
 * with two subgroups and B) and 2025-CSE (semester 1), EEE has 2024-EEE (semester 3). Its term runs today.
 */
public final class TinyCollege {
    private TinyCollege() {}

    /** The college. */
    public static College college() {
        return new College(
                "Tiny College",
                term(),
                List.of(
                        new College.Department("CSE", "Computer Science"),
                        new College.Department("EEE", "Electrical Engineering"),
                        new College.Department("ART", "Arts")),
                List.of(new College.Building("NORTH", "North"), new College.Building("SOUTH", "South")),
                List.of(
                        new College.Equipment("scope", "Oscilloscope", 0),
                        new College.Equipment("beamer", "Beamer", 2)),
                rooms(),
                batches(),
                students(),
                personnel(),
                courses(),
                List.of(
                        new Preference("P2", "DB-lab", Preference.Bucket.PREFER, 1, null),
                        new Preference("P1", "DB-lecture", Preference.Bucket.STRONGLY_PREFER, null, null),
                        new Preference("P3", "CIRCUITS-lecture", Preference.Bucket.CANNOT, null, "On leave")),
                List.of(
                        new ActivityPin("DB-lecture/2024-CSE/1", DayOfWeek.MONDAY, 2, "N1", List.of("P1")),
                        new ActivityPin("GAMES-seminar/GAMES/1", DayOfWeek.TUESDAY, 1, null, List.of()),
                        new ActivityPin("CIRCUITS-lecture/2024-EEE/1", null, null, "S1", List.of())),
                new Objective(3, 2, 5, 0, 1));
    }

    private static Term term() {
        LocalDate today = LocalDate.now();
        return new Term(
                "T1",
                "First term",
                "2024-25",
                1,
                today.minusDays(20),
                today.plusDays(70),
                "UTC",
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY),
                List.of(slot(9), slot(10), slot(11), slot(13)),
                List.of(new Term.Break("Lunch", LocalTime.of(12, 0), LocalTime.of(13, 0))),
                List.of(new Term.Holiday(today.plusDays(3), "Founders' day")));
    }

    private static Term.Slot slot(int hour) {
        return new Term.Slot(LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0));
    }

    private static List<Room> rooms() {
        WeeklyTime cleaning = new WeeklyTime(DayOfWeek.WEDNESDAY, LocalTime.of(13, 0), LocalTime.of(14, 0));
        return List.of(
                new Room("N1", "North 1", "CSE", true, "NORTH", "lecture", 80, List.of(), List.of()),
                new Room("N2", "North lab", "CSE", false, "NORTH", "computer-lab", 30, List.of(), List.of(cleaning)),
                new Room(
                        "S1",
                        "South 1",
                        "EEE",
                        false,
                        "SOUTH",
                        "lecture",
                        60,
                        List.of(new EquipmentCount("scope", 4), new EquipmentCount("beamer", 1)),
                        List.of()),
                new Room("A1", "Atelier", "ART", false, null, "studio", 20, List.of(), List.of()),
                new Room("HALL", "Great hall", null, false, null, "lecture", 200, List.of(), List.of()));
    }

    private static List<Batch> batches() {
        return List.of(
                new Batch(
                        "2024-CSE",
                        "CSE 2024",
                        "CSE",
                        3,
                        List.of(
                                new Section("2024-CSE-B", "CSE 2024 B", 2, List.of()),
                                new Section(
                                        "2024-CSE-A",
                                        "CSE 2024 A",
                                        4,
                                        List.of(
                                                new Subgroup("2024-CSE-A1", "A1", 2),
                                                new Subgroup("2024-CSE-A2", "A2", 2))))),
                new Batch(
                        "2025-CSE",
                        "CSE 2025",
                        "CSE",
                        1,
                        List.of(new Section("2025-CSE-A", "CSE 2025 A", 30, List.of()))),
                new Batch(
                        "2024-EEE",
                        "EEE 2024",
                        "EEE",
                        3,
                        List.of(new Section("2024-EEE-A", "EEE 2024 A", 40, List.of()))));
    }

    private static List<Student> students() {
        return List.of(
                new Student("s1", "Ada Lind", "ada@tiny.example", "2024-CSE-A1", List.of("GAMES")),
                new Student("s2", "Ben Moor", null, "2024-CSE-A1", List.of()),
                new Student("s3", "Cleo Nash", null, "2024-CSE-A2", List.of()),
                new Student("s4", "Dan Orr", null, "2024-CSE-A2", List.of()),
                new Student("s5", "Eve Pane", null, "2024-CSE-B", List.of("GAMES")),
                new Student("s6", "Finn Roe", null, "2024-CSE-B", List.of("GAMES", "DRAW")));
    }

    private static List<Personnel> personnel() {
        WeeklyTime afternoon = new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(13, 0), LocalTime.of(14, 0));
        WeeklyTime morning = new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(10, 0));
        return List.of(
                new Personnel(
                        "P1", "Grace Hill", "grace@tiny.example", "CSE", List.of("lecturer"), 12, 4, 3, List.of()),
                new Personnel(
                        "P2",
                        "Hans Iver",
                        null,
                        "CSE",
                        List.of("lecturer", "assistant"),
                        10,
                        null,
                        null,
                        List.of(afternoon, morning)),
                new Personnel("P3", "Ida Jones", null, "EEE", List.of("lecturer"), 10, null, 2, List.of()),
                new Personnel("P4", "Jon Kerr", null, "ART", List.of("lecturer"), 6, null, null, List.of()),
                new Personnel(
                        "P5", "Kim Lark", null, "EEE", List.of("technician", "lecturer"), 6, null, null, List.of()));
    }

    private static List<Course> courses() {
        return List.of(
                new Course(
                        "DB",
                        "Databases",
                        "CSE",
                        false,
                        List.of("2024-CSE"),
                        List.of(
                                template(
                                        "DB-lecture",
                                        1,
                                        2,
                                        WeekPattern.EVERY,
                                        Granularity.BATCH,
                                        List.of(new Requirement("lecturer", 1, List.of("P2", "P1"))),
                                        "lecture",
                                        null),
                                template(
                                        "DB-lab",
                                        2,
                                        1,
                                        WeekPattern.A,
                                        Granularity.SUBGROUP,
                                        List.of(
                                                new Requirement("lecturer", 1, List.of()),
                                                new Requirement("assistant", 1, List.of())),
                                        "computer-lab",
                                        "DB-lecture"))),
                new Course(
                        "CIRCUITS",
                        "Circuits",
                        "EEE",
                        false,
                        List.of("2024-EEE", "2024-CSE"),
                        List.of(template(
                                "CIRCUITS-lecture",
                                1,
                                1,
                                WeekPattern.EVERY,
                                Granularity.BATCH,
                                List.of(new Requirement("lecturer", 1, List.of())),
                                "lecture",
                                null))),
                new Course(
                        "INTRO",
                        "Introduction",
                        "CSE",
                        false,
                        List.of("2025-CSE"),
                        List.of(template(
                                "INTRO-lecture",
                                1,
                                2,
                                WeekPattern.ALTERNATE,
                                Granularity.SECTION,
                                List.of(new Requirement("lecturer", 1, List.of())),
                                null,
                                null))),
                new Course(
                        "GAMES",
                        "Games",
                        "CSE",
                        true,
                        List.of("2024-CSE"),
                        List.of(
                                template(
                                        "GAMES-seminar",
                                        1,
                                        1,
                                        WeekPattern.EVERY,
                                        Granularity.BATCH,
                                        List.of(new Requirement("lecturer", 1, List.of("P2"))),
                                        "lecture",
                                        null),
                                template(
                                        "GAMES-lab",
                                        1,
                                        1,
                                        WeekPattern.B,
                                        Granularity.SUBGROUP,
                                        List.of(new Requirement("lecturer", 1, List.of("P2"))),
                                        "computer-lab",
                                        null))),
                new Course("DRAW", "Drawing", "ART", true, List.of("2024-CSE"), List.of()),
                new Course(
                        "POWER",
                        "Power",
                        "EEE",
                        false,
                        List.of("2024-EEE"),
                        List.of(template(
                                "POWER-lab",
                                1,
                                1,
                                WeekPattern.EVERY,
                                Granularity.SECTION,
                                List.of(new Requirement("technician", 1, List.of())),
                                "lecture",
                                null))));
    }

    private static ActivityTemplate template(
            String id,
            int duration,
            int sessions,
            WeekPattern weeks,
            Granularity attendees,
            List<Requirement> personnel,
            @Nullable String roomType,
            @Nullable String after) {
        return new ActivityTemplate(
                id,
                id.replace('-', ' '),
                id.substring(id.indexOf('-') + 1),
                duration,
                sessions,
                weeks,
                attendees,
                personnel,
                roomType,
                id.equals("DB-lecture") ? List.of(new EquipmentCount("beamer", 1)) : List.of(),
                sessions == 2 ? 1 : 0,
                after);
    }
}
