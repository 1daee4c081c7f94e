package org.horarium.formats.itc2007;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.horarium.formats.FaultCollector;

/** Reads the lines of a {@code .ctt} file: a header, then sections of lines of words. */
final class CttReader {
    private static final List<String> HEADER =
            List.of("Name", "Courses", "Rooms", "Days", "Periods_per_day", "Curricula", "Constraints");
    private static final List<String> SECTIONS = List.of("COURSES", "ROOMS", "CURRICULA", "UNAVAILABILITY_CONSTRAINTS");
    private static final int MOST_LECTURES = 100_000;

    private final List<String> lines;
    private final FaultCollector faults = new FaultCollector();
    private final Map<String, String> header = new HashMap<>();
    private final Map<String, List<Line>> sections = new HashMap<>();
    private final Map<String, Ctt.CttCourse> courses = new LinkedHashMap<>();
    private final Map<String, Integer> rooms = new LinkedHashMap<>();
    private final Map<String, List<String>> curricula = new LinkedHashMap<>();
    private final Map<String, BitSet> unavailable = new HashMap<>();

    /** The words of a line. */
    private record Line(int number, String[] words) {}

    CttReader(List<String> lines) {
        this.lines = lines;
    }

    Ctt read() {
        split();
        int before = faults.size();
        int days = headerNumber("Days", 1, 31);
        int periods = headerNumber("Periods_per_day", 1, 1000);
        if (faults.size() > before) {
            // Nothing else means anything without the grid.
            faults.throwIfAny();
        }
        section("COURSES", 5, 5).forEach(line -> course(line, days * periods));
        section("ROOMS", 2, 2).forEach(this::room);
        section("CURRICULA", 2, Integer.MAX_VALUE).forEach(this::curriculum);
        section("UNAVAILABILITY_CONSTRAINTS", 3, 3).forEach(line -> unavailability(line, days, periods));
        counts();
        faults.throwIfAny();
        String name = header.getOrDefault("Name", "");
        return new Ctt(
                name.isBlank() ? "unnamed" : name,
                days,
                periods,
                List.copyOf(courses.values()),
                rooms,
                curricula,
                unavailable);
    }

    private void split() {
        List<Line> current = null;
        boolean ended = false;
        for (int i = 0; i < lines.size() && !ended; i++) {
            String line = lines.get(i).strip();
            int colon = line.indexOf(':');
            if (line.isEmpty()) {
                continue;
            }
            String key = colon < 0 ? "" : line.substring(0, colon).strip();
            if (line.toUpperCase(Locale.ROOT).startsWith("END")) {
                ended = true;
            } else if (SECTIONS.contains(key)) {
                current = sections.computeIfAbsent(key, name -> new ArrayList<>());
            } else if (current == null && HEADER.contains(key)) {
                header.put(key, line.substring(colon + 1).strip());
            } else if (colon == line.length() - 1 || current == null) {
                faults.add(
                        i + 1,
                        "A line (%s) is not expected here. The file needs the header %s and the sections %s."
                                .formatted(shortened(line), HEADER, SECTIONS));
            } else {
                current.add(new Line(i + 1, line.split("\\s+")));
            }
        }
        if (!ended) {
            faults.add(lines.size(), "The file ends without END; it seems to be cut off.");
        }
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    private List<Line> section(String name, int fewest, int most) {
        List<Line> found = sections.get(name);
        if (found == null) {
            faults.add("", "The section (%s:) is missing.", name);
            return List.of();
        }
        List<Line> good = new ArrayList<>();
        for (Line line : found) {
            if (line.words.length < fewest || line.words.length > most) {
                faults.add(
                        line.number,
                        "A line of %s needs %d words, this has %d.".formatted(name, fewest, line.words.length));
            } else {
                good.add(line);
            }
        }
        return good;
    }

    private void course(Line line, int available) {
        String id = line.words[0];
        Ctt.CttCourse course = new Ctt.CttCourse(
                id,
                line.words[1],
                number(line, 2, "number of lectures", 1, available),
                number(line, 3, "number of working days", 1, 31),
                number(line, 4, "number of students", 0, 1_000_000));
        if (courses.putIfAbsent(id, course) != null) {
            faults.add(line.number, "The course (%s) occurs twice; ids must be unique.".formatted(id));
        }
    }

    private void room(Line line) {
        int capacity = number(line, 1, "capacity", 0, 1_000_000);
        if (rooms.putIfAbsent(line.words[0], capacity) != null) {
            faults.add(line.number, "The room (%s) occurs twice; ids must be unique.".formatted(line.words[0]));
        }
    }

    private void curriculum(Line line) {
        String id = line.words[0];
        List<String> members = List.of(line.words).subList(2, line.words.length);
        int announced = number(line, 1, "number of courses", 0, 1_000_000);
        if (announced != members.size()) {
            faults.add(
                    line.number,
                    "The curriculum (%s) announces %d courses and lists %d.".formatted(id, announced, members.size()));
        }
        for (String course : members) {
            known(line, "curriculum (%s)".formatted(id), course);
        }
        List<String> distinct = members.stream().distinct().toList();
        if (distinct.size() < members.size()) {
            faults.add(line.number, "The curriculum (%s) lists a course twice.".formatted(id));
        }
        if (curricula.putIfAbsent(id, distinct) != null) {
            faults.add(line.number, "The curriculum (%s) occurs twice; ids must be unique.".formatted(id));
        }
    }

    private void unavailability(Line line, int days, int periods) {
        String course = line.words[0];
        known(line, "unavailability", course);
        int day = number(line, 1, "day", 0, days - 1);
        int period = number(line, 2, "period", 0, periods - 1);
        unavailable.computeIfAbsent(course, id -> new BitSet()).set(day * periods + period);
    }

    private void known(Line line, String owner, String course) {
        if (!courses.containsKey(course)) {
            faults.add(
                    line.number,
                    "The %s names a course (%s) that does not exist. %s"
                            .formatted(owner, course, faults.advice(course, courses.keySet())));
        }
    }

    private void counts() {
        counted("Courses", courses.size());
        counted("Rooms", rooms.size());
        counted("Curricula", curricula.size());
        counted(
                "Constraints",
                sections.getOrDefault("UNAVAILABILITY_CONSTRAINTS", List.of()).size());
        if (rooms.isEmpty()) {
            faults.add("", "There is no room; every lecture needs one.");
        }
        long lectures =
                courses.values().stream().mapToLong(Ctt.CttCourse::lectures).sum();
        if (lectures > MOST_LECTURES) {
            faults.add("", "There are %d lectures; at most %d are read.", lectures, MOST_LECTURES);
        }
    }

    private void counted(String key, int found) {
        if (header.containsKey(key) && headerNumber(key, 0, Integer.MAX_VALUE) != found) {
            faults.add("", "The header announces %s %s, the file has %d; is it cut off?", key, header.get(key), found);
        }
    }

    private int headerNumber(String key, int min, int max) {
        String value = header.get(key);
        if (value == null) {
            faults.add("", "The header has no line (%s:).", key);
            return min;
        }
        return number(0, "header's " + key, value, min, max);
    }

    private int number(Line line, int word, String what, int min, int max) {
        return number(line.number, what + " of " + line.words[0], line.words[word], min, max);
    }

    private int number(int line, String what, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of bounds.
        }
        faults.add(
                line == 0 ? "" : "line " + line,
                "The %s (%s) must be a whole number between %d and %d.",
                what,
                shortened(value),
                min,
                max);
        return min;
    }
}
