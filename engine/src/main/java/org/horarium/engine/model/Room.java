package org.horarium.engine.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A room. Two events never share it at the same time.
 *
 * @param id unique among rooms
 * @param name for people
 * @param capacity seats; informational, whether an event fits is said by its {@link RoomOption}s
 * @param building where it stands, for constraints on building changes; null when unknown
 * @param unavailable when nobody may use it
 * @param travel slots needed to walk to other rooms, by their id; symmetric (listing one direction is enough), 0 where
 *     not listed
 */
public record Room(
        String id,
        String name,
        int capacity,
        @Nullable String building,
        List<TimePattern> unavailable,
        Map<String, Integer> travel) {
    public Room {
        Checks.notBlank("room id", id);
        Checks.range("capacity", capacity, 0, Integer.MAX_VALUE);
        unavailable = List.copyOf(unavailable);
        travel = Map.copyOf(travel);
    }
}
