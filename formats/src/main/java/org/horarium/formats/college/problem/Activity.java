package org.horarium.formats.college.problem;

import java.util.ArrayList;
import java.util.List;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;

/**
 * One session to place: a template × an attendee group × an ordinal. The engine's event.
 *
 * @param id {@code template/group/ordinal}
 * @param course that it belongs to
 * @param template that it is a session of
 * @param group id of the batch, section or subgroup it is given to; of the course when an elective is given to all who
 *     chose it
 * @param ordinal from 1 to {@link ActivityTemplate#sessionsPerWeek()}
 * @param attendees who comes
 * @param size number of students who come
 */
public record Activity(
        String id,
        Course course,
        ActivityTemplate template,
        String group,
        int ordinal,
        List<Atom> attendees,
        int size) {
    public Activity {
        attendees = List.copyOf(attendees);
    }

    /** The id of an activity. */
    public static String id(String template, String group, int ordinal) {
        return template + "/" + group + "/" + ordinal;
    }

    /** All activities of a college: in the order of courses, templates, groups and ordinals. */
    public static List<Activity> all(College college) {
        return all(college, AttendeeGroups.of(college));
    }

    static List<Activity> all(College college, AttendeeGroups groups) {
        List<Activity> activities = new ArrayList<>();
        for (Course course : college.courses()) {
            for (ActivityTemplate template : course.activities()) {
                groups.attendees(course, template.attendees()).forEach((group, atoms) -> {
                    for (int ordinal = 1; ordinal <= template.sessionsPerWeek(); ordinal++) {
                        activities.add(new Activity(
                                id(template.id(), group, ordinal),
                                course,
                                template,
                                group,
                                ordinal,
                                atoms,
                                AttendeeGroups.size(atoms)));
                    }
                });
            }
        }
        return activities;
    }

    /** What the sessions of one template for one group have in common: {@code template/group}. */
    public String series() {
        return template.id() + "/" + group;
    }

    /** A name for people, for example "Databases, lab (CSE-2A1, 1 of 2)". */
    public String name() {
        String ordinals =
                template.sessionsPerWeek() == 1 ? "" : ", %d of %d".formatted(ordinal, template.sessionsPerWeek());
        return "%s (%s%s)".formatted(template.name(), group, ordinals);
    }
}
