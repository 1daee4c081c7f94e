package org.horarium.server.timetable;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.jspecify.annotations.Nullable;

/**
 * A week as a table: one column for each day, one row for each slot and each break. Activities that overlap share one
 * cell, side by side in lanes; so do the activities of A and B weeks.
 *
 * @param days the columns
 * @param rows the rows, from morning to evening
 */
public record WeekGrid(List<DayOfWeek> days, List<Row> rows) {
    public WeekGrid {
        days = List.copyOf(days);
        rows = List.copyOf(rows);
    }

    /** Whether there is nothing in it. */
    public boolean isEmpty() {
        return rows.stream()
                .flatMap(r -> r.cells().stream())
                .allMatch(c -> c.cards().isEmpty());
    }

    /** Most cards side by side in any cell, at least 1. */
    public int lanes() {
        return rows.stream()
                .flatMap(r -> r.cells().stream())
                .mapToInt(Cell::lanes)
                .max()
                .orElse(1);
    }

    /** All cards of a day, from morning to evening, for the list view. */
    public List<Card> cards(DayOfWeek day) {
        return rows.stream()
                .flatMap(r -> r.cells().stream())
                .filter(c -> c.day() == day)
                .flatMap(c -> c.cards().stream())
                .filter(Card::first)
                .sorted(Comparator.comparing(Card::start).thenComparingInt(Card::lane))
                .toList();
    }

    /**
     * A slot or a break.
     *
     * @param start clock time
     * @param end clock time
     * @param pause name of the break; null for a slot
     * @param cells the cells that begin in this row, by day; a day is missing where a cell from above reaches down here
     */
    public record Row(
            LocalTime start, LocalTime end, @Nullable String pause, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param day its column
     * @param rows number of rows that it covers, at least 1
     * @param lanes number of cards side by side, at least 1
     * @param cards what is in it; empty for a free slot
     */
    public record Cell(DayOfWeek day, int rows, int lanes, List<Card> cards) {
        public Cell {
            cards = List.copyOf(cards);
        }
    }

    /**
     * An activity as it is shown.
     *
     * @param activity its id
     * @param title what is taught
     * @param type lecture, lab, …
     * @param group who attends
     * @param room name of the room; null when it needs none
     * @param people names of those who give it
     * @param weeks in which weeks
     * @param elective whether only those attend who chose it
     * @param start clock time
     * @param end clock time
     * @param row first row within its cell, from 1
     * @param height rows it covers
     * @param lane column within its cell, from 1
     * @param colour number of its colour in the palette
     * @param first whether this is the first (mostly only) part of it
     */
    public record Card(
            String activity,
            String title,
            String type,
            String group,
            @Nullable String room,
            List<String> people,
            Weeks weeks,
            boolean elective,
            LocalTime start,
            LocalTime end,
            int row,
            int height,
            int lane,
            int colour,
            boolean first) {
        public Card {
            people = List.copyOf(people);
        }
    }
}
