package org.horarium.engine.compile;

import org.jspecify.annotations.Nullable;

/**
 * Events and where they may go. Options are numbered from 0 for each event; pins have narrowed them to one, and times
 * that can never work (a group, everybody who could give it, or every room is unavailable) are left out.
 *
 * @param count number of events
 * @param times patterns of the time options, by event
 * @param timeCosts their costs, weight included
 * @param timeOptionOf option number of a pattern, or −1, by event; events with the same options share the array
 * @param needsRoom whether a room is chosen
 * @param rooms rooms of the room options, by event; empty where none is chosen
 * @param roomCosts their costs, weight included
 * @param roomOptionOf option number of a room, or −1, by event
 * @param groups groups that attend, by event
 * @param impossible why an event can have no place at all; null where it can
 */
public record EventTable(
        int count,
        int[][] times,
        long[][] timeCosts,
        short[][] timeOptionOf,
        boolean[] needsRoom,
        int[][] rooms,
        long[][] roomCosts,
        short[][] roomOptionOf,
        int[][] groups,
        @Nullable String[] impossible) {}
