package org.horarium.formats.college.check;

import org.horarium.formats.FaultCollector;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Room;

/** Departments, buildings, equipment and rooms. */
final class PlaceChecks {
    private PlaceChecks() {}

    static void check(College college, Ids ids, FaultCollector faults) {
        Values.text("", "college", "name", college.name(), faults);
        for (int i = 0; i < college.departments().size(); i++) {
            College.Department department = college.departments().get(i);
            String owner = "department (%s)".formatted(Show.id(department.id()));
            Values.text("/departments/" + i, owner, "name", department.name(), faults);
        }
        for (int i = 0; i < college.buildings().size(); i++) {
            College.Building building = college.buildings().get(i);
            String owner = "building (%s)".formatted(Show.id(building.id()));
            Values.text("/buildings/" + i, owner, "name", building.name(), faults);
        }
        for (int i = 0; i < college.equipment().size(); i++) {
            College.Equipment equipment = college.equipment().get(i);
            String owner = "equipment (%s)".formatted(Show.id(equipment.id()));
            Values.text("/equipment/" + i, owner, "name", equipment.name(), faults);
            Values.range("/equipment/" + i, owner, "portable", equipment.portable(), 0, Limits.MAX_SIZE, faults);
        }
        for (int i = 0; i < college.rooms().size(); i++) {
            room("/rooms/" + i, college.rooms().get(i), ids, faults);
        }
    }

    private static void room(String where, Room room, Ids ids, FaultCollector faults) {
        String owner = "room (%s)".formatted(Show.id(room.id()));
        Values.text(where, owner, "name", room.name(), faults);
        Values.text(where, owner, "type", room.type(), faults);
        Values.range(where, owner, "capacity", room.capacity(), 1, Limits.MAX_SIZE, faults);
        if (room.department() != null) {
            ids.departments.require(where + "/department", owner, room.department());
        }
        if (room.building() != null) {
            ids.buildings.require(where + "/building", owner, room.building());
        }
        Values.equipment(where, owner, room.equipment(), ids, faults);
        Values.weekly(where, owner, room.unavailable(), faults);
    }
}
