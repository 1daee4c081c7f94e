package org.horarium.formats.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.Student;
import org.horarium.formats.demo.Curriculum.Subject;
import org.horarium.formats.demo.Curriculum.Year;

/** Batches of two sections of two subgroups each, and their students with their electives. */
final class StudentBody {
    private static final int SECOND_YEARS_CAME_IN = 25;
    /** Which two of four electives are taken together; each of the four is in two pairs, so all fill alike. */
    private static final List<List<Integer>> PAIRS =
            List.of(List.of(0, 1), List.of(2, 3), List.of(0, 2), List.of(1, 3));
    /** Of ten students, which of three electives each takes. */
    private static final List<Integer> SINGLES = List.of(0, 1, 2, 0, 1, 0, 2, 1, 0, 2);

    private StudentBody() {}

    static List<Batch> batches(Curriculum curriculum, Scale scale) {
        List<Batch> batches = new ArrayList<>();
        for (int year = 0; year < curriculum.years().size(); year++) {
            String id = DemoCollege.batch(curriculum, year);
            List<Batch.Section> sections = new ArrayList<>();
            List<Integer> sizes = scale.sections().get(year);
            for (int s = 0; s < sizes.size(); s++) {
                String section = id + (char) ('A' + s);
                int size = sizes.get(s);
                int half = (size + 1) / 2;
                sections.add(new Batch.Section(
                        section,
                        section,
                        size,
                        List.of(
                                new Batch.Subgroup(section + "1", section + "1", half),
                                new Batch.Subgroup(section + "2", section + "2", size - half))));
            }
            String name = "%s, %s".formatted(curriculum.name(), DemoCollege.year(year));
            batches.add(new Batch(id, name, curriculum.code(), DemoCollege.semester(year), sections));
        }
        return batches;
    }

    static List<Student> students(Curriculum curriculum, List<Batch> batches, PeopleNames names) {
        List<Student> students = new ArrayList<>();
        for (int year = 0; year < batches.size(); year++) {
            int number = 0;
            for (Batch.Section section : batches.get(year).sections()) {
                for (Batch.Subgroup subgroup : section.subgroups()) {
                    for (int i = 0; i < subgroup.size(); i++) {
                        String id = "%d%s%03d".formatted(SECOND_YEARS_CAME_IN - year, curriculum.code(), ++number);
                        students.add(new Student(
                                id,
                                names.next(),
                                id.toLowerCase(Locale.ROOT) + "@students.demo.horarium.org",
                                subgroup.id(),
                                electives(curriculum.years().get(year), number)));
                    }
                }
            }
        }
        return students;
    }

    private static List<String> electives(Year year, int number) {
        List<String> offered = year.electives().stream().map(Subject::code).toList();
        return switch (year.chosen()) {
            case 1 -> List.of(offered.get(SINGLES.get(number % SINGLES.size()) % offered.size()));
            case 2 ->
                PAIRS.get(number % PAIRS.size()).stream().map(offered::get).toList();
            default -> List.of();
        };
    }
}
