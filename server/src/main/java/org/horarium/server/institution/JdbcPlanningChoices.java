package org.horarium.server.institution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlanningChoices implements PlanningChoices {
    private final JdbcClient jdbc;

    JdbcPlanningChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(String department, String departmentName, String batch, String batchName, int semester) {}

    @Override
    public List<Department> departments() {
        Map<String, List<Row>> byDepartment = new LinkedHashMap<>();
        jdbc.sql("""
                SELECT department.code AS department, department.name AS department_name,
                       batch.code AS batch, batch.name AS batch_name, batch.semester
                FROM department JOIN attendee_group batch ON batch.department_id = department.id
                WHERE batch.archived_at IS NULL
                ORDER BY department.name, department.code, batch.entry_no
                """)
                .query(Row.class)
                .list()
                .forEach(row -> byDepartment
                        .computeIfAbsent(row.department(), code -> new ArrayList<>())
                        .add(row));
        return byDepartment.values().stream()
                .map(rows -> new Department(
                        rows.get(0).department(),
                        rows.get(0).departmentName(),
                        rows.stream()
                                .map(row -> new Batch(row.batch(), row.batchName(), row.semester()))
                                .toList()))
                .toList();
    }

    @Override
    public List<String> academicYears() {
        return jdbc.sql("""
                SELECT academic_year
                FROM term, LATERAL (SELECT (now() AT TIME ZONE time_zone)::date AS date) today
                WHERE archived_at IS NULL
                GROUP BY academic_year
                ORDER BY min(CASE WHEN today.date BETWEEN first_day AND last_day THEN 0
                                  WHEN first_day > today.date THEN 1 ELSE 2 END),
                         min(abs(first_day - today.date))
                """).query(String.class).list();
    }
}
