package org.horarium.server.institution.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.horarium.server.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Rooms with what stands in them. Staff see those of their departments, the college's and all that are shared. */
@Component
class RoomCatalog implements Catalog<RoomCatalog.Row> {
    /**
     * A room.
     *
     * @param code external id
     * @param name for people
     * @param department code of the owner; null for the college
     * @param shared whether other departments may use it
     * @param building its name; null when not said
     * @param type code of its type
     * @param typeName the type for people
     * @param capacity seats
     * @param equipment what stands in it
     * @param unavailable when nobody may use it
     * @param version counts changes
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            String code,
            String name,
            @Nullable String department,
            boolean shared,
            @Nullable String building,
            String type,
            String typeName,
            int capacity,
            List<Equipment> equipment,
            List<TimeSpan> unavailable,
            long version)
            implements Catalog.Versioned {}

    /** Pieces of some equipment. */
    record Equipment(String code, String name, int quantity) {}

    @Override
    public String path() {
        return "rooms";
    }

    @Override
    public String noun() {
        return "room";
    }

    @Override
    public String columns() {
        return """
                room.code, room.name, room.shared, room.room_type, room_type.name AS type_name, room.capacity, room.version,
                department.code AS department, building.name AS building,
                (SELECT coalesce(jsonb_agg(jsonb_build_object(
                            'code', equipment.code, 'name', equipment.name, 'quantity', quantity) ORDER BY position), '[]')
                 FROM room_equipment JOIN equipment ON equipment.id = equipment_id
                 WHERE room_id = room.id) AS equipment,
                %s AS unavailable""".formatted(TimeSpan.columnOf("room_unavailability", "room_id = room.id"));
    }

    @Override
    public String tables() {
        return """
                room
                JOIN room_type ON room_type.code = room.room_type
                LEFT JOIN department ON department.id = room.department_id
                LEFT JOIN building ON building.id = room.building_id""";
    }

    @Override
    public String code() {
        return "room.code";
    }

    @Override
    public String name() {
        return "room.name";
    }

    @Override
    public @Nullable String rule(Role role) {
        return switch (role) {
            case ADMIN -> "TRUE";
            case STAFF -> "(room.shared OR room.department_id IS NULL OR department.code = ANY(:departments))";
            case FACULTY, STUDENT -> null;
        };
    }

    @Override
    public Row row(ResultSet row, JsonColumns json) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("name"),
                row.getString("department"),
                row.getBoolean("shared"),
                row.getString("building"),
                row.getString("room_type"),
                row.getString("type_name"),
                row.getInt("capacity"),
                json.list(row, "equipment", Equipment.class),
                json.list(row, "unavailable", TimeSpan.class),
                row.getLong("version"));
    }
}
