package org.horarium.server.importing.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.horarium.formats.xml.XmlElement;

/**
 * The days and hours of a FET file as a week of slots. Hours that are named after clock times get these, the others follow
 * each other from eight in the morning; an hour that is a break on every day becomes a break.
 */
final class FetCalendar {
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})[:.](\\d{2})");
    private static final List<String> WEEK =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final int HOUR = 60;
    private static final int MORNING = 8 * HOUR;
    private static final int DAY = 24 * HOUR;

    /** An hour of a day. */
    record Cell(String day, String hour) {}

    /** An hour on the clock, in minutes after midnight. */
    private record Span(int start, int end) {
        String text() {
            return clock(start) + "-" + clock(end);
        }
    }

    private final Map<String, String> days = new LinkedHashMap<>();
    private final Map<String, Span> hours = new LinkedHashMap<>();
    private final List<String> breaks = new ArrayList<>();

    private FetCalendar() {}

    /**
     * Reads the lists; what can't be a week of slots is noted, and no calendar is there then.
     *
     * @param pauses the cells that the file says are breaks
     */
    static FetCalendar of(XmlElement root, Collection<Cell> pauses, Sheets sheets) {
        FetCalendar calendar = new FetCalendar();
        List<String> names = names(root, "Days_List", "Day");
        if (names.size() > WEEK.size()) {
            sheets.note("Not taken over: the " + names.size()
                    + " days of the file; a week has seven. Enter the term by hand.");
            return calendar;
        }
        for (int i = 0; i < names.size(); i++) {
            calendar.days.put(names.get(i), WEEK.get(i));
        }
        int next = MORNING;
        for (String name : names(root, "Hours_List", "Hour")) {
            Span span = span(name, next);
            if (span.end() >= DAY) {
                sheets.note("Not taken over: the hours of the file, they go beyond midnight. Enter the term by hand.");
                calendar.days.clear();
                calendar.hours.clear();
                return calendar;
            }
            calendar.hours.put(name, span);
            next = span.end();
        }
        calendar.hours.keySet().stream()
                .filter(hour -> !calendar.days.isEmpty()
                        && calendar.days.keySet().stream().allMatch(day -> pauses.contains(new Cell(day, hour))))
                .forEach(calendar.breaks::add);
        return calendar;
    }

    private static List<String> names(XmlElement root, String list, String item) {
        return root.children(list).stream()
                .flatMap(element -> element.children(item).stream())
                .map(element -> element.textOf("Name"))
                .toList();
    }

    private static Span span(String name, int next) {
        Matcher clocks = CLOCK.matcher(name);
        int start = clocks.find() ? minutes(clocks) : next;
        start = next == MORNING ? start : Math.max(start, next);
        int end = clocks.hitEnd() || !clocks.reset(name).find() || !clocks.find() ? start + HOUR : minutes(clocks);
        return new Span(start, end > start ? end : start + HOUR);
    }

    private static int minutes(Matcher clock) {
        return Integer.parseInt(clock.group(1)) * HOUR + Integer.parseInt(clock.group(2));
    }

    private static String clock(int minutes) {
        return String.format(Locale.ROOT, "%02d:%02d", minutes / HOUR, minutes % HOUR);
    }

    /** Whether the file has a week that a term can have. */
    boolean isThere() {
        return !days.isEmpty() && !hours.isEmpty();
    }

    /** Number of days in the week; 0 when there is no calendar. */
    int dayCount() {
        return days.size();
    }

    /** Number of slots in the week; 0 when there is no calendar. */
    int slotCount() {
        return days.size() * (hours.size() - breaks.size());
    }

    /** The days of teaching, as the terms' column has them. */
    String days() {
        return String.join("; ", days.values());
    }

    /** The slots of a day, as the terms' column has them. */
    String slots() {
        return String.join(
                "; ",
                hours.entrySet().stream()
                        .filter(hour -> !breaks.contains(hour.getKey()))
                        .map(hour -> hour.getValue().text())
                        .toList());
    }

    /** The breaks of a day, as the terms' column has them. */
    String breaks() {
        return String.join(
                "; ",
                breaks.stream()
                        .map(hour -> "Break "
                                + hours.getOrDefault(hour, new Span(0, 0)).text())
                        .toList());
    }

    /** Whether a cell is of an hour that is a break on every day. */
    boolean isBreak(Cell cell) {
        return breaks.contains(cell.hour());
    }

    /** Cells as spans of the week, as the columns of unavailable times have them; hours that follow each other are one. */
    String spans(Set<Cell> cells) {
        List<String> spans = new ArrayList<>();
        days.forEach((day, weekday) -> {
            List<Span> own = hours.entrySet().stream()
                    .filter(hour -> cells.contains(new Cell(day, hour.getKey())))
                    .map(Map.Entry::getValue)
                    .sorted(Comparator.comparing(Span::start))
                    .toList();
            for (int i = 0; i < own.size(); ) {
                int last = i;
                while (last + 1 < own.size()
                        && own.get(last + 1).start() == own.get(last).end()) {
                    last++;
                }
                spans.add(weekday + " "
                        + new Span(own.get(i).start(), own.get(last).end()).text());
                i = last + 1;
            }
        });
        return String.join("; ", spans);
    }
}
