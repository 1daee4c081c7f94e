package org.horarium.formats.itc2019;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;

/** Groups and fixed people, said with what the format has: times that are left out, and events that may not overlap. */
final class Attendance {
    private final Problem problem;
    private final Map<String, List<TimePattern>> unavailable = new HashMap<>();

    Attendance(Problem problem) {
        this.problem = problem;
        problem.groups().forEach(group -> unavailable.put(groupKey(group.id()), group.unavailable()));
        problem.people().forEach(person -> unavailable.put(personKey(person.id()), person.unavailable()));
    }

    /** The times of an event at which everybody who must be there is available. */
    List<TimeOption> possibleTimes(Event event) {
        List<TimePattern> closed = attendees(event).stream()
                .flatMap(attendee -> unavailable.getOrDefault(attendee, List.of()).stream())
                .toList();
        return event.times().stream()
                .filter(option -> closed.stream().noneMatch(option.pattern()::overlaps))
                .toList();
    }

    /** For each group and fixed person the events they attend, where there are two or more. */
    List<List<String>> eventsThatMayNotOverlap() {
        Map<String, List<String>> attended = new LinkedHashMap<>();
        for (Event event : problem.events()) {
            for (String attendee : attendees(event)) {
                attended.computeIfAbsent(attendee, id -> new ArrayList<>()).add(event.id());
            }
        }
        return attended.values().stream()
                .filter(events -> events.size() > 1)
                .distinct()
                .toList();
    }

    private static List<String> attendees(Event event) {
        List<String> attendees = new ArrayList<>();
        event.groups().forEach(group -> attendees.add(groupKey(group)));
        event.staff().stream()
                .flatMap(need -> need.candidates().stream())
                .forEach(option -> attendees.add(personKey(option.person())));
        return attendees;
    }

    private static String groupKey(String id) {
        return "group " + id;
    }

    private static String personKey(String id) {
        return "person " + id;
    }
}
