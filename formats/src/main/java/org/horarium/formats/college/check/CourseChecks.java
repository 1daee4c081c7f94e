package org.horarium.formats.college.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.Requirement;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.Personnel;

/** Courses and their activity templates, each by itself. */
final class CourseChecks {
    private final Ids ids;
    private final FaultCollector faults;
    private final Set<String> batches = new HashSet<>();
    private final Map<String, Personnel> people = new HashMap<>();

    private CourseChecks(College college, Ids ids, FaultCollector faults) {
        this.ids = ids;
        this.faults = faults;
        college.batches().stream().map(Batch::id).forEach(batches::add);
        college.personnel().forEach(person -> people.putIfAbsent(person.id(), person));
    }

    static void check(College college, Ids ids, FaultCollector faults) {
        CourseChecks checks = new CourseChecks(college, ids, faults);
        for (int c = 0; c < college.courses().size(); c++) {
            checks.course("/courses/" + c, college.courses().get(c));
        }
    }

    private void course(String where, Course course) {
        String owner = "course (%s)".formatted(Show.id(course.id()));
        Values.text(where, owner, "name", course.name(), faults);
        ids.departments.require(where + "/department", owner, course.department());
        if (course.batches().isEmpty()) {
            faults.add(where + "/batches", "The %s is for no batch. Name at least one.", owner);
        }
        Set<String> seen = new HashSet<>();
        for (int b = 0; b < course.batches().size(); b++) {
            String batch = course.batches().get(b);
            String at = where + "/batches/" + b;
            Values.once(at, owner, "batch", batch, seen, faults);
            boolean readable = !batch.equals(CollegeChecks.UNREADABLE) && !batches.contains(CollegeChecks.UNREADABLE);
            if (readable && !batches.contains(batch)) {
                faults.add(
                        at,
                        "The %s is for a batch (%s) that does not exist. %s",
                        owner,
                        batch,
                        faults.advice(batch, batches));
            }
        }
        for (int a = 0; a < course.activities().size(); a++) {
            template(where + "/activities/" + a, course, course.activities().get(a));
        }
        order(where, course);
    }

    private void template(String where, Course course, ActivityTemplate template) {
        String owner = "activity template (%s)".formatted(Show.id(template.id()));
        Values.text(where, owner, "name", template.name(), faults);
        Values.text(where, owner, "type", template.type(), faults);
        Values.optionalText(where, owner, "room_type", template.roomType(), faults);
        Values.range(where, owner, "duration", template.duration(), 1, Limits.MAX_SLOTS, faults);
        Values.range(where, owner, "sessions_per_week", template.sessionsPerWeek(), 1, Limits.MAX_SESSIONS, faults);
        Values.equipment(where, owner, template.equipment(), ids, faults);
        Values.range(where, owner, "min_days_between", template.minDaysBetween(), 0, 6, faults);
        Set<String> roles = new HashSet<>();
        for (int r = 0; r < template.personnel().size(); r++) {
            Requirement need = template.personnel().get(r);
            String at = where + "/personnel/" + r;
            Values.text(at, owner, "role", need.role(), faults);
            Values.once(at + "/role", owner, "role", need.role(), roles, faults);
            Values.range(at, owner, "count", need.count(), 1, Limits.MAX_COUNT, faults);
            candidates(at, owner, need);
        }
        if (template.after() != null && ids.templates.require(where + "/after", owner, template.after())) {
            after(where, owner, course, template);
        }
    }

    private void candidates(String where, String owner, Requirement need) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < need.candidates().size(); i++) {
            String id = need.candidates().get(i);
            String at = where + "/candidates/" + i;
            Values.once(at, owner, "candidate", id, seen, faults);
            Personnel person = people.get(id);
            if (person == null) {
                ids.personnel.require(at, owner, id);
            } else if (!person.roles().contains(need.role())
                    && !person.roles().contains(CollegeChecks.UNREADABLE)
                    && !need.role().equals(CollegeChecks.UNREADABLE)) {
                faults.add(
                        at,
                        "The %s lists the person (%s) as %s, but their roles are %s. Add the role or remove the candidate.",
                        owner,
                        id,
                        need.role(),
                        person.roles());
            }
        }
    }

    private void after(String where, String owner, Course course, ActivityTemplate template) {
        List<String> ofCourse =
                course.activities().stream().map(ActivityTemplate::id).toList();
        boolean readable =
                !CollegeChecks.UNREADABLE.equals(template.after()) && !ofCourse.contains(CollegeChecks.UNREADABLE);
        if (readable && !ofCourse.contains(template.after())) {
            faults.add(
                    where + "/after",
                    "The %s comes after (%s), which is not of the same course (%s); its templates are %s.",
                    owner,
                    template.after(),
                    Show.id(course.id()),
                    ofCourse);
        }
    }

    /** Follows {@code after} from each template; who comes back to the start stands in a circle. */
    private void order(String where, Course course) {
        Map<String, String> before = new HashMap<>();
        for (ActivityTemplate template : course.activities()) {
            if (template.after() != null) {
                before.put(template.id(), template.after());
            }
        }
        for (int a = 0; a < course.activities().size(); a++) {
            String start = course.activities().get(a).id();
            String at = before.get(start);
            int steps = 0;
            while (at != null && !at.equals(start) && steps < before.size()) {
                at = before.get(at);
                steps++;
            }
            if (at != null && at.equals(start) && !start.equals(CollegeChecks.UNREADABLE)) {
                faults.add(
                        where + "/activities/" + a + "/after",
                        "The activity template (%s) comes after itself, by way of (%s). Remove one of the after.",
                        start,
                        before.get(start));
            }
        }
    }
}
