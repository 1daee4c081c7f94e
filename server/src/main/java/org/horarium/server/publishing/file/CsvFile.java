package org.horarium.server.publishing.file;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.horarium.server.document.CsvTable;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;

/** A line for each activity (RFC 4180, UTF-8, a header that stays the same). */
final class CsvFile {
    private static final List<String> HEADER = List.of(
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
            "personnel");

    private CsvFile() {}

    static byte[] write(Sheets sheets) {
        FrameNames names = new FrameNames(sheets.revision().frame());
        StringWriter text = new StringWriter();
        try (CsvTable table = new CsvTable(text, HEADER)) {
            for (PlacedActivity a : sheets.activities()) {
                List<LocalDate> dates = dates(sheets, a);
                table.row(List.of(
                        Integer.toString(sheets.revision().number()),
                        sheets.time(),
                        a.activity(),
                        names.template(a).courseName(),
                        names.template(a).name(),
                        names.template(a).type(),
                        names.group(a),
                        a.day().name().toLowerCase(Locale.ROOT),
                        names.start(a).toString(),
                        names.end(a).toString(),
                        a.weeks().name().toLowerCase(Locale.ROOT),
                        dates.isEmpty() ? "" : dates.get(0).toString(),
                        dates.isEmpty() ? "" : dates.get(dates.size() - 1).toString(),
                        Integer.toString(dates.size()),
                        Objects.requireNonNullElse(names.room(a), ""),
                        String.join("; ", names.people(a))));
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
}
