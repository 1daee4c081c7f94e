package org.horarium.engine.model;

import java.util.List;

/**
 * One thing to place exactly once: a time, a room if it needs one, and people for each of its needs. (ITC-2019: class;
 * ITC-2007: lecture; FET: activity.)
 *
 * @param id unique among events
 * @param name for people
 * @param times where it may be in time; never empty in a problem that can be solved
 * @param rooms where it may be in space; empty when it needs no room, or when none fits (then it cannot be placed)
 * @param needsRoom whether it takes place in a room
 * @param staff whom it needs; empty when nobody
 * @param groups ids of the {@link Group}s that attend as a whole
 */
public record Event(
        String id,
        String name,
        List<TimeOption> times,
        List<RoomOption> rooms,
        boolean needsRoom,
        List<StaffNeed> staff,
        List<String> groups) {
    public Event {
        Checks.notBlank("event id", id);
        times = List.copyOf(times);
        rooms = List.copyOf(rooms);
        staff = List.copyOf(staff);
        groups = List.copyOf(groups);
        if (!needsRoom && !rooms.isEmpty()) {
            throw new IllegalArgumentException(
                    "Event (%s) needs no room, but lists %d candidate rooms.".formatted(id, rooms.size()));
        }
    }
}
