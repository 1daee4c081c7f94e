package org.horarium.server.timetable.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An edit as it is kept.
 *
 * @param id grows with time
 * @param actorName who made it, for people
 * @param at when
 * @param kind what it was
 * @param changes what it did
 * @param reason why a rule was broken; null when none was
 * @param undone whether it was taken back
 */
record BoardEdit(
        long id,
        String actorName,
        Instant at,
        EditKind kind,
        List<Change> changes,
        @Nullable String reason,
        boolean undone) {
    BoardEdit {
        changes = List.copyOf(changes);
    }
}
