package org.horarium.server.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a revision.
 *
 * @param id primary key
 * @param activity id of the activity it is about; null when it is about the whole
 * @param author login
 * @param at when
 * @param text what was said
 * @param resolvedBy login of who settled it; null while it is open
 */
public record ReviewComment(
        long id,
        @Nullable String activity,
        String author,
        Instant at,
        String text,
        @Nullable String resolvedBy) {
    /** Whether nobody has settled it. */
    public boolean open() {
        return resolvedBy == null;
    }
}
