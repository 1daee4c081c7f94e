package org.horarium.server.publishing.file;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.server.institution.TermCalendar;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.TimetableView;

/**
 * What goes into a file: some weeks of one revision, and what is stamped on it.
 *
 * @param title what it is about, for example the name of the schedule
 * @param revision that all weeks are of
 * @param term its dates
 * @param weeks one for each sheet
 * @param at when the file is made
 */
public record Sheets(String title, Revision revision, TermCalendar term, List<TimetableView> weeks, Instant at) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final DateTimeFormatter IN_NAMES = DateTimeFormatter.ofPattern("uuuuMMdd-HHmm");

    public Sheets {
        weeks = List.copyOf(weeks);
    }

    /** Every activity once, in the order of the weeks. */
    public List<PlacedActivity> activities() {
        Map<String, PlacedActivity> all = new LinkedHashMap<>();
        weeks.forEach(week -> week.activities().forEach(a -> all.putIfAbsent(a.activity(), a)));
        return List.copyOf(all.values());
    }

    /** When the file is made, where the college is, to the minute. */
    public String time() {
        return MINUTE.format(LocalDateTime.ofInstant(at, term.zone()));
    }

    /** A name for the file, without what some systems do not like in names. */
    public String fileName(Format format) {
        String about = weeks.size() == 1 ? weeks.get(0).name() : title;
        return "%s-r%d-%s.%s"
                .formatted(
                        about.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", ""),
                        revision.number(),
                        IN_NAMES.format(LocalDateTime.ofInstant(at, term.zone())),
                        format.extension());
    }
}
