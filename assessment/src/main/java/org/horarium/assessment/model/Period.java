package org.horarium.assessment.model;

import java.time.LocalDateTime;

/**
 * A stretch of time, half-open.
 *
 * @param start first minute
 * @param end first minute after it, later than {@code start}
 */
public record Period(LocalDateTime start, LocalDateTime end) {
    public Period {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException("The end (" + end + ") must be after the start (" + start + ").");
        }
    }

    /** True when both have a minute in common. */
    public boolean overlaps(Period other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
