package org.horarium.server.publishing.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.TimetableView;
import org.horarium.server.timetable.WeekGrid;
import org.springframework.context.MessageSource;

/** A sheet with every date, and a grid for each week. Texts are written as texts, so none of them becomes a formula. */
final class XlsxFile {
    private static final int NAME_LENGTH = 31;
    private static final double SECONDS_OF_DAY = 24 * 60 * 60;
    private static final int[] WIDTHS = {12, 7, 8, 8, 8, 28, 34, 12, 24, 18, 40};
    private static final String[] COLUMNS = {
        "date", "day", "start", "end", "week", "course", "name", "type", "group", "room", "people"
    };

    private final Sheets sheets;
    private final MessageSource messages;
    private final Locale locale;
    private final Set<String> names = new HashSet<>();

    private XlsxFile(Sheets sheets, MessageSource messages, Locale locale) {
        this.sheets = sheets;
        this.messages = messages;
        this.locale = locale;
    }

    static byte[] write(Sheets sheets, String stamp, MessageSource messages, Locale locale) {
        return new XlsxFile(sheets, messages, locale).write(stamp);
    }

    private byte[] write(String stamp) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream();
                Workbook book = new Workbook(out, "Horarium", "1.0")) {
            dates(book.newWorksheet(sheetName(text("publishing.file.dates"))), stamp);
            for (TimetableView week : sheets.weeks()) {
                grid(book.newWorksheet(sheetName(week.name())), week, stamp);
            }
            book.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Occurrence(LocalDate date, PlacedActivity activity) {}

    private void dates(Worksheet sheet, String stamp) {
        FrameNames all = new FrameNames(sheets.revision().frame());
        sheet.value(0, 0, stamp);
        for (int column = 0; column < COLUMNS.length; column++) {
            sheet.value(1, column, text("publishing.file." + COLUMNS[column]));
            sheet.width(column, WIDTHS[column]);
        }
        sheet.range(1, 0, 1, COLUMNS.length - 1).style().bold().set();
        List<Occurrence> occurrences = new ArrayList<>();
        for (PlacedActivity a : sheets.activities()) {
            CsvFile.dates(sheets, a).forEach(date -> occurrences.add(new Occurrence(date, a)));
        }
        occurrences.sort((x, y) -> {
            int byDate = x.date().compareTo(y.date());
            return byDate != 0
                    ? byDate
                    : Integer.compare(x.activity().slot(), y.activity().slot());
        });
        int row = 2;
        for (Occurrence occurrence : occurrences) {
            PlacedActivity a = occurrence.activity();
            sheet.value(row, 0, occurrence.date());
            sheet.value(row, 1, a.day().getDisplayName(TextStyle.SHORT_STANDALONE, locale));
            sheet.value(row, 2, fraction(all.start(a)));
            sheet.value(row, 3, fraction(all.end(a)));
            sheet.value(row, 4, sheets.term().inWeekA(occurrence.date()) ? "A" : "B");
            sheet.value(row, 5, all.template(a).courseName());
            sheet.value(row, 6, all.template(a).name());
            sheet.value(row, 7, all.template(a).type());
            sheet.value(row, 8, all.group(a));
            sheet.value(row, 9, all.room(a));
            sheet.value(row, 10, String.join(", ", all.people(a)));
            row++;
        }
        if (row > 2) {
            sheet.range(2, 0, row - 1, 0).style().format("yyyy-mm-dd").set();
            sheet.range(2, 2, row - 1, 3).style().format("hh:mm").set();
            sheet.setAutoFilter(1, 0, row - 1, COLUMNS.length - 1);
        }
        sheet.freezePane(0, 2);
        page(sheet);
    }

    private void grid(Worksheet sheet, TimetableView week, String stamp) {
        WeekGrid grid = week.grid();
        sheet.value(0, 0, week.name());
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, stamp);
        int head = 2;
        sheet.value(head, 0, text("timetable.time"));
        sheet.width(0, 13);
        for (int day = 0; day < grid.days().size(); day++) {
            sheet.value(head, day + 1, week.days().get(day).name());
            sheet.width(day + 1, 34);
        }
        sheet.range(head, 0, head, grid.days().size())
                .style()
                .bold()
                .fillColor("E2EEED")
                .set();
        for (int i = 0; i < grid.rows().size(); i++) {
            WeekGrid.Row row = grid.rows().get(i);
            int at = head + 1 + i;
            sheet.value(at, 0, row.start() + "–" + row.end());
            if (row.pause() != null) {
                sheet.value(at, 1, row.pause());
                sheet.range(at, 1, at, grid.days().size()).merge();
                sheet.range(at, 0, at, grid.days().size())
                        .style()
                        .italic()
                        .fillColor("FAF9F6")
                        .set();
            }
            for (WeekGrid.Cell cell : row.cells()) {
                int column = grid.days().indexOf(cell.day()) + 1;
                sheet.value(at, column, cell.cards().stream().map(this::card).collect(Collectors.joining("\n\n")));
                if (cell.rows() > 1) {
                    sheet.range(at, column, at + cell.rows() - 1, column).merge();
                }
            }
        }
        int last = head + grid.rows().size();
        sheet.range(head, 0, last, grid.days().size())
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .borderStyle("thin")
                .borderColor("C9C5BA")
                .set();
        sheet.freezePane(1, head + 1);
        page(sheet);
    }

    private String card(WeekGrid.Card card) {
        List<String> lines = new ArrayList<>();
        lines.add(card.title()
                + (card.weeks() == PlacedActivity.Weeks.EVERY
                        ? ""
                        : " (" + text("timetable.week." + card.weeks()) + ")"));
        lines.add(card.group());
        if (card.room() != null) {
            lines.add(card.room());
        }
        if (!card.people().isEmpty()) {
            lines.add(String.join(", ", card.people()));
        }
        return String.join("\n", lines);
    }

    private static void page(Worksheet sheet) {
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.footer("&P / &N", Position.CENTER);
    }

    /** A name that is allowed for a sheet and not taken yet. */
    private String sheetName(String wanted) {
        String clean = wanted.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String base = clean.isEmpty() ? "?" : clean;
        String name = base.substring(0, Math.min(base.length(), NAME_LENGTH));
        for (int n = 2; !names.add(name.toLowerCase(Locale.ROOT)); n++) {
            String end = " (" + n + ")";
            name = base.substring(0, Math.min(base.length(), NAME_LENGTH - end.length())) + end;
        }
        return name;
    }

    private static double fraction(LocalTime time) {
        return time.toSecondOfDay() / SECONDS_OF_DAY;
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}
