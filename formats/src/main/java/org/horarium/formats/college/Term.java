package org.horarium.formats.college;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A term and its weekly grid.
 *
 * @param id unique among terms
 * @param name for people, for example "Autumn 2026"
 * @param academicYear for example "2026-27"
 * @param semester 1 or more
 * @param firstDay first day of teaching; the week that holds it is an A week
 * @param lastDay last day of teaching
 * @param timeZone IANA name
 * @param days days of teaching, in order
 * @param slots slots of every day, in order; an activity of several slots takes consecutive ones with no break between
 * @param breaks named pauses between slots, for example lunch
 * @param holidays days without teaching
 */
public record Term(
        String id,
        String name,
        String academicYear,
        int semester,
        LocalDate firstDay,
        LocalDate lastDay,
        String timeZone,
        List<DayOfWeek> days,
        List<Slot> slots,
        List<Break> breaks,
        List<Holiday> holidays) {
    public Term {
        days = List.copyOf(days);
        slots = List.copyOf(slots);
        breaks = List.copyOf(breaks);
        holidays = List.copyOf(holidays);
    }

    /** A slot of the day, [start, end). */
    public record Slot(LocalTime start, LocalTime end) {}

    /** A pause that no activity may span. */
    public record Break(String name, LocalTime start, LocalTime end) {}

    /** A day without teaching. */
    public record Holiday(LocalDate date, String name) {}
}
