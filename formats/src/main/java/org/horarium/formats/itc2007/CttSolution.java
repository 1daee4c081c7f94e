package org.horarium.formats.itc2007;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.formats.FaultCollector;

/** Solutions: a line for each lecture. */
final class CttSolution {
    private CttSolution() {}

    static Plan read(List<String> lines, Problem problem) {
        FaultCollector faults = new FaultCollector();
        Map<String, List<Event>> lectures = new LinkedHashMap<>();
        problem.events()
                .forEach(event -> lectures.computeIfAbsent(Ctt.courseOf(event.id()), course -> new ArrayList<>())
                        .add(event));
        Set<String> rooms = new HashSet<>();
        problem.rooms().forEach(room -> rooms.add(room.id()));
        Map<String, Integer> used = new HashMap<>();
        List<Placement> placements = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int before = faults.size();
            String[] words = line.split("\\s+");
            if (words.length != 4) {
                faults.add(
                        i + 1,
                        "A line of a solution is: course room day period; this has %d words.".formatted(words.length));
                continue;
            }
            List<Event> events = lectures.getOrDefault(words[0], List.of());
            if (events.isEmpty()) {
                faults.add(
                        i + 1,
                        "The course (%s) does not exist in problem %s. %s"
                                .formatted(words[0], problem.name(), faults.advice(words[0], lectures.keySet())));
            }
            if (!rooms.contains(words[1])) {
                faults.add(
                        i + 1,
                        "The room (%s) does not exist in problem %s. %s"
                                .formatted(words[1], problem.name(), faults.advice(words[1], rooms)));
            }
            int day = number(i + 1, "day", words[2], problem.grid().days(), faults);
            int period = number(i + 1, "period", words[3], problem.grid().slotsPerDay(), faults);
            if (faults.size() == before) {
                int lecture = used.merge(words[0], 1, Integer::sum);
                Event event = events.get(Math.min(lecture, events.size()) - 1);
                placements.add(
                        new Placement(event.id(), new TimePattern(1, 1 << day, period, 1), words[1], teachers(event)));
            }
        }
        faults.throwIfAny();
        return new Plan(placements, Map.of());
    }

    /** The format does not name the teachers: each course has its own. */
    private static List<StaffAssignment> teachers(Event event) {
        return event.staff().stream()
                .flatMap(need ->
                        need.candidates().stream().map(option -> new StaffAssignment(need.role(), option.person())))
                .toList();
    }

    private static int number(int line, String what, String value, int below, FaultCollector faults) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number < below) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of bounds.
        }
        faults.add(line, "The %s (%s) must be a whole number from 0 to %d.".formatted(what, value, below - 1));
        return 0;
    }

    static String text(Plan plan) {
        StringBuilder text = new StringBuilder();
        for (Placement placement : plan.placements()) {
            text.append(Ctt.courseOf(placement.event()))
                    .append(' ')
                    .append(placement.room())
                    .append(' ')
                    .append(Integer.numberOfTrailingZeros(placement.time().days()))
                    .append(' ')
                    .append(placement.time().start())
                    .append('\n');
        }
        return text.toString();
    }
}
