package org.horarium.server.institution.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.horarium.server.access.Role;
import org.springframework.stereotype.Component;

/** Batches with their sections and subgroups. */
@Component
class BatchCatalog implements Catalog<BatchCatalog.Row> {
    /**
     * A batch.
     *
     * @param code external id
     * @param name for people
     * @param department code of its department
     * @param semester of study
     * @param size number of students
     * @param courses number of courses that are for it
     * @param sections its parallel classes
     * @param version counts changes
     */
    record Row(
            String code,
            String name,
            String department,
            int semester,
            int size,
            int courses,
            List<Section> sections,
            long version)
            implements Catalog.Versioned {}

    /** A section; its subgroups may be none. */
    record Section(String code, String name, int size, List<Subgroup> subgroups) {}

    /** A subgroup. */
    record Subgroup(String code, String name, int size) {}

    @Override
    public String path() {
        return "batches";
    }

    @Override
    public String noun() {
        return "batch";
    }

    @Override
    public String columns() {
        return """
                batch.code, batch.name, batch.semester, batch.version, department.code AS department,
                (SELECT coalesce(sum(size), 0) FROM attendee_group WHERE parent_id = batch.id) AS size,
                (SELECT count(*) FROM course_batch WHERE batch_id = batch.id) AS courses,
                (SELECT coalesce(jsonb_agg(jsonb_build_object(
                            'code', section.code, 'name', section.name, 'size', section.size,
                            'subgroups', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                                     'code', code, 'name', name, 'size', size) ORDER BY code), '[]')
                                          FROM attendee_group WHERE parent_id = section.id)) ORDER BY section.code), '[]')
                 FROM attendee_group section WHERE section.parent_id = batch.id) AS sections""";
    }

    @Override
    public String tables() {
        return "attendee_group batch JOIN department ON department.id = batch.department_id";
    }

    @Override
    public String code() {
        return "batch.code";
    }

    @Override
    public String name() {
        return "batch.name";
    }

    @Override
    public String rule(Role role) {
        return switch (role) {
            case ADMIN -> "TRUE";
            case STAFF -> "department.code = ANY(:departments)";
            case FACULTY -> """
                    batch.id IN (SELECT batch_id
                                 FROM template_eligible
                                 JOIN activity_template ON activity_template.id = template_id
                                 JOIN course_batch ON course_batch.course_id = activity_template.course_id
                                 WHERE personnel_id = (SELECT id FROM personnel WHERE code = :personnel))""";
            case STUDENT -> """
                    batch.id IN (SELECT batch_id FROM student JOIN leaf_group ON leaf_id = group_id
                                 WHERE student.code = :student)""";
        };
    }

    @Override
    public Row row(ResultSet row, JsonColumns json) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("name"),
                row.getString("department"),
                row.getInt("semester"),
                row.getInt("size"),
                row.getInt("courses"),
                json.list(row, "sections", Section.class),
                row.getLong("version"));
    }
}
