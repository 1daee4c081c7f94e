package org.horarium.server.timetable.board;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.jspecify.annotations.Nullable;

/**
 * A place in JSON, as clients say it.
 *
 * @param activity id
 * @param day from 1 (Monday)
 * @param slot from 1
 * @param duration in slots; not read
 * @param weeks {@code every}, {@code a} or {@code b}; every week if missing
 * @param room id; null for none
 * @param staff who gives it; those who give it now if missing
 */
public record PlaceJson(
        String activity,
        int day,
        int slot,
        int duration,
        @Nullable String weeks,
        @Nullable String room,
        @Nullable List<PlacedActivity.Staff> staff) {
    /** A place for a client. */
    public static PlaceJson of(PlacedActivity a) {
        return new PlaceJson(
                a.activity(),
                a.day().getValue(),
                a.slot(),
                a.duration(),
                a.weeks().name().toLowerCase(Locale.ROOT),
                a.room(),
                a.staff());
    }

    /**
     * The place in a draft.
     *
     * @throws InvalidInputException when it can't be read, or the draft has no such activity or time
     */
    public PlacedActivity on(OpenDraft draft) {
        try {
            return draft.place(
                    activity,
                    DayOfWeek.of(day),
                    slot,
                    weeks == null ? Weeks.EVERY : Weeks.valueOf(weeks.toUpperCase(Locale.ROOT)),
                    room,
                    staff);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new InvalidInputException(
                    "/places",
                    "The place of (%s) can't be read: day (%d) is 1 to 7, slot (%d) from 1, weeks (%s) every, a or b."
                            .formatted(activity, day, slot, weeks));
        }
    }
}
