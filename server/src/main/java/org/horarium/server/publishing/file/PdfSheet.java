package org.horarium.server.publishing.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.horarium.server.timetable.TimetableView;
import org.horarium.server.timetable.WeekGrid;
import org.jspecify.annotations.Nullable;

/**
 * A week laid out for a sheet of paper: every length is in millimetres and computed here, so that a week fills exactly one
 * sheet whatever is in it; the letters get smaller where much stands in one place.
 *
 * @param name whose week
 * @param days names of the days
 * @param rows from morning to evening
 * @param timeWidth width of the column with the times
 * @param dayWidth width of a day
 */
public record PdfSheet(String name, List<String> days, List<Row> rows, double timeWidth, double dayWidth) {
    private static final double SIDE = 10;
    private static final double TOP_AND_BOTTOM = 22;
    private static final double HEAD = 19;
    private static final double PAUSE = 4.2;
    private static final double TIME = 15;
    private static final double BORDERS = 0.25;
    private static final double MM_PER_POINT = 0.3528;
    private static final double LARGEST = 8;
    private static final double SMALLEST = 4;
    private static final double STEP = 0.25;
    /** Mean width of a letter of DejaVu Sans, as part of its size. */
    private static final double LETTER = 0.6;

    private static final double LINE = 1.22;

    public PdfSheet {
        days = List.copyOf(days);
        rows = List.copyOf(rows);
    }

    /**
     * A slot or a break.
     *
     * @param start clock time
     * @param end clock time
     * @param pause name of the break; null for a slot
     * @param height of the row
     * @param cells those that begin here
     */
    public record Row(String start, String end, @Nullable String pause, double height, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param rows that it covers
     * @param height of all of them
     * @param cards in it
     */
    public record Cell(int rows, double height, List<Card> cards) {
        public Cell {
            cards = List.copyOf(cards);
        }
    }

    /**
     * An activity in its cell.
     *
     * @param card what it says
     * @param colour class of its colour
     * @param style where it stands and how large its letters are
     * @param lines what stands below the title
     */
    public record Card(WeekGrid.Card card, String colour, String style, List<String> lines) {
        public Card {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Lays out a week.
     *
     * @param view the week
     * @param paper in landscape
     */
    static PdfSheet of(TimetableView view, Paper paper) {
        WeekGrid grid = view.grid();
        long pauses = grid.rows().stream().filter(row -> row.pause() != null).count();
        long slots = Math.max(1, grid.rows().size() - pauses);
        double height = (paper.heightMm() - TOP_AND_BOTTOM - HEAD - pauses * PAUSE) / slots - BORDERS;
        double width =
                (paper.widthMm() - 2 * SIDE - TIME) / Math.max(1, grid.days().size());
        double largest = LARGEST * paper.heightMm() / Paper.A4.heightMm();
        return new PdfSheet(
                view.name(),
                view.days().stream().map(TimetableView.Day::name).toList(),
                grid.rows().stream()
                        .map(row -> row(row, height, width - BORDERS, largest))
                        .toList(),
                TIME,
                width);
    }

    private static Row row(WeekGrid.Row row, double height, double width, double largest) {
        return new Row(
                row.start().toString(),
                row.end().toString(),
                row.pause(),
                row.pause() == null ? height : PAUSE,
                row.cells().stream()
                        .map(cell -> new Cell(
                                cell.rows(),
                                cell.rows() * (height + BORDERS) - BORDERS,
                                cell.cards().stream()
                                        .map(card -> card(card, cell, height, width, largest))
                                        .toList()))
                        .toList());
    }

    private static Card card(WeekGrid.Card card, WeekGrid.Cell cell, double height, double width, double largest) {
        double lane = width / cell.lanes();
        double cardHeight = card.height() * (height + BORDERS) - BORDERS - 0.8;
        double inside = lane - 2.6;
        List<String> lines = lines(card);
        double size = largest;
        while (size > SMALLEST && needed(card.title(), lines, size, inside) > cardHeight - 0.8) {
            size -= STEP;
        }
        return new Card(
                card,
                "s" + card.colour(),
                String.format(
                        Locale.ROOT,
                        "left:%.2fmm;top:%.2fmm;width:%.2fmm;height:%.2fmm;font-size:%.2fpt",
                        (card.lane() - 1) * lane + 0.3,
                        (card.row() - 1) * (height + BORDERS) + 0.4,
                        inside + 0.6,
                        cardHeight - 0.8,
                        size),
                lines);
    }

    private static List<String> lines(WeekGrid.Card card) {
        List<String> lines = new ArrayList<>();
        if (!card.group().equals(card.title())) {
            lines.add(card.group());
        }
        if (card.room() != null) {
            lines.add(card.room());
        }
        if (!card.people().isEmpty()) {
            lines.add(String.join(", ", card.people()));
        }
        return lines;
    }

    /** About how high a text gets. */
    private static double needed(String title, List<String> lines, double size, double width) {
        double letter = size * LETTER * MM_PER_POINT;
        int perLine = (int) Math.max(3, width / letter);
        int count = wrapped(title, (int) Math.max(3, perLine / 1.12));
        for (String line : lines) {
            count += wrapped(line, perLine);
        }
        return count * size * LINE * MM_PER_POINT;
    }

    /** Number of lines of a text that breaks between words. */
    private static int wrapped(String text, int perLine) {
        int lines = 1;
        int used = 0;
        for (String word : text.split("\\s+", -1)) {
            int length = word.length();
            if (used > 0 && used + 1 + length > perLine) {
                lines++;
                used = 0;
            }
            lines += (length - 1) / perLine;
            used += length + (used > 0 ? 1 : 0);
        }
        return lines;
    }
}
