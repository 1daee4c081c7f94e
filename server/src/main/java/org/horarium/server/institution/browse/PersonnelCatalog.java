package org.horarium.server.institution.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.horarium.server.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Personnel with roles, limits and unavailability. Teachers see themselves. */
@Component
class PersonnelCatalog implements Catalog<PersonnelCatalog.Row> {
    /**
     * Somebody who gives activities.
     *
     * @param code external id
     * @param name for people
     * @param email address; null when unknown
     * @param department code of the home department
     * @param roles what they can be
     * @param maxSlotsPerWeek load limit
     * @param maxSlotsPerDay load limit; null for none
     * @param maxDaysPerWeek most days of presence; null for none
     * @param templates number of activity templates that they can give
     * @param unavailable when they cannot be scheduled
     * @param version counts changes
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            String code,
            String name,
            @Nullable String email,
            String department,
            List<String> roles,
            int maxSlotsPerWeek,
            @Nullable Integer maxSlotsPerDay,
            @Nullable Integer maxDaysPerWeek,
            int templates,
            List<TimeSpan> unavailable,
            long version)
            implements Catalog.Versioned {}

    @Override
    public String path() {
        return "personnel";
    }

    @Override
    public String noun() {
        return "person";
    }

    @Override
    public String columns() {
        return """
                personnel.*, department.code AS department,
                ARRAY(SELECT staff_role FROM personnel_role
                      WHERE personnel_id = personnel.id ORDER BY position, staff_role)::text[] AS roles,
                (SELECT count(*) FROM template_eligible WHERE personnel_id = personnel.id) AS templates,
                %s AS unavailable""".formatted(TimeSpan.columnOf("personnel_unavailability", "personnel_id = personnel.id"));
    }

    @Override
    public String tables() {
        return "personnel JOIN department ON department.id = personnel.department_id";
    }

    @Override
    public String code() {
        return "personnel.code";
    }

    @Override
    public String name() {
        return "personnel.name";
    }

    @Override
    public @Nullable String rule(Role role) {
        return switch (role) {
            case ADMIN -> "TRUE";
            case STAFF -> "department.code = ANY(:departments)";
            case FACULTY -> "personnel.code = :personnel";
            case STUDENT -> null;
        };
    }

    @Override
    public Row row(ResultSet row, JsonColumns json) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("name"),
                row.getString("email"),
                row.getString("department"),
                JsonColumns.texts(row, "roles"),
                row.getInt("max_slots_per_week"),
                row.getObject("max_slots_per_day", Integer.class),
                row.getObject("max_days_per_week", Integer.class),
                row.getInt("templates"),
                json.list(row, "unavailable", TimeSpan.class),
                row.getLong("version"));
    }
}
