package org.horarium.server.timetable.regeneration;

import java.util.List;
import java.util.UUID;
import org.horarium.server.timetable.PlacedActivity;
import org.jspecify.annotations.Nullable;

/**
 * A part of a draft that is placed anew.
 *
 * @param id its key
 * @param revision id of the draft
 * @param version of the draft that it began with
 * @param activities ids of what may move
 * @param scope what was chosen, for people
 * @param fewMoves whether few moves matter more than a low cost
 * @param seconds of search
 * @param status where it stands
 * @param percent of the time that is over
 * @param costBefore of the draft; null while it is not known
 * @param costAfter with the moves made; null while there are none
 * @param moves where activities would go
 * @param error why nothing came of it; null otherwise
 */
public record Regeneration(
        UUID id,
        long revision,
        long version,
        List<String> activities,
        String scope,
        boolean fewMoves,
        int seconds,
        RegenerationStatus status,
        int percent,
        @Nullable Long costBefore,
        @Nullable Long costAfter,
        List<PlacedActivity> moves,
        @Nullable String error) {
    public Regeneration {
        activities = List.copyOf(activities);
        moves = List.copyOf(moves);
    }
}
