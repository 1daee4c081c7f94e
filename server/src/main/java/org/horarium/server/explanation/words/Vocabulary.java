package org.horarium.server.explanation.words;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.explain.Subject;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Term;
import org.horarium.formats.college.problem.CollegeProblem;
import org.horarium.server.explanation.Phrase.When;
import org.horarium.server.explanation.RecordLink;

/** The names of a college's records and the clock times of its slots. */
final class Vocabulary {
    /** Names that are told before the rest is only counted. */
    private static final int SHOWN = 5;

    private final College college;
    private final boolean twoWeeks;
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> rooms = new HashMap<>();
    private final Map<String, String> events = new HashMap<>();
    private final Map<String, String> templates = new HashMap<>();
    private final Map<String, String> equipment = new HashMap<>();
    private final Map<String, Integer> sessions = new HashMap<>();

    Vocabulary(CollegeProblem problem) {
        this.college = problem.college();
        this.twoWeeks = problem.problem().grid().weeks() > 1;
        college.personnel().forEach(person -> people.put(person.id(), person.name()));
        college.rooms().forEach(room -> rooms.put(room.id(), room.name()));
        college.equipment().forEach(thing -> equipment.put(thing.id(), thing.name()));
        college.courses().stream()
                .flatMap(course -> course.activities().stream())
                .forEach(template -> {
                    templates.put(template.id(), template.name());
                    sessions.put(template.id(), template.sessionsPerWeek());
                });
        for (Event event : problem.problem().events()) {
            events.put(event.id(), event.name());
        }
    }

    String person(String id) {
        return people.getOrDefault(id, id);
    }

    String room(String id) {
        return rooms.getOrDefault(id, id);
    }

    String event(String id) {
        return events.getOrDefault(id, id);
    }

    String template(String id) {
        return templates.getOrDefault(id, id);
    }

    /** How many sessions a week a template has. */
    int sessions(String template) {
        return sessions.getOrDefault(template, 1);
    }

    String equipment(String id) {
        return equipment.getOrDefault(id, id);
    }

    /** Some names in a row; of many the first few and how many follow. */
    static String some(List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        return distinct.size() <= SHOWN + 1
                ? String.join(", ", distinct)
                : String.join(", ", distinct.subList(0, SHOWN)) + " … (+" + (distinct.size() - SHOWN) + ")";
    }

    /** The clock times of a pattern, one for each of its days. */
    List<When> when(TimePattern pattern) {
        Term term = college.term();
        List<When> times = new ArrayList<>();
        for (int day = 0; day < term.days().size(); day++) {
            if ((pattern.days() >> day & 1) != 0) {
                DayOfWeek name = term.days().get(day);
                times.add(new When(
                        name,
                        term.slots().get(pattern.start()).start(),
                        term.slots().get(pattern.start() + pattern.length() - 1).end(),
                        weeks(pattern)));
            }
        }
        return times;
    }

    List<When> when(List<TimePattern> patterns) {
        return patterns.stream()
                .flatMap(pattern -> when(pattern).stream())
                .distinct()
                .toList();
    }

    private WeekPattern weeks(TimePattern pattern) {
        if (!twoWeeks || pattern.weeks() == 0b11) {
            return WeekPattern.EVERY;
        }
        return pattern.weeks() == 0b01 ? WeekPattern.A : WeekPattern.B;
    }

    /** Where the form of a record is. */
    RecordLink link(Subject subject) {
        return switch (subject.kind()) {
            case EVENT, PIN -> new RecordLink("templates", part(subject.id(), 0), event(subject.id()));
            case PERSON -> new RecordLink("personnel", subject.id(), person(subject.id()));
            case ROOM -> new RecordLink("rooms", subject.id(), room(subject.id()));
            // a group of students with the same electives: its subgroup or section comes before the first plus
            case GROUP -> new RecordLink("groups", subject.id().split("\\+", 2)[0], subject.name());
            case COURSE -> new RecordLink("courses", subject.id(), subject.name());
            case CONSTRAINT -> rule(subject.id());
        };
    }

    /** The record that makes a rule: see {@code CollegeConstraints}. */
    private RecordLink rule(String id) {
        String[] parts = id.split(":", 3);
        return switch (parts[0]) {
            case "equipment" -> new RecordLink("equipment", parts[1], equipment(parts[1]));
            case "days-between", "same-staff", "spread" -> templateLink(part(parts[1], 0));
            case "after" -> templateLink(part(parts[2], 0));
            default -> new RecordLink(null, id, id);
        };
    }

    private RecordLink templateLink(String template) {
        return new RecordLink("templates", template, template(template));
    }

    private static String part(String id, int index) {
        return id.split("/", -1)[index];
    }
}
