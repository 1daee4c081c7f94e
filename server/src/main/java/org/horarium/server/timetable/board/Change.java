package org.horarium.server.timetable.board;

import org.horarium.server.timetable.PlacedActivity;
import org.jspecify.annotations.Nullable;

/**
 * What an edit did to one activity.
 *
 * @param activity its id
 * @param before where it was; null when it had no place
 * @param after where it is; null when it has no place any more
 */
record Change(
        String activity,
        @Nullable PlacedActivity before,
        @Nullable PlacedActivity after) {
    /** The same backwards. */
    Change reversed() {
        return new Change(activity, after, before);
    }
}
