package org.horarium.server.publishing.file;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.horarium.server.document.CalendarEvent;
import org.horarium.server.document.CalendarEvent.Series;
import org.horarium.server.document.CalendarFile;
import org.horarium.server.publishing.feed.CalendarIds;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;

/**
 * Events to be imported once. They have the identities of the calendar feeds, and the revision's number as SEQUENCE: the
 * file of a later revision moves what an earlier one has put into a calendar.
 */
final class IcsFile {
    private IcsFile() {}

    static byte[] write(Sheets sheets, String installation) {
        FrameNames names = new FrameNames(sheets.revision().frame());
        List<CalendarEvent> events = new ArrayList<>();
        for (PlacedActivity a : sheets.activities()) {
            List<LocalDate> dates = CsvFile.dates(sheets, a);
            if (!dates.isEmpty()) {
                events.add(event(sheets, names, a, dates, installation));
            }
        }
        String name = sheets.weeks().size() == 1 ? sheets.weeks().get(0).name() : sheets.title();
        return CalendarFile.write(name, sheets.term().zone(), events).getBytes(StandardCharsets.UTF_8);
    }

    private static CalendarEvent event(
            Sheets sheets, FrameNames names, PlacedActivity a, List<LocalDate> dates, String installation) {
        LocalDate first = dates.get(0);
        LocalDate last = dates.get(dates.size() - 1);
        int every = a.weeks() == Weeks.EVERY ? 1 : 2;
        List<String> lines = new ArrayList<>();
        lines.add(names.group(a));
        if (!a.staff().isEmpty()) {
            lines.add(String.join(", ", names.people(a)));
        }
        return new CalendarEvent(
                CalendarIds.uid(a.activity(), sheets.term().code(), installation),
                sheets.revision().number(),
                first.atTime(names.start(a)),
                first.atTime(names.end(a)),
                names.template(a).name(),
                names.room(a),
                String.join("\n", lines),
                sheets.revision().createdAt(),
                false,
                new Series(
                        every,
                        last,
                        first.datesUntil(last.plusDays(1), Period.ofWeeks(every))
                                .filter(date -> !dates.contains(date))
                                .toList()));
    }
}
