package org.horarium.server.timetable;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A difference as a page shows it.
 *
 * @param kind added, removed, moved, room or people
 * @param activity id
 * @param title what is taught
 * @param group who attends
 * @param before where it was; null when added
 * @param after where it is; null when removed
 */
public record ChangeRow(
        String kind,
        String activity,
        String title,
        String group,
        @Nullable Place before,
        @Nullable Place after) {
    /**
     * A place in the week.
     *
     * @param time day and clock times
     * @param weeks A, B or EVERY
     * @param room name; null when it needs none
     * @param people names of those who give it
     */
    public record Place(String time, String weeks, @Nullable String room, String people) {}

    /**
     * The rows of a comparison.
     *
     * @param diff what changed
     * @param before names of the side before; null when there was none
     * @param after names of the side after
     * @param locale of the names of days
     */
    public static List<ChangeRow> of(RevisionDiff diff, @Nullable Frame before, Frame after, Locale locale) {
        FrameNames now = new FrameNames(after);
        FrameNames was = before == null ? now : new FrameNames(before);
        List<ChangeRow> rows = new ArrayList<>();
        for (RevisionDiff.Change change : diff.changes()) {
            FrameNames names = change.after() == null ? was : now;
            PlacedActivity any = change.any();
            rows.add(new ChangeRow(
                    change.kind().name().toLowerCase(Locale.ROOT),
                    any.activity(),
                    names.template(any).name(),
                    names.group(any),
                    change.before() == null ? null : place(was, change.before(), locale),
                    change.after() == null ? null : place(now, change.after(), locale)));
        }
        return rows;
    }

    private static Place place(FrameNames names, PlacedActivity activity, Locale locale) {
        return new Place(
                "%s %s–%s"
                        .formatted(
                                activity.day().getDisplayName(TextStyle.SHORT_STANDALONE, locale),
                                names.start(activity),
                                names.end(activity)),
                activity.weeks().name(),
                names.room(activity),
                String.join(", ", names.people(activity)));
    }
}
