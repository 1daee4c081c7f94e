package org.horarium.formats.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.formats.college.ActivityPin;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.Objective;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Preference;
import org.horarium.formats.college.Student;
import org.horarium.formats.college.Term;

/**
 * Invented colleges, always the same for the same size.
 *
 * <p>Each has lectures by section, tutorials and laboratories by subgroup (with an assistant), electives across sections,
 * part-time staff, carried equipment that is scarce, a fixed lunch and preferences of half of the staff. Rooms are used
 * about 60 of 100 slots, lecturers and assistants carry about 70 of 100 slots of their limits.
 */
public final class DemoCollege {
    private static final int FIRST_YEAR_SHOWN = 2;
    private static final List<String> YEARS = List.of("second year", "third year", "fourth year");

    private DemoCollege() {}

    /** How large a college. */
    public enum Size {
        /** One year of one department: 25 activities, 78 students. Fits on a page. */
        SMALL,
        /** Three departments that share rooms: 132 activities and 360 students in each. */
        COLLEGE,
        /** Twelve departments: about 1,500 activities, 6,000 students. */
        UNIVERSITY
    }

    /** A college of a size. */
    public static College of(Size size) {
        Scale scale = Scale.of(size);
        List<College.Department> departments = new ArrayList<>();
        List<Batch> batches = new ArrayList<>();
        List<Student> students = new ArrayList<>();
        List<Personnel> personnel = new ArrayList<>();
        List<Course> courses = new ArrayList<>();
        List<Preference> preferences = new ArrayList<>();
        PeopleNames names = new PeopleNames();
        Campus campus = new Campus(scale);
        for (int d = 0; d < scale.departments().size(); d++) {
            Curriculum curriculum = scale.departments().get(d);
            departments.add(new College.Department(curriculum.code(), curriculum.name()));
            List<Batch> ofDepartment = StudentBody.batches(curriculum, scale);
            batches.addAll(ofDepartment);
            students.addAll(StudentBody.students(curriculum, ofDepartment, names));
            Staff staff = new Staff(curriculum, scale, names, d);
            personnel.addAll(staff.personnel());
            Courses taught = new Courses(curriculum, scale, staff);
            courses.addAll(taught.all());
            preferences.addAll(staff.preferences(taught.all()));
        }
        return new College(
                scale.name(),
                term(scale),
                departments,
                campus.buildings(),
                campus.equipment(),
                campus.rooms(),
                batches,
                students,
                personnel,
                courses,
                preferences,
                List.<ActivityPin>of(),
                Objective.BALANCED);
    }

    /**
     * The first department of {@link Size#COLLEGE} as a schedule of its own plans it: its batches, courses and people, and
     * the rooms that it may use. 132 activities.
     */
    public static College department() {
        College college = of(Size.COLLEGE);
        String department = college.departments().get(0).id();
        List<Batch> batches = college.batches().stream()
                .filter(batch -> batch.department().equals(department))
                .toList();
        Set<String> groups = batches.stream()
                .flatMap(batch -> batch.sections().stream())
                .flatMap(section -> Stream.concat(
                        Stream.of(section.id()), section.subgroups().stream().map(Batch.Subgroup::id)))
                .collect(Collectors.toSet());
        List<Personnel> personnel = college.personnel().stream()
                .filter(person -> person.department().equals(department))
                .toList();
        Set<String> people = personnel.stream().map(Personnel::id).collect(Collectors.toSet());
        return new College(
                college.name(),
                college.term(),
                college.departments(),
                college.buildings(),
                college.equipment(),
                college.rooms().stream()
                        .filter(room -> room.shared() || department.equals(room.department()))
                        .toList(),
                batches,
                college.students().stream()
                        .filter(student -> groups.contains(student.group()))
                        .toList(),
                personnel,
                college.courses().stream()
                        .filter(course -> course.department().equals(department))
                        .toList(),
                college.preferences().stream()
                        .filter(preference -> people.contains(preference.person()))
                        .toList(),
                college.pins(),
                college.objective());
    }

    private static Term term(Scale scale) {
        return new Term(
                "2026-AUTUMN",
                "Autumn 2026",
                "2026-27",
                1,
                LocalDate.of(2026, 10, 5),
                LocalDate.of(2027, 1, 29),
                "Europe/Vienna",
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                scale.slots(),
                List.of(scale.lunch()),
                List.of(
                        new Term.Holiday(LocalDate.of(2026, 10, 26), "National Day"),
                        new Term.Holiday(LocalDate.of(2026, 11, 2), "All Souls' Day"),
                        new Term.Holiday(LocalDate.of(2026, 12, 8), "Immaculate Conception"),
                        new Term.Holiday(LocalDate.of(2027, 1, 6), "Epiphany")));
    }

    /** Id of the batch of a year of study, counted from 0. */
    static String batch(Curriculum curriculum, int year) {
        return curriculum.code() + "-" + (FIRST_YEAR_SHOWN + year);
    }

    /** Name of a year of study, counted from 0. */
    static String year(int year) {
        return YEARS.get(year);
    }

    /** Semester of study of a year, counted from 0: the third, the fifth, … */
    static int semester(int year) {
        return 2 * (FIRST_YEAR_SHOWN + year) - 1;
    }
}
