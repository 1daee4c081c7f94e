package org.horarium.server.publishing.file;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.jspecify.annotations.Nullable;

/** A line for each activity (RFC 4180, UTF-8, a header that stays the same). */
final class CsvFile {
    private static final String[] HEADER = {
        "revision",
        "exported_at",
        "activity",
        "course",
        "name",
        "type",
        "group",
        "day",
        "start",
        "end",
        "weeks",
        "first_date",
        "last_date",
        "dates",
        "room",
        "personnel"
    };

    private CsvFile() {}

    static byte[] write(Sheets sheets) {
        FrameNames names = new FrameNames(sheets.revision().frame());
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader(HEADER).get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (PlacedActivity a : sheets.activities()) {
                List<LocalDate> dates = dates(sheets, a);
                printer.printRecord(
                        sheets.revision().number(),
                        sheets.time(),
                        safe(a.activity()),
                        safe(names.template(a).courseName()),
                        safe(names.template(a).name()),
                        safe(names.template(a).type()),
                        safe(names.group(a)),
                        a.day().name().toLowerCase(Locale.ROOT),
                        names.start(a),
                        names.end(a),
                        a.weeks().name().toLowerCase(Locale.ROOT),
                        dates.isEmpty() ? "" : dates.get(0),
                        dates.isEmpty() ? "" : dates.get(dates.size() - 1),
                        dates.size(),
                        safe(names.room(a)),
                        safe(String.join("; ", names.people(a))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** All dates of an activity in the term. */
    static List<LocalDate> dates(Sheets sheets, PlacedActivity a) {
        return sheets.term()
                .dates(
                        a.day(),
                        a.weeks() != Weeks.B,
                        a.weeks() != Weeks.A,
                        sheets.term().first(),
                        sheets.term().last());
    }

    /** A text that a spreadsheet would take for a formula gets a quote in front. */
    static String safe(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
