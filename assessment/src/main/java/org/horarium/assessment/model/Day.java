package org.horarium.assessment.model;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * A day of the centre.
 *
 * @param date its date
 * @param start when the first session may start
 * @param end when the last session must have ended
 * @param breaks its breaks, in the order of their start, not overlapping
 */
public record Day(LocalDate date, LocalTime start, LocalTime end, List<Pause> breaks) {
    public Day {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("The end (" + end + ") must be after the start (" + start + ").");
        }
        breaks = List.copyOf(breaks);
        LocalTime free = start;
        for (Pause pause : breaks) {
            if (pause.start().isBefore(free) || pause.end().isAfter(end)) {
                throw new IllegalArgumentException("The breaks of " + date + " (" + breaks
                        + ") must lie in order within " + start + " to " + end + " and not overlap.");
            }
            free = pause.end();
        }
    }
}
