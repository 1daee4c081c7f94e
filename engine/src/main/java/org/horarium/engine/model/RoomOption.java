package org.horarium.engine.model;

/**
 * A room in which an event may take place, and what that costs.
 *
 * @param room id of the {@link Room}
 * @param penalty cost in units of {@link Weights#room()}, at least 0
 */
public record RoomOption(String room, int penalty) {
    public RoomOption {
        Checks.range("penalty", penalty, 0, Integer.MAX_VALUE);
    }
}
