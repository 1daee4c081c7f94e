package org.horarium.formats.college.check;

import java.util.HashMap;
import java.util.Map;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.Granularity;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;

/** How much a college may hold: far more than any real one, and little enough to be checked in a moment. */
final class Limits {
    static final int MAX_SLOTS = 288;
    static final int MAX_SESSIONS = 50;
    static final int MAX_COUNT = 100;
    static final int MAX_SIZE = 100_000;
    private static final int RECORDS = 5_000;
    private static final int STUDENTS = 200_000;
    private static final int ACTIVITIES = 50_000;

    private Limits() {}

    static boolean exceeded(College college, FaultCollector faults) {
        int templates = college.courses().stream()
                .mapToInt(course -> course.activities().size())
                .sum();
        int before = faults.faults().size();
        tooMany("/term/slots", "slots", college.term().slots().size(), MAX_SLOTS, faults);
        tooMany("/term/breaks", "breaks", college.term().breaks().size(), MAX_SLOTS, faults);
        tooMany("/departments", "departments", college.departments().size(), RECORDS, faults);
        tooMany("/equipment", "kinds of equipment", college.equipment().size(), RECORDS, faults);
        tooMany("/rooms", "rooms", college.rooms().size(), RECORDS, faults);
        tooMany("/batches", "batches", college.batches().size(), RECORDS, faults);
        tooMany("/students", "students", college.students().size(), STUDENTS, faults);
        tooMany("/personnel", "personnel", college.personnel().size(), RECORDS, faults);
        tooMany("/courses", "courses", college.courses().size(), RECORDS, faults);
        tooMany("/courses", "activity templates", templates, 2 * RECORDS, faults);
        tooMany("/preferences", "preferences", college.preferences().size(), STUDENTS, faults);
        tooMany("/pins", "pins", college.pins().size(), ACTIVITIES, faults);
        return faults.faults().size() > before;
    }

    private static void tooMany(String where, String what, int number, int most, FaultCollector faults) {
        if (number > most) {
            faults.add(
                    where,
                    "There are %d %s, and at most %d can be planned together. Split the college.",
                    number,
                    what,
                    most);
        }
    }

    /** Counts the activities without making them. */
    static boolean tooManyActivities(College college, FaultCollector faults) {
        Map<String, Batch> batches = new HashMap<>();
        college.batches().forEach(batch -> batches.putIfAbsent(batch.id(), batch));
        long activities = 0;
        for (Course course : college.courses()) {
            for (String id : course.batches()) {
                Batch batch = batches.get(id);
                if (batch != null) {
                    for (ActivityTemplate template : course.activities()) {
                        activities +=
                                (long) groups(batch, template.attendees()) * Math.max(1, template.sessionsPerWeek());
                    }
                }
            }
        }
        if (activities > ACTIVITIES) {
            faults.add(
                    "/courses",
                    "The courses make %d activities, and at most %d can be planned together. Split the college, or check"
                            + " the sessions_per_week.",
                    activities,
                    ACTIVITIES);
        }
        return activities > ACTIVITIES;
    }

    private static int groups(Batch batch, Granularity granularity) {
        return switch (granularity) {
            case BATCH -> 1;
            case SECTION -> batch.sections().size();
            case SUBGROUP ->
                batch.sections().stream()
                        .mapToInt(section -> Math.max(1, section.subgroups().size()))
                        .sum();
        };
    }
}
