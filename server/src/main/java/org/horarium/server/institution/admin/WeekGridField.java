package org.horarium.server.institution.admin;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.server.institution.records.Values;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Spans of the week as cells of a term's grid, to be painted, and back. */
@Component
class WeekGridField {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final JdbcClient jdbc;

    WeekGridField(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A slot of the day. */
    record Slot(LocalTime start, LocalTime end) {
        String text() {
            return start.format(CLOCK) + "–" + end.format(CLOCK);
        }
    }

    /**
     * A cell.
     *
     * @param key {@code 1/09:00}: day and start
     * @param away whether it is painted
     */
    record Cell(String key, boolean away) {}

    /** A slot through the week. */
    record Line(String label, List<Cell> cells) {}

    /**
     * What is shown.
     *
     * @param term name of the term whose grid it is
     * @param days of teaching
     * @param lines the slots of the day
     * @param rest spans that the grid can't show, as text
     */
    record View(String term, List<DayOfWeek> days, List<Line> lines, String rest) {}

    private record Grid(String term, List<DayOfWeek> days, List<Slot> slots) {}

    /** The grid of the term that runs, else of the next, else of the last; null when there is none. */
    private @Nullable Grid grid() {
        record Term(java.util.UUID id, String name) {}
        Term term = jdbc.sql("""
                        SELECT id, name
                        FROM term, LATERAL (SELECT (now() AT TIME ZONE time_zone)::date AS date) today
                        WHERE archived_at IS NULL
                        ORDER BY CASE WHEN today.date BETWEEN first_day AND last_day THEN 0
                                      WHEN first_day > today.date THEN 1 ELSE 2 END,
                                 abs(first_day - today.date)
                        LIMIT 1
                        """).query(Term.class).optional().orElse(null);
        if (term == null) {
            return null;
        }
        List<DayOfWeek> days = jdbc.sql("SELECT day FROM term_day WHERE term_id = ? ORDER BY position")
                .param(term.id())
                .query((row, n) -> DayOfWeek.of(row.getInt("day")))
                .list();
        List<Slot> slots = jdbc.sql("""
                        SELECT start_time, end_time FROM term_period
                        WHERE term_id = ? AND kind = 'SLOT' ORDER BY start_time
                        """)
                .param(term.id())
                .query((row, n) -> new Slot(
                        row.getObject("start_time", LocalTime.class), row.getObject("end_time", LocalTime.class)))
                .list();
        return days.isEmpty() || slots.isEmpty() ? null : new Grid(term.name(), days, slots);
    }

    /**
     * The grid for some spans.
     *
     * @param spans canonical text
     * @return null when there is no term with a grid
     */
    @Nullable
    View view(String spans) {
        Grid grid = grid();
        if (grid == null) {
            return null;
        }
        Set<String> painted = new HashSet<>();
        List<String> rest = new ArrayList<>();
        for (Object[] span : Values.spansOf(spans)) {
            Set<String> cells = cells(grid, span);
            if (cells.isEmpty()) {
                rest.add(DayOfWeek.of((Integer) span[0]).name().toLowerCase(Locale.ROOT) + " "
                        + ((LocalTime) span[1]).format(CLOCK) + "-" + ((LocalTime) span[2]).format(CLOCK));
            }
            painted.addAll(cells);
        }
        List<Line> lines = grid.slots().stream()
                .map(slot -> new Line(
                        slot.text(),
                        grid.days().stream()
                                .map(day -> key(day, slot))
                                .map(key -> new Cell(key, painted.contains(key)))
                                .toList()))
                .toList();
        return new View(grid.term(), grid.days(), lines, String.join("; ", rest));
    }

    private static String key(DayOfWeek day, Slot slot) {
        return day.getValue() + "/" + slot.start().format(CLOCK);
    }

    /** The cells that make exactly this span, breaks between them aside; none when there are no such. */
    private static Set<String> cells(Grid grid, Object[] span) {
        DayOfWeek day = DayOfWeek.of((Integer) span[0]);
        LocalTime start = (LocalTime) span[1];
        LocalTime end = (LocalTime) span[2];
        List<Slot> inside = grid.slots().stream()
                .filter(slot -> slot.start().isBefore(end) && slot.end().isAfter(start))
                .toList();
        boolean exact = !inside.isEmpty()
                && grid.days().contains(day)
                && inside.get(0).start().equals(start)
                && inside.get(inside.size() - 1).end().equals(end);
        return exact ? inside.stream().map(slot -> key(day, slot)).collect(Collectors.toSet()) : Set.of();
    }

    /**
     * The spans that somebody painted.
     *
     * @param before canonical text of what was there, which stays when the same cells are painted
     * @param painted keys of cells
     * @param rest other spans, as people write them
     */
    String read(String before, List<String> painted, String rest) {
        Grid grid = grid();
        View shown = view(before);
        if (grid == null || shown == null) {
            return rest;
        }
        Set<String> cells = Set.copyOf(painted);
        Set<String> old = shown.lines().stream()
                .flatMap(line -> line.cells().stream())
                .filter(Cell::away)
                .map(Cell::key)
                .collect(Collectors.toSet());
        if (cells.equals(old) && rest.strip().equals(shown.rest())) {
            return before;
        }
        List<String> spans = new ArrayList<>();
        for (DayOfWeek day : grid.days()) {
            Slot first = null;
            Slot last = null;
            for (Slot slot : grid.slots()) {
                if (cells.contains(key(day, slot))) {
                    first = first == null ? slot : first;
                    last = slot;
                } else if (first != null && last != null) {
                    spans.add(text(day, first, last));
                    first = null;
                }
            }
            if (first != null && last != null) {
                spans.add(text(day, first, last));
            }
        }
        if (!rest.isBlank()) {
            spans.add(rest.strip());
        }
        return String.join("; ", spans);
    }

    private static String text(DayOfWeek day, Slot first, Slot last) {
        return day.name().toLowerCase(Locale.ROOT) + " " + first.start().format(CLOCK) + "-"
                + last.end().format(CLOCK);
    }
}
