package org.horarium.server.document;

import java.time.Instant;
import java.time.LocalDateTime;
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
        boolean cancelled) {}
