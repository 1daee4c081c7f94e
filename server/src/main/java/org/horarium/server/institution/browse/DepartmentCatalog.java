package org.horarium.server.institution.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.horarium.server.access.Role;
import org.springframework.stereotype.Component;

/** Departments with what they own. */
@Component
class DepartmentCatalog implements Catalog<DepartmentCatalog.Row> {
    /**
     * A department.
     *
     * @param code external id
     * @param name for people
     * @param batches how many it has
     * @param personnel how many it has
     * @param rooms how many it owns
     * @param courses how many it teaches
     * @param version counts changes
     */
    record Row(String code, String name, int batches, int personnel, int rooms, int courses, long version)
            implements Catalog.Versioned {}

    @Override
    public String path() {
        return "departments";
    }

    @Override
    public String noun() {
        return "department";
    }

    @Override
    public String columns() {
        return """
                department.code, department.name, department.version,
                (SELECT count(*) FROM attendee_group WHERE department_id = department.id) AS batches,
                (SELECT count(*) FROM personnel WHERE department_id = department.id) AS personnel,
                (SELECT count(*) FROM room WHERE department_id = department.id) AS rooms,
                (SELECT count(*) FROM course WHERE department_id = department.id) AS courses""";
    }

    @Override
    public String tables() {
        return "department";
    }

    @Override
    public String code() {
        return "department.code";
    }

    @Override
    public String name() {
        return "department.name";
    }

    @Override
    public String rule(Role role) {
        return switch (role) {
            case ADMIN -> "TRUE";
            case STAFF -> "department.code = ANY(:departments)";
            case FACULTY -> "department.id IN (SELECT department_id FROM personnel WHERE code = :personnel)";
            case STUDENT -> """
                    department.id IN (SELECT batch.department_id
                                      FROM student JOIN leaf_group ON leaf_id = group_id
                                      JOIN attendee_group batch ON batch.id = batch_id
                                      WHERE student.code = :student)""";
        };
    }

    @Override
    public Row row(ResultSet row, JsonColumns json) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("name"),
                row.getInt("batches"),
                row.getInt("personnel"),
                row.getInt("rooms"),
                row.getInt("courses"),
                row.getLong("version"));
    }
}
