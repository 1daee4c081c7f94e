package org.horarium.server.importing.files;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.horarium.formats.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** The activities of a FET file as activity templates: those of one subject, duration and level of students are one. */
final class FetTemplates {
    /** A set of students: which level it is of, and in which year. */
    record Place(String level, String batch) {}

    /** What the activities of a template have in common. */
    private record Form(String subject, String batch, String level, int duration) {}

    /**
     * A template.
     *
     * @param code of the template
     * @param course code of its course
     * @param subject name
     * @param level batch, section or subgroup
     * @param duration in slots
     * @param activities all that it stands for, in their order
     */
    record Template(
            String code, String course, String subject, String level, int duration, List<XmlElement> activities) {
        /** The activities of each set of students. */
        Map<String, List<String>> idsBySet() {
            Map<String, List<String>> ids = new LinkedHashMap<>();
            activities.forEach(activity -> ids.computeIfAbsent(firstSet(activity), set -> new ArrayList<>())
                    .add(activity.textOf("Id")));
            return ids;
        }

        /** Sessions a week: the most that a set of students has. */
        int sessions() {
            return idsBySet().values().stream().mapToInt(List::size).max().orElse(1);
        }

        /** How many teachers and which, as the column has it; empty when there is none. */
        String needs() {
            Set<String> teachers = new TreeSet<>();
            int people = 0;
            for (XmlElement activity : activities) {
                List<XmlElement> given = activity.children("Teacher");
                given.forEach(teacher -> teachers.add(Sheets.code(teacher.text())));
                people = Math.max(people, given.size());
            }
            return people == 0 ? "" : people + " teacher: " + String.join(", ", teachers);
        }
    }

    private final Map<Form, Template> templates = new LinkedHashMap<>();
    private final Map<String, Template> byActivity = new HashMap<>();

    FetTemplates(XmlElement root, Map<String, Place> places, Sheets sheets) {
        int without = 0;
        int several = 0;
        int tagged = 0;
        for (XmlElement activity : Sheets.items(root, "Activities_List", "Activity")) {
            if (activity.textOf("Active").equals("false")) {
                continue;
            }
            Place place = places.get(firstSet(activity));
            if (place == null) {
                without++;
                continue;
            }
            several += activity.children("Students").size() > 1 ? 1 : 0;
            tagged += activity.children("Activity_Tag").isEmpty() ? 0 : 1;
            String subject = Sheets.name(activity.textOf("Subject"), "Subject");
            Form form = new Form(subject, place.batch(), place.level(), Sheets.number(activity, "Duration", 1));
            Template template = templates.computeIfAbsent(form, FetTemplates::template);
            template.activities().add(activity);
            byActivity.put(activity.textOf("Id"), template);
        }
        note(sheets, without, " activities without students.");
        note(
                sheets,
                several,
                " further sets of students of activities that have several; the first of each was taken.");
        note(sheets, tagged, " activities have tags, which records do not have.");
    }

    private static void note(Sheets sheets, int count, String what) {
        if (count > 0) {
            sheets.note("Not taken over: " + count + what);
        }
    }

    private static Template template(Form form) {
        String course = Sheets.code(form.subject() + " " + form.batch());
        return new Template(
                Sheets.code(course + " " + form.level() + " " + form.duration()),
                course,
                form.subject(),
                form.level(),
                form.duration(),
                new ArrayList<>());
    }

    private static String firstSet(XmlElement activity) {
        List<XmlElement> sets = activity.children("Students");
        return sets.isEmpty() ? "" : Sheets.code(sets.get(0).text());
    }

    /** All, in the order of their first activities. */
    List<Template> all() {
        return List.copyOf(templates.values());
    }

    /** Codes of the courses, with the year that each is for. */
    Map<String, Course> courses() {
        Map<String, Course> courses = new LinkedHashMap<>();
        templates.forEach(
                (form, template) -> courses.putIfAbsent(template.course(), new Course(form.subject(), form.batch())));
        return courses;
    }

    /** A course: its subject and its batch. */
    record Course(String subject, String batch) {}

    /** The template that an activity belongs to; null when it was left out. */
    @Nullable
    Template of(String activity) {
        return byActivity.get(activity);
    }

    /** The only template that all of these activities belong to; null when there is none. */
    @Nullable
    Template ofAll(List<String> activities) {
        Set<Template> found = new LinkedHashSet<>();
        for (String id : activities) {
            Template template = of(id);
            if (template == null) {
                return null;
            }
            found.add(template);
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }
}
