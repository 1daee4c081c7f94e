package org.horarium.server.schedule.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.WeeklyTime;
import org.horarium.formats.college.problem.Activity;

/** What is in a schedule as tables: its activities by course, its rooms by type with the slots that are asked of them. */
final class ScopeTables {
    private ScopeTables() {}

    /**
     * A template of a course.
     *
     * @param template what is taught
     * @param weekly activities that it makes in a week
     * @param givers codes of people who can give it
     */
    record Line(ActivityTemplate template, long weekly, List<String> givers) {}

    /** A course with its templates. */
    record CourseLines(Course course, List<Line> lines) {}

    static List<CourseLines> courses(College college) {
        Map<String, Long> weekly = weekly(college);
        List<CourseLines> courses = new ArrayList<>();
        for (Course course : college.courses()) {
            courses.add(new CourseLines(
                    course,
                    course.activities().stream()
                            .map(template -> new Line(
                                    template,
                                    weekly.getOrDefault(template.id(), 0L),
                                    givers(college, course, template)))
                            .toList()));
        }
        return courses;
    }

    private static Map<String, Long> weekly(College college) {
        return Activity.all(college).stream()
                .collect(Collectors.groupingBy(activity -> activity.template().id(), Collectors.counting()));
    }

    private static List<String> givers(College college, Course course, ActivityTemplate template) {
        TreeSet<String> givers = new TreeSet<>();
        template.personnel().forEach(need -> {
            givers.addAll(need.candidates());
            if (need.candidates().isEmpty()) {
                college.personnel().stream()
                        .filter(person -> person.department().equals(course.department())
                                && person.roles().contains(need.role()))
                        .forEach(person -> givers.add(person.id()));
            }
        });
        return List.copyOf(givers);
    }

    /**
     * Rooms of one type.
     *
     * @param type its code
     * @param rooms of this type
     * @param need slots a week that activities ask for; those of every other week count half
     * @param have slots a week that the rooms have
     */
    record TypeLine(String type, List<Room> rooms, double need, long have) {
        public int seats() {
            return rooms.stream().mapToInt(Room::capacity).max().orElse(0);
        }

        public boolean enough() {
            return need <= have;
        }
    }

    static List<TypeLine> rooms(College college) {
        Map<String, Double> need = new LinkedHashMap<>();
        Map<String, Long> weekly = weekly(college);
        college.courses().stream()
                .flatMap(course -> course.activities().stream())
                .filter(template -> template.roomType() != null)
                .forEach(template -> need.merge(
                        String.valueOf(template.roomType()),
                        weekly.getOrDefault(template.id(), 0L)
                                * template.duration()
                                * (template.weeks() == WeekPattern.EVERY ? 1 : 0.5),
                        Double::sum));
        Map<String, List<Room>> byType = college.rooms().stream()
                .collect(Collectors.groupingBy(Room::type, LinkedHashMap::new, Collectors.toList()));
        TreeSet<String> types = new TreeSet<>(need.keySet());
        types.addAll(byType.keySet());
        return types.stream()
                .map(type -> {
                    List<Room> rooms = byType.getOrDefault(type, List.of());
                    return new TypeLine(
                            type,
                            rooms,
                            need.getOrDefault(type, 0.0),
                            rooms.stream()
                                    .mapToLong(room -> free(college, room))
                                    .sum());
                })
                .toList();
    }

    private static long free(College college, Room room) {
        return college.term().days().stream()
                .mapToLong(day -> college.term().slots().stream()
                        .filter(slot -> room.unavailable().stream()
                                .noneMatch(away -> covers(away, day, slot.start(), slot.end())))
                        .count())
                .sum();
    }

    private static boolean covers(
            WeeklyTime away, java.time.DayOfWeek day, java.time.LocalTime start, java.time.LocalTime end) {
        return away.day() == day && away.start().isBefore(end) && away.end().isAfter(start);
    }
}
