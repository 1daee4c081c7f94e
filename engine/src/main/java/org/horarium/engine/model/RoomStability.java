package org.horarium.engine.model;

import java.util.List;

/**
 * The events share a room (ITC-2007, room stability), or at least few rooms.
 *
 * <p>Unit of violation: a different room beyond the first {@code rooms}. Events without a room do not count.
 *
 * @param id unique among constraints
 * @param events ids of the events
 * @param rooms largest number of different rooms, at least 1
 * @param strength hard, or the penalty of an extra room
 */
public record RoomStability(String id, List<String> events, int rooms, Strength strength) implements Constraint {
    public RoomStability {
        Checks.range("rooms", rooms, 1, Integer.MAX_VALUE);
        events = List.copyOf(events);
    }

    /** All in one room. */
    public RoomStability(String id, List<String> events, Strength strength) {
        this(id, events, 1, strength);
    }

    @Override
    public CostComponent component() {
        return CostComponent.STABILITY;
    }
}
