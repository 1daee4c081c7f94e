package org.horarium.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Course;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.Student;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;

/**
 * A problem of many classes as large universities have it (the shape of ITC-2019's largest): a term of weeks in slots of
 * five minutes, courses of a lecture and parallel seminars under it, students with five courses each, rooms in buildings
 * with a walk between them, teachers who cannot be in two places. Always the same for the same size.
 */
final class LargeUniversity {
    private static final int WEEKS = 13;
    private static final int SLOTS = 288;
    private static final int CLASSES_OF_COURSE = 5;
    private static final int STUDENTS_OF_COURSE = 60;
    private static final int COURSES_OF_STUDENT = 5;
    private static final int CLASSES_OF_ROOM = 22;
    private static final int ROOMS_OF_BUILDING = 12;
    private static final int CLASSES_OF_TEACHER = 3;
    private static final int[] DAY_PATTERNS = {1, 2, 4, 8, 16};

    private final Random random = new Random(1);
    private final int courses;

    private LargeUniversity(int classes) {
        courses = classes / CLASSES_OF_COURSE;
    }

    /** A problem of about so many classes. */
    static Problem of(int classes) {
        return new LargeUniversity(classes).problem();
    }

    private Problem problem() {
        int rooms = courses * CLASSES_OF_COURSE / CLASSES_OF_ROOM;
        List<Event> events = new ArrayList<>();
        List<Course> catalogue = new ArrayList<>();
        for (int c = 0; c < courses; c++) {
            String course = "c" + c;
            List<Course.SectionedClass> seminars = new ArrayList<>();
            events.add(event(course + "-lecture", 24, rooms));
            for (int i = 1; i < CLASSES_OF_COURSE; i++) {
                events.add(event(course + "-seminar" + i, 18, rooms));
                seminars.add(new Course.SectionedClass(
                        course + "-seminar" + i, STUDENTS_OF_COURSE / 3, course + "-lecture"));
            }
            catalogue.add(new Course(
                    course,
                    List.of(new Course.Config(
                            course,
                            List.of(
                                    new Course.Subpart(
                                            course + "-lectures",
                                            List.of(new Course.SectionedClass(
                                                    course + "-lecture", Integer.MAX_VALUE, null))),
                                    new Course.Subpart(course + "-seminars", seminars))))));
        }
        return new Problem(
                events.size() + " classes",
                new Grid(WEEKS, 7, SLOTS),
                IntStream.range(0, rooms).mapToObj(r -> room(r, rooms)).toList(),
                List.of(),
                List.of(),
                events,
                catalogue,
                students(),
                teachers(events),
                new Weights(2, 1, 0, 10, 5),
                List.of());
    }

    private Event event(String id, int length, int rooms) {
        long odd = 0b1010101010101L;
        long weeks = switch (random.nextInt(6)) {
            case 0 -> odd;
            case 1 -> odd << 1 & (1L << WEEKS) - 1;
            default -> (1L << WEEKS) - 1;
        };
        List<TimeOption> times = new ArrayList<>();
        for (int days : DAY_PATTERNS) {
            for (int start = 96; start + length <= 240; start += 24) {
                times.add(new TimeOption(new TimePattern(weeks, days, start, length), random.nextInt(5)));
            }
        }
        List<RoomOption> candidates = random.ints(10, 0, rooms)
                .distinct()
                .mapToObj(room -> new RoomOption("r" + room, random.nextInt(10)))
                .toList();
        return new Event(id, id, times, candidates, true, List.of(), List.of());
    }

    private Room room(int number, int rooms) {
        int buildings = rooms / ROOMS_OF_BUILDING + 1;
        Map<String, Integer> walks = IntStream.range(0, number)
                .filter(other -> other % buildings != number % buildings)
                .boxed()
                .collect(Collectors.toMap(
                        other -> "r" + other, other -> 1 + Math.abs(other % buildings - number % buildings) % 4));
        return new Room("r" + number, "Room " + number, 60, "b" + number % buildings, List.of(), walks);
    }

    /** Courses are taken by neighbours in the catalogue, so that students meet again in other courses. */
    private List<Student> students() {
        int count = courses * STUDENTS_OF_COURSE / COURSES_OF_STUDENT;
        return IntStream.range(0, count)
                .mapToObj(s -> new Student(
                        "s" + s,
                        random.ints(4L * COURSES_OF_STUDENT, 0, 40)
                                .map(offset -> (int) (((long) s * courses / count + offset) % courses))
                                .distinct()
                                .limit(COURSES_OF_STUDENT)
                                .mapToObj(course -> "c" + course)
                                .toList()))
                .toList();
    }

    private static List<Constraint> teachers(List<Event> events) {
        List<Constraint> constraints = new ArrayList<>();
        for (int first = 0; first + CLASSES_OF_TEACHER <= events.size(); first += CLASSES_OF_TEACHER) {
            List<String> given = events.subList(first, first + CLASSES_OF_TEACHER).stream()
                    .map(Event::id)
                    .toList();
            constraints.add(
                    new Distribution("teacher " + first, new DistributionRule.SameAttendees(), given, Strength.HARD));
            constraints.add(
                    new Distribution("day " + first, new DistributionRule.WorkDay(96), given, Strength.soft(2)));
        }
        return constraints;
    }
}
