package org.horarium.server.institution.document;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.horarium.formats.college.College;
import org.horarium.formats.college.College.Building;
import org.horarium.formats.college.College.Department;
import org.horarium.formats.college.College.Equipment;
import org.horarium.formats.college.EquipmentCount;
import org.horarium.formats.college.Room;
import org.horarium.formats.college.WeeklyTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Departments, buildings, equipment and rooms. */
@Component
final class PlacesPart {
    private final JdbcTemplate jdbc;

    PlacesPart(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(College college) {
        Rows departments = new Rows();
        college.departments().forEach(department -> departments.add(department.id(), department.name()));
        departments.insert(jdbc, "INSERT INTO department (code, name) VALUES (?, ?)");

        Rows buildings = new Rows();
        college.buildings().forEach(building -> buildings.add(building.id(), building.name()));
        buildings.insert(jdbc, "INSERT INTO building (code, name) VALUES (?, ?)");

        Rows equipment = new Rows();
        college.equipment().forEach(kind -> equipment.add(kind.id(), kind.name(), kind.portable()));
        equipment.insert(jdbc, "INSERT INTO equipment (code, name, portable) VALUES (?, ?, ?)");

        insertRoomTypes(college);
        insertRooms(college.rooms());
    }

    /** Room types that rooms have or templates ask for. */
    private void insertRoomTypes(College college) {
        Rows types = new Rows();
        Stream.concat(
                        college.rooms().stream().map(Room::type),
                        college.courses().stream()
                                .flatMap(course -> course.activities().stream())
                                .flatMap(template -> Stream.ofNullable(template.roomType())))
                .distinct()
                .forEach(type -> types.add(type, Names.ofCode(type)));
        types.insert(jdbc, "INSERT INTO room_type (code, name) VALUES (?, ?) ON CONFLICT DO NOTHING");
    }

    private void insertRooms(List<Room> all) {
        Rows rooms = new Rows();
        Rows equipment = new Rows();
        Rows unavailable = new Rows();
        for (Room room : all) {
            rooms.add(
                    room.id(),
                    room.name(),
                    room.department(),
                    room.shared(),
                    room.building(),
                    room.type(),
                    room.capacity());
            int position = 0;
            for (EquipmentCount count : room.equipment()) {
                equipment.add(room.id(), count.equipment(), count.quantity(), ++position);
            }
            position = 0;
            for (WeeklyTime time : room.unavailable()) {
                unavailable.add(room.id(), time.day().getValue(), time.start(), time.end(), ++position);
            }
        }
        rooms.insert(jdbc, """
                INSERT INTO room (code, name, department_id, shared, building_id, room_type, capacity)
                VALUES (?, ?, (SELECT id FROM department WHERE code = ?), ?, (SELECT id FROM building WHERE code = ?), ?, ?)
                """);
        equipment.insert(jdbc, """
                INSERT INTO room_equipment (room_id, equipment_id, quantity, position)
                VALUES ((SELECT id FROM room WHERE code = ?), (SELECT id FROM equipment WHERE code = ?), ?, ?)
                """);
        unavailable.insert(jdbc, """
                INSERT INTO room_unavailability (room_id, day, start_time, end_time, position)
                VALUES ((SELECT id FROM room WHERE code = ?), ?, ?, ?, ?)
                """);
    }

    List<Department> departments() {
        return jdbc.query(
                "SELECT code, name FROM department WHERE archived_at IS NULL ORDER BY entry_no",
                (row, n) -> new Department(row.getString("code"), row.getString("name")));
    }

    List<Building> buildings() {
        return jdbc.query(
                "SELECT code, name FROM building WHERE archived_at IS NULL ORDER BY entry_no",
                (row, n) -> new Building(row.getString("code"), row.getString("name")));
    }

    List<Equipment> equipment() {
        return jdbc.query(
                "SELECT code, name, portable FROM equipment WHERE archived_at IS NULL ORDER BY entry_no",
                (row, n) -> new Equipment(row.getString("code"), row.getString("name"), row.getInt("portable")));
    }

    List<Room> rooms() {
        Lists<EquipmentCount> equipment =
                Lists.read(jdbc, """
                SELECT room_id AS owner, equipment.code, quantity
                FROM room_equipment JOIN equipment ON equipment.id = equipment_id
                ORDER BY room_id, position, equipment.code
                """, (row, n) -> new EquipmentCount(row.getString("code"), row.getInt("quantity")));
        Lists<WeeklyTime> unavailable = Lists.read(jdbc, """
                SELECT room_id AS owner, day, start_time, end_time FROM room_unavailability
                ORDER BY room_id, position, day, start_time
                """, Times::weekly);
        return jdbc.query("""
                SELECT room.id, room.code, room.name, department.code AS department, shared,
                       building.code AS building, room_type, capacity
                FROM room
                LEFT JOIN department ON department.id = department_id
                LEFT JOIN building ON building.id = building_id
                WHERE room.archived_at IS NULL
                ORDER BY room.entry_no
                """, (row, n) -> {
            UUID id = row.getObject("id", UUID.class);
            return new Room(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("department"),
                    row.getBoolean("shared"),
                    row.getString("building"),
                    row.getString("room_type"),
                    row.getInt("capacity"),
                    equipment.of(id),
                    unavailable.of(id));
        });
    }
}
