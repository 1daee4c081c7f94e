package org.horarium.engine.model;

import java.util.List;

/**
 * The events share a room (ITC-2007, room stability).
 *
 * <p>Unit of violation: a different room beyond the first.
 *
 * @param id unique among constraints
 * @param events ids of the events
 * @param strength hard, or the penalty of an extra room
 */
public record RoomStability(String id, List<String> events, Strength strength) implements Constraint {
    public RoomStability {
        events = List.copyOf(events);
    }

    @Override
    public CostComponent component() {
        return CostComponent.STABILITY;
    }
}
