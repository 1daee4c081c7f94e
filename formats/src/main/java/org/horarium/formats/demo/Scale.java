package org.horarium.formats.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.horarium.formats.college.Term;
import org.horarium.formats.demo.Curriculum.Year;

/**
 * How much there is of everything.
 *
 * @param name of the college
 * @param departments what is taught
 * @param sections sizes of the two sections of each year
 * @param lectures of a core subject in a week
 * @param slots of a day
 * @param lunch the one named break
 * @param lecturers of a department, of whom every fourth works part-time
 * @param assistants of a department
 * @param expertise who of the lecturers can give the subject with index 0; the next subject has the next lecturers
 * @param load slots in a week of a lecturer, a part-time lecturer and an assistant
 * @param halls lecture rooms for a whole batch
 * @param lectureRooms lecture rooms of the college
 * @param ownLectureRooms lecture rooms of each department, which it shares
 * @param seminarRooms rooms for tutorials
 * @param ownLabs laboratories of each department
 * @param simulationLabs laboratories that all share
 * @param captureKits sets for recording lectures, carried around
 */
record Scale(
        String name,
        List<Curriculum> departments,
        List<List<Integer>> sections,
        int lectures,
        List<Term.Slot> slots,
        Term.Break lunch,
        int lecturers,
        int assistants,
        List<Integer> expertise,
        Load load,
        int halls,
        int lectureRooms,
        int ownLectureRooms,
        int seminarRooms,
        int ownLabs,
        int simulationLabs,
        int captureKits) {

    /** Slots in a week. */
    record Load(int lecturer, int partTime, int assistant) {}

    private static final List<Term.Slot> LONG_DAY = List.of(
            slot("09:00", "10:00"),
            slot("10:00", "11:00"),
            slot("11:15", "12:15"),
            slot("12:15", "13:15"),
            slot("14:00", "15:00"),
            slot("15:00", "16:00"),
            slot("16:00", "17:00"));
    private static final Term.Break LATE_LUNCH = lunch("13:15", "14:00");
    private static final List<Term.Slot> SHORT_DAY = List.of(
            slot("09:00", "10:00"),
            slot("10:00", "11:00"),
            slot("11:15", "12:15"),
            slot("13:15", "14:15"),
            slot("14:15", "15:15"));
    private static final List<Integer> FIVE_OF_TWENTY = List.of(0, 3, 7, 12, 16);

    static Scale of(DemoCollege.Size size) {
        return switch (size) {
            case SMALL -> small();
            case COLLEGE -> college();
            case UNIVERSITY -> university();
        };
    }

    private static Scale small() {
        Year year = Curriculum.thirdYear(
                List.of(
                        Curriculum.simulation("CS201", "Data Structures"),
                        Curriculum.tutorial("CS202", "Discrete Mathematics"),
                        Curriculum.lecture("CS203", "Software Engineering")),
                Curriculum.lecture("CS251", "Computer Graphics"),
                Curriculum.lecture("CS252", "Data Mining"));
        Curriculum full = EngineeringCurricula.all().get(0);
        return new Scale(
                "Elm Lane School of Computing",
                List.of(new Curriculum(
                        full.code(), full.name(), full.labType(), full.labName(), full.scarce(), List.of(year))),
                List.of(List.of(40, 38)),
                2,
                SHORT_DAY,
                lunch("12:15", "13:15"),
                5,
                2,
                List.of(0, 1, 3),
                new Load(9, 5, 6),
                1,
                0,
                0,
                1,
                0,
                1,
                1);
    }

    private static Scale college() {
        List<Integer> sections = List.of(60, 60);
        return new Scale(
                "Northfield College of Engineering",
                EngineeringCurricula.all().subList(0, 3),
                List.of(sections, sections, sections),
                3,
                LONG_DAY,
                LATE_LUNCH,
                20,
                8,
                FIVE_OF_TWENTY,
                new Load(14, 8, 12),
                2,
                4,
                2,
                2,
                3,
                1,
                4);
    }

    private static Scale university() {
        return new Scale(
                "Northfield University of Technology",
                Stream.concat(EngineeringCurricula.all().stream(), ScienceCurricula.all().stream())
                        .toList(),
                List.of(List.of(84, 83), List.of(84, 83), List.of(83, 83)),
                3,
                LONG_DAY,
                LATE_LUNCH,
                20,
                8,
                FIVE_OF_TWENTY,
                new Load(14, 8, 12),
                6,
                12,
                2,
                6,
                3,
                3,
                8);
    }

    private static Term.Slot slot(String start, String end) {
        return new Term.Slot(LocalTime.parse(start), LocalTime.parse(end));
    }

    private static Term.Break lunch(String start, String end) {
        return new Term.Break("Lunch", LocalTime.parse(start), LocalTime.parse(end));
    }

    /** Students of the largest subgroup. */
    int largestSubgroup() {
        return (largestSection() + 1) / 2;
    }

    /** Students of the largest section. */
    int largestSection() {
        return sections.stream()
                .flatMap(List::stream)
                .mapToInt(size -> size)
                .max()
                .orElseThrow();
    }

    /** Students of the largest batch. */
    int largestBatch() {
        return sections.stream()
                .mapToInt(year -> year.stream().mapToInt(size -> size).sum())
                .max()
                .orElseThrow();
    }
}
