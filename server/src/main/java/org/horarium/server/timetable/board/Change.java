package org.horarium.server.timetable.board;

import org.horarium.server.timetable.PlacedActivity;
import org.jspecify.annotations.Nullable;

/**
 * What an edit did to one activity.
 *
 * @param activity its id
 * @param before where it was; null when it had no place
 * @param after where it is; null when it has no place any more
 * @param was what was said about it before
 * @param is what is said about it now
 */
public record Change(
        String activity,
        @Nullable PlacedActivity before,
        @Nullable PlacedActivity after,
        Remarks was,
        Remarks is) {
    /**
     * What is said about an activity.
     *
     * @param withoutPlace why it has no place; null when it has one
     * @param insisted why a rule may be broken for it; null when none is
     */
    public record Remarks(
            @Nullable String withoutPlace, @Nullable String insisted) {
        /** Nothing. */
        public static final Remarks NONE = new Remarks(null, null);
    }

    /** Edits that were kept before there were remarks have none. */
    public Change {
        was = was == null ? Remarks.NONE : was;
        is = is == null ? Remarks.NONE : is;
    }

    /** Without remarks. */
    Change(String activity, @Nullable PlacedActivity before, @Nullable PlacedActivity after) {
        this(activity, before, after, Remarks.NONE, Remarks.NONE);
    }

    /** The same backwards. */
    Change reversed() {
        return new Change(activity, after, before, is, was);
    }

    /** The same, but somebody insists on it. */
    Change insisting(String reason) {
        return new Change(activity, before, after, was, new Remarks(is.withoutPlace(), reason));
    }
}
