package org.horarium.server.preference.sheet;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;

/**
 * What one person writes for one round.
 *
 * @param id its key
 * @param schedule for which
 * @param scheduleName for people
 * @param termName for people
 * @param person who
 * @param until when it closes
 * @param zone in which that is told
 * @param open whether it can still be changed: the schedule collects, and {@code until} has not come
 * @param vetoBudget how many activities may be refused
 * @param note of the planner to everybody
 * @param seed of the order of unranked activities
 * @param draft what is written
 * @param version of the draft, counts its changes
 * @param savedAt when the draft was saved; null for never
 * @param submission the last one; null for none
 */
public record Sheet(
        UUID id,
        ScheduleId schedule,
        String scheduleName,
        String termName,
        Person person,
        Instant until,
        ZoneId zone,
        boolean open,
        int vetoBudget,
        String note,
        UUID seed,
        SheetContent draft,
        long version,
        @Nullable Instant savedAt,
        @Nullable Submission submission) {
    /** Whose sheet it is. */
    public record Person(
            UUID id, String code, String name, @Nullable String email) {}

    /**
     * What was submitted.
     *
     * @param number from 1
     * @param content what counts
     * @param hash SHA-256 of the content, hexadecimal, to tell two receipts apart
     * @param at when
     * @param proxy who submitted it for the person; null for themselves
     * @param version the draft's version at that moment
     */
    public record Submission(
            int number,
            SheetContent content,
            String hash,
            Instant at,
            @Nullable String proxy,
            long version) {}

    /** When it closes, in words, without the zone. */
    public String untilText(Locale locale) {
        return text(until, locale);
    }

    /** A moment in words, on the clocks of the round's zone. */
    public String text(Instant moment, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .localizedBy(locale)
                .format(ZonedDateTime.ofInstant(moment, zone));
    }

    /** Whether something was changed after it was submitted. */
    public boolean isChangedSinceSubmission() {
        return submission != null && !Objects.equals(submission.content(), draft);
    }
}
