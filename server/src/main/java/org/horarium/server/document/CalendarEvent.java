package org.horarium.server.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something in a calendar.
 *
 * @param uid stays the same for the life of the thing, whatever becomes of its time and place
 * @param sequence grows with each change that concerns people
 * @param start local to the calendar's zone
 * @param end the first minute after it
 * @param summary its title
 * @param location where; null for nowhere
 * @param description more about it; null for nothing
 * @param changed when it was last changed
 * @param cancelled whether it was called off; it stays visible as such
 * @param series how it is repeated; null when it takes place once
 */
public record CalendarEvent(
        String uid,
        int sequence,
        LocalDateTime start,
        LocalDateTime end,
        String summary,
        @Nullable String location,
        @Nullable String description,
        Instant changed,
        boolean cancelled,
        @Nullable Series series) {
    /** Something that takes place once. */
    public CalendarEvent(
            String uid,
            int sequence,
            LocalDateTime start,
            LocalDateTime end,
            String summary,
            @Nullable String location,
            @Nullable String description,
            Instant changed,
            boolean cancelled) {
        this(uid, sequence, start, end, summary, location, description, changed, cancelled, null);
    }

    /**
     * A repetition on the same day of the week.
     *
     * @param everyWeeks 1 for every week, 2 for every other
     * @param last its last date
     * @param without dates on which it does not take place
     */
    public record Series(int everyWeeks, LocalDate last, List<LocalDate> without) {
        public Series {
            without = List.copyOf(without);
        }
    }
}
