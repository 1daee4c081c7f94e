package org.horarium.server.institution.browse;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.horarium.server.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Courses with their activity templates and the activities these make in a week. Staff see the courses that their
 * departments teach and those for their batches, teachers those that they can give, students their own.
 */
@Component
class CourseCatalog implements Catalog<CourseCatalog.Row> {
    /**
     * A course.
     *
     * @param code external id
     * @param name for people
     * @param department code of the department that teaches it
     * @param elective whether students choose it
     * @param batches codes of the batches it is for
     * @param students number of students who chose it; 0 for a compulsory course
     * @param templates in which forms it is taught
     * @param version counts changes
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            String code,
            String name,
            String department,
            boolean elective,
            List<String> batches,
            int students,
            List<Template> templates,
            long version)
            implements Catalog.Versioned {
        /** Number of activities in a week. */
        @JsonProperty
        public int weeklyActivities() {
            return templates.stream().mapToInt(Template::weeklyActivities).sum();
        }
    }

    /**
     * An activity template.
     *
     * @param code external id
     * @param name for people
     * @param type lecture, lab, …
     * @param duration in slots
     * @param sessions in a week
     * @param weeks EVERY, A, B or ALTERNATE
     * @param attendees BATCH, SECTION or SUBGROUP
     * @param roomType code of the type of room; null when it needs no room
     * @param roomTypeName the type for people
     * @param personnel whom each activity needs
     * @param groups number of groups that get activities of their own
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Template(
            String code,
            String name,
            String type,
            int duration,
            int sessions,
            String weeks,
            String attendees,
            @Nullable String roomType,
            @Nullable String roomTypeName,
            List<Need> personnel,
            int groups) {
        /** Number of activities in a week. */
        @JsonProperty
        public int weeklyActivities() {
            return sessions * groups;
        }
    }

    /** So many people in a role; the name is that of the role, for people. */
    record Need(String role, String name, int count) {}

    @Override
    public String path() {
        return "courses";
    }

    @Override
    public String noun() {
        return "course";
    }

    @Override
    public String columns() {
        return """
                course.code, course.name, course.elective, course.version, department.code AS department,
                ARRAY(SELECT batch.code FROM course_batch JOIN attendee_group batch ON batch.id = batch_id
                      WHERE course_id = course.id ORDER BY position, batch.code)::text[] AS batches,
                (SELECT count(*) FROM student_elective WHERE course_id = course.id) AS students,
                (SELECT coalesce(jsonb_agg(jsonb_build_object(
                            'code', template.code, 'name', template.name, 'type', template.type,
                            'duration', template.duration, 'sessions', template.sessions_per_week,
                            'weeks', template.week_pattern, 'attendees', template.attendees,
                            'room_type', template.room_type, 'room_type_name', room_type.name,
                            'personnel', (SELECT coalesce(jsonb_agg(jsonb_build_object(
                                                     'role', staff_role.code, 'name', staff_role.name,
                                                     'count', requirement.count) ORDER BY position), '[]')
                                          FROM template_requirement requirement
                                          JOIN staff_role ON staff_role.code = requirement.staff_role
                                          WHERE template_id = template.id),
                            'groups', (SELECT count(*) FROM template_group WHERE template_id = template.id))
                            ORDER BY template.entry_no), '[]')
                 FROM activity_template template
                 LEFT JOIN room_type ON room_type.code = template.room_type
                 WHERE template.course_id = course.id) AS templates""";
    }

    @Override
    public String tables() {
        return "course JOIN department ON department.id = course.department_id";
    }

    @Override
    public String code() {
        return "course.code";
    }

    @Override
    public String name() {
        return "course.name";
    }

    @Override
    public String rule(Role role) {
        return switch (role) {
            case ADMIN -> "TRUE";
            case STAFF -> """
                    (department.code = ANY(:departments)
                     OR course.id IN (SELECT course_id FROM course_batch
                                      JOIN attendee_group batch ON batch.id = batch_id
                                      JOIN department owner ON owner.id = batch.department_id
                                      WHERE owner.code = ANY(:departments)))""";
            case FACULTY -> """
                    course.id IN (SELECT course_id
                                  FROM template_eligible
                                  JOIN activity_template ON activity_template.id = template_id
                                  WHERE personnel_id = (SELECT id FROM personnel WHERE code = :personnel))""";
            case STUDENT -> """
                    (NOT course.elective
                     AND course.id IN (SELECT course_id FROM student
                                       JOIN leaf_group ON leaf_id = group_id
                                       JOIN course_batch ON course_batch.batch_id = leaf_group.batch_id
                                       WHERE student.code = :student)
                     OR course.id IN (SELECT course_id FROM student JOIN student_elective ON student_id = student.id
                                      WHERE student.code = :student))""";
        };
    }

    @Override
    public Row row(ResultSet row, JsonColumns json) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("name"),
                row.getString("department"),
                row.getBoolean("elective"),
                JsonColumns.texts(row, "batches"),
                row.getInt("students"),
                json.list(row, "templates", Template.class),
                row.getLong("version"));
    }
}
