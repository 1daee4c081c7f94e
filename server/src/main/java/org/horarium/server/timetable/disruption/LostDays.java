package org.horarium.server.timetable.disruption;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.horarium.server.institution.TermCalendar;
import org.horarium.server.platform.InputError;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;

/**
 * The dates of a disruption, seen from a timetable that repeats every week.
 *
 * <p>A repair is in force from the first lost day (today at the earliest) to the Sunday of the week of the last one. Nothing
 * may be lost or happen twice in that time, so an activity stays in its A or B weeks, and where the first of these weeks has
 * begun already, what was on before stays before, and what comes after stays after.
 *
 * @param dates the lost dates with teaching, in order; never empty
 * @param lost the same as days of A and B weeks
 * @param holidays days of A and B weeks on which a holiday falls while the repair is in force
 * @param from first day on which the repair is in force
 * @param until last day on which it is
 * @param begunOn the first day of the week that still lies ahead in the first week; Monday when all of it does
 */
record LostDays(
        List<LocalDate> dates,
        Set<WeekDay> lost,
        Set<WeekDay> holidays,
        LocalDate from,
        LocalDate until,
        DayOfWeek begunOn) {
    LostDays {
        dates = List.copyOf(dates);
        lost = Set.copyOf(lost);
        holidays = Set.copyOf(holidays);
    }

    /** A day of an A or B week. */
    record WeekDay(DayOfWeek day, boolean weekA) {
        static WeekDay of(LocalDate date, TermCalendar term) {
            return new WeekDay(date.getDayOfWeek(), term.inWeekA(date));
        }

        /** Whether something in these weeks on this day of the week meets it. */
        boolean meets(DayOfWeek other, Weeks weeks) {
            return day == other && (weeks == Weeks.EVERY || (weeks == Weeks.A) == weekA);
        }
    }

    /**
     * Works them out.
     *
     * @param what what has happened
     * @param term its dates
     * @param days of teaching
     * @param today the past can't be repaired
     * @param errors takes what is wrong with the dates; the result makes sense only if nothing was
     */
    static LostDays of(
            Disruption what, TermCalendar term, List<DayOfWeek> days, LocalDate today, List<InputError> errors) {
        LocalDate from = max(max(what.first(), today), term.first());
        LocalDate last = min(what.last(), term.last());
        if (what.last().isBefore(what.first())) {
            errors.add(new InputError(
                    "/last",
                    "The last day (%s) is before the first (%s). Change one of them."
                            .formatted(what.last(), what.first())));
        } else if (what.last().isBefore(today)) {
            errors.add(new InputError(
                    "/last",
                    "The last day (%s) is past; the past can't be changed any more. Say today (%s) or later."
                            .formatted(what.last(), today)));
        } else if (last.isBefore(from)) {
            errors.add(new InputError(
                    "/first",
                    "The days (%s to %s) lie outside %s (%s to %s)."
                            .formatted(what.first(), what.last(), term.name(), term.first(), term.last())));
        }
        List<LocalDate> dates = new ArrayList<>();
        Set<WeekDay> lost = new LinkedHashSet<>();
        for (LocalDate date = from; !date.isAfter(last); date = date.plusDays(1)) {
            if (days.contains(date.getDayOfWeek()) && !term.holidays().contains(date)) {
                dates.add(date);
                lost.add(WeekDay.of(date, term));
            }
        }
        if (errors.isEmpty() && dates.isEmpty()) {
            errors.add(new InputError(
                    "/first", "There is no teaching from %s to %s. Say other dates.".formatted(from, last)));
        }
        LocalDate until = min(last.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)), term.last());
        Set<WeekDay> holidays = new LinkedHashSet<>();
        term.holidays().stream()
                .filter(date -> !date.isBefore(from) && !date.isAfter(until))
                .forEach(date -> holidays.add(WeekDay.of(date, term)));
        boolean whole = days.stream().noneMatch(day -> day.compareTo(from.getDayOfWeek()) < 0);
        return new LostDays(dates, lost, holidays, from, until, whole ? DayOfWeek.MONDAY : from.getDayOfWeek());
    }

    /** Whether an activity would have taken place on a lost date. */
    boolean hits(PlacedActivity activity) {
        return lost.stream().anyMatch(day -> day.meets(activity.day(), activity.weeks()));
    }

    /** The lost dates on which an activity would have taken place. */
    List<LocalDate> datesOf(PlacedActivity activity, TermCalendar term) {
        return dates.stream()
                .filter(date -> WeekDay.of(date, term).meets(activity.day(), activity.weeks()))
                .toList();
    }

    /** Whether something moved from one day to another takes place as often as before while the repair is in force. */
    boolean keepsCount(DayOfWeek now, DayOfWeek other, Weeks weeks) {
        return now == other
                || ((now.compareTo(begunOn) < 0) == (other.compareTo(begunOn) < 0)
                        && holidays.stream().noneMatch(day -> day.meets(other, weeks)));
    }

    private static LocalDate max(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
