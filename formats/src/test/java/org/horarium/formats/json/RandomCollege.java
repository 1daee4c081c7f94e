package org.horarium.formats.json;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
import org.jspecify.annotations.Nullable;

/** Small sound colleges, each from a seed. */
final class RandomCollege {
    private static final List<String> ODD_WORDS =
            List.of("plain", "\"quoted\"", "tab\tand\nline", "back\\slash", "žluťoučký 🐎", "<b>&amp;</b>", "a/b~c");

    private final Random random;

    private RandomCollege(long seed) {
        random = new Random(seed);
    }

    static College of(long seed) {
        return new RandomCollege(seed).college();
    }

    private College college() {
        List<Batch> batches = List.of(batch("X-1"), batch("X-2"));
        List<Course> courses = new ArrayList<>();
        for (int c = 0; c <= random.nextInt(4); c++) {
            courses.add(course("C" + c, c % 2 == 1));
        }
        String template = courses.get(0).activities().get(0).id();
        return new College(
                word(),
                term(),
                List.of(new College.Department("X", word())),
                List.of(new College.Building("B", word())),
                List.of(new College.Equipment("E", word(), 5)),
                List.of(room("R1", null), room("R2", "X")),
                batches,
                students(batches, courses),
                List.of(person("P1"), person("P2")),
                courses,
                List.of(new Preference(
                        "P1",
                        template,
                        pick(List.of(
                                Preference.Bucket.STRONGLY_PREFER,
                                Preference.Bucket.NEUTRAL,
                                Preference.Bucket.RATHER_NOT)),
                        maybe(1 + random.nextInt(9)),
                        maybe(word()))),
                List.<ActivityPin>of(),
                new Objective(number(), number(), number(), number(), number(), pick(List.of(Fairness.values()))));
    }

    private Term term() {
        List<Term.Slot> slots = new ArrayList<>();
        LocalTime at = LocalTime.of(7, random.nextInt(60), random.nextInt(60));
        for (int i = 0; i < 4; i++) {
            slots.add(new Term.Slot(at, at.plusMinutes(45)));
            at = at.plusMinutes(45 + random.nextInt(2) * 30L);
        }
        LocalTime end = slots.get(3).end();
        return new Term(
                "T",
                word(),
                "2026-27",
                1 + random.nextInt(4),
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 9, 1).plusDays(random.nextInt(200)),
                "UTC",
                List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                slots,
                random.nextBoolean() ? List.of() : List.of(new Term.Break(word(), end, end.plusMinutes(30))),
                List.of(new Term.Holiday(LocalDate.of(2026, 9, 1 + random.nextInt(30)), word())));
    }

    private Batch batch(String id) {
        List<Batch.Section> sections = new ArrayList<>();
        for (int s = 0; s <= random.nextInt(2); s++) {
            String section = id + (char) ('A' + s);
            int first = 1 + random.nextInt(9);
            int second = 1 + random.nextInt(9);
            sections.add(new Batch.Section(
                    section,
                    word(),
                    first + second,
                    random.nextBoolean()
                            ? List.of()
                            : List.of(
                                    new Batch.Subgroup(section + 1, word(), first),
                                    new Batch.Subgroup(section + 2, word(), second))));
        }
        return new Batch(id, word(), "X", 1 + random.nextInt(8), sections);
    }

    private List<Student> students(List<Batch> batches, List<Course> courses) {
        List<Student> students = new ArrayList<>();
        Batch batch = batches.get(random.nextInt(batches.size()));
        for (Batch.Section section : batch.sections()) {
            String leaf = section.subgroups().isEmpty()
                    ? section.id()
                    : section.subgroups().get(0).id();
            List<String> electives = courses.stream()
                    .filter(course -> course.elective() && course.batches().contains(batch.id()))
                    .map(Course::id)
                    .filter(course -> random.nextBoolean())
                    .toList();
            students.add(new Student("S" + students.size(), word(), maybe("a@b.example"), leaf, electives));
        }
        return students;
    }

    private Room room(String id, @Nullable String department) {
        return new Room(
                id,
                word(),
                department,
                random.nextBoolean(),
                maybe("B"),
                "room",
                40 + random.nextInt(50),
                random.nextBoolean() ? List.of() : List.of(new EquipmentCount("E", 1 + random.nextInt(3))),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new WeeklyTime(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(9, 30))));
    }

    private Personnel person(String id) {
        return new Personnel(
                id,
                word(),
                maybe("p@b.example"),
                "X",
                List.of("lecturer", "assistant"),
                random.nextInt(40),
                maybe(1 + random.nextInt(6)),
                maybe(1 + random.nextInt(5)),
                List.of());
    }

    private Course course(String id, boolean elective) {
        List<ActivityTemplate> templates = new ArrayList<>();
        for (int t = 0; t <= random.nextInt(3); t++) {
            int sessions = 1 + random.nextInt(3);
            templates.add(new ActivityTemplate(
                    id + "-" + t,
                    word(),
                    pick(List.of("lecture", "lab")),
                    1 + random.nextInt(2),
                    sessions,
                    pick(List.of(WeekPattern.values())),
                    pick(List.of(Granularity.values())),
                    List.of(new Requirement(
                            "lecturer", 1 + random.nextInt(2), random.nextBoolean() ? List.of() : List.of("P1", "P2"))),
                    maybe("room"),
                    random.nextBoolean() ? List.of() : List.of(new EquipmentCount("E", 1 + random.nextInt(5))),
                    sessions > 1 ? random.nextInt(2) : 0,
                    t > 0 && random.nextBoolean() ? id + "-0" : null));
        }
        return new Course(id, word(), "X", elective, List.of(pick(List.of("X-1", "X-2"))), templates);
    }

    private int number() {
        return random.nextInt(5);
    }

    private String word() {
        return pick(ODD_WORDS) + random.nextInt(100);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }
}
