package org.horarium.server.institution;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;

/**
 * The dates of a term.
 *
 * @param code of the term
 * @param name for people
 * @param first day of the term
 * @param last day of the term, included
 * @param zone of all clock times
 * @param holidays dates without teaching
 */
public record TermCalendar(
        String code, String name, LocalDate first, LocalDate last, ZoneId zone, Set<LocalDate> holidays) {
    public TermCalendar {
        holidays = Set.copyOf(holidays);
    }

    /**
     * Whether a date is in an A week: the week (Monday to Sunday) of the first day is one, then they alternate.
     *
     * @param date any
     */
    public boolean inWeekA(LocalDate date) {
        LocalDate start = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Math.floorMod(Math.floorDiv(date.toEpochDay() - start.toEpochDay(), 7L), 2L) == 0;
    }

    /**
     * All dates of a day of the week in a span, holidays left out.
     *
     * @param day of the week
     * @param weekA whether A weeks count
     * @param weekB whether B weeks count
     * @param from first date of the span; what is before the term is left out
     * @param to last date of the span, included; what is after the term is left out
     */
    public List<LocalDate> dates(DayOfWeek day, boolean weekA, boolean weekB, LocalDate from, LocalDate to) {
        LocalDate begin = (from.isBefore(first) ? first : from).with(TemporalAdjusters.nextOrSame(day));
        LocalDate end = to.isAfter(last) ? last : to;
        if (begin.isAfter(end)) {
            return List.of();
        }
        return begin.datesUntil(end.plusDays(1), java.time.Period.ofWeeks(1))
                .filter(date -> (inWeekA(date) ? weekA : weekB) && !holidays.contains(date))
                .toList();
    }
}
