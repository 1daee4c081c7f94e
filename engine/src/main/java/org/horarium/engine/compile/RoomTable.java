package org.horarium.engine.compile;

import java.util.List;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;

/** Rooms. */
public final class RoomTable {
    /** Number of rooms. */
    public final int count;

    /** Bits of unavailable slots, {@code [room * cells + cell]}. */
    public final long[] unavailable;

    /** Slots to walk, {@code [room * count + room]}, symmetric. */
    public final int[] travel;

    /** Number of the building of each room, −1 where it is unknown. */
    public final int[] building;

    RoomTable(Problem problem, long[] unavailable) {
        List<Room> rooms = problem.rooms();
        this.unavailable = unavailable;
        count = rooms.size();
        travel = new int[count * count];
        java.util.Map<String, Integer> index = new java.util.HashMap<>();
        rooms.forEach(room -> index.put(room.id(), index.size()));
        building = new int[count];
        java.util.Map<String, Integer> buildings = new java.util.HashMap<>();
        for (int r = 0; r < count; r++) {
            String name = rooms.get(r).building();
            building[r] = name == null ? -1 : buildings.computeIfAbsent(name, fresh -> buildings.size());
            int from = r;
            rooms.get(r).travel().forEach((id, slots) -> {
                int to = index.getOrDefault(id, from);
                travel[from * count + to] = Math.max(travel[from * count + to], slots);
                travel[to * count + from] = travel[from * count + to];
            });
        }
    }

    /** Slots of the longest way between two rooms. */
    static int longestWalk(Problem problem) {
        int longest = 0;
        for (Room room : problem.rooms()) {
            for (int slots : room.travel().values()) {
                longest = Math.max(longest, slots);
            }
        }
        return longest;
    }
}
