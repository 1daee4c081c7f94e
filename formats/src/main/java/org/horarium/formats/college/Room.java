package org.horarium.formats.college;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A room.
 *
 * @param id unique among rooms
 * @param name for people
 * @param department id of the owning department; null when it belongs to the college
 * @param shared whether other departments may use it
 * @param building id of the building
 * @param type what it is made for, for example "lecture" or "computer-lab"
 * @param capacity seats
 * @param equipment what stands in it
 * @param unavailable when nobody may use it
 */
public record Room(
        String id,
        String name,
        @Nullable String department,
        boolean shared,
        @Nullable String building,
        String type,
        int capacity,
        List<EquipmentCount> equipment,
        List<WeeklyTime> unavailable) {
    public Room {
        equipment = List.copyOf(equipment);
        unavailable = List.copyOf(unavailable);
    }
}
