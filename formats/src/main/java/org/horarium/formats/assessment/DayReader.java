package org.horarium.formats.assessment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.Pause;
import org.jspecify.annotations.Nullable;

/**
 * Reads one day of a centre.
 *
 * @param dailyStart start of days that don't give their own; null for none
 * @param dailyEnd end of days that don't give their own; null for none
 * @param zone the centre's time zone
 */
record DayReader(@Nullable LocalTime dailyStart, @Nullable LocalTime dailyEnd, ZoneId zone) {

    @Nullable
    Day read(JsonPlace place) {
        if (!place.expectObject()) {
            return null;
        }
        place.onlyFields(Set.of("date", "start", "end", "first_break", "lunch_break", "second_break"));
        JsonPlace at = place.required("date");
        LocalDate date = at == null ? null : at.date();
        LocalTime start = bound(place, "start", dailyStart, "daily_start_time");
        LocalTime end = bound(place, "end", dailyEnd, "daily_end_time");
        int before = place.faults().size();
        List<Pause> breaks = new ArrayList<>();
        for (Pause.Kind kind : Pause.Kind.values()) {
            JsonPlace pause = place.field(kind.name().toLowerCase(Locale.ROOT));
            Pause read = pause == null || start == null || end == null ? null : pause(pause, kind, start, end);
            if (read != null) {
                breaks.add(read);
            }
        }
        breaks.sort(Comparator.comparing(Pause::start));
        for (int i = 1; i < breaks.size(); i++) {
            if (breaks.get(i).start().isBefore(breaks.get(i - 1).end())) {
                place.fault("The " + breaks.get(i - 1).kind().words() + " and the "
                        + breaks.get(i).kind().words() + " overlap.");
            }
        }
        if (date == null || start == null || end == null || place.faults().size() > before) {
            return null;
        }
        if (!end.isAfter(start)) {
            place.fault("The day ends (" + end + ") before it starts (" + start + ").");
            return null;
        }
        clockChange(place, date, start, end);
        return new Day(date, start, end, breaks);
    }

    private static @Nullable LocalTime bound(
            JsonPlace day, String field, @Nullable LocalTime ifMissing, String defaultField) {
        JsonPlace place = day.field(field);
        if (place != null) {
            return onGrid(place);
        }
        if (ifMissing == null) {
            day.fault("The day has no \"" + field + "\", and there is no usable \"" + defaultField + "\".");
        }
        return ifMissing;
    }

    private static @Nullable Pause pause(JsonPlace place, Pause.Kind kind, LocalTime dayStart, LocalTime dayEnd) {
        if (!place.expectObject()) {
            return null;
        }
        place.onlyFields(Set.of("start", "end"));
        JsonPlace from = place.required("start");
        JsonPlace to = place.required("end");
        LocalTime start = from == null ? null : onGrid(from);
        LocalTime end = to == null ? null : onGrid(to);
        if (start == null || end == null) {
            return null;
        }
        if (!end.isAfter(start)) {
            place.fault("The break ends (" + end + ") before it starts (" + start + ").");
            return null;
        }
        if (start.isBefore(dayStart) || end.isAfter(dayEnd)) {
            place.fault("The break " + start + "–" + end + " leaves the hours of the day, " + dayStart + "–" + dayEnd
                    + ".");
            return null;
        }
        return new Pause(kind, start, end);
    }

    /** A time on the grid of five minutes. */
    static @Nullable LocalTime onGrid(JsonPlace place) {
        LocalTime time = place.time();
        if (time != null && time.toSecondOfDay() % (60 * Centre.GRID_MINUTES) != 0) {
            place.fault("Times must be on the grid of five minutes, not " + time + ".");
            return null;
        }
        return time;
    }

    private void clockChange(JsonPlace place, LocalDate date, LocalTime start, LocalTime end) {
        try {
            ZoneOffsetTransition next = zone.getRules()
                    .nextTransition(date.atTime(start).atZone(zone).toInstant());
            if (next != null
                    && next.getInstant().isBefore(date.atTime(end).atZone(zone).toInstant())) {
                place.fault("The clocks of " + zone + " change on " + date + " at "
                        + next.getDateTimeBefore().toLocalTime()
                        + ", within the hours of the day. Start later, or end earlier.");
            }
        } catch (DateTimeException | ArithmeticException e) {
            place.fault("The date " + date + " is too far away.");
        }
    }
}
