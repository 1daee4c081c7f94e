package org.horarium.server.institution.document;

import java.util.List;
import java.util.UUID;
import org.horarium.formats.college.ActivityTemplate;
import org.horarium.formats.college.ActivityTemplate.Granularity;
import org.horarium.formats.college.ActivityTemplate.Requirement;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.horarium.formats.college.Course;
import org.horarium.formats.college.EquipmentCount;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Courses with their activity templates. */
@Component
final class CoursesPart {
    private final JdbcTemplate jdbc;

    CoursesPart(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Course> all) {
        Rows courses = new Rows();
        Rows batches = new Rows();
        Rows templates = new Rows();
        Rows equipment = new Rows();
        for (Course course : all) {
            courses.add(course.id(), course.name(), course.department(), course.elective());
            int position = 0;
            for (String batch : course.batches()) {
                batches.add(course.id(), batch, ++position);
            }
            for (ActivityTemplate template : course.activities()) {
                templates.add(
                        template.id(),
                        course.id(),
                        template.name(),
                        template.type(),
                        template.duration(),
                        template.sessionsPerWeek(),
                        template.weeks().name(),
                        template.attendees().name(),
                        template.roomType(),
                        template.minDaysBetween());
                position = 0;
                for (EquipmentCount count : template.equipment()) {
                    equipment.add(template.id(), count.equipment(), count.quantity(), ++position);
                }
            }
        }
        courses.insert(jdbc, """
                INSERT INTO course (code, name, department_id, elective)
                VALUES (?, ?, (SELECT id FROM department WHERE code = ?), ?)
                """);
        batches.insert(jdbc, """
                INSERT INTO course_batch (course_id, batch_id, position)
                VALUES ((SELECT id FROM course WHERE code = ?), (SELECT id FROM attendee_group WHERE code = ?), ?)
                """);
        templates.insert(jdbc, """
                INSERT INTO activity_template
                    (code, course_id, name, type, duration, sessions_per_week, week_pattern, attendees, room_type,
                     min_days_between)
                VALUES (?, (SELECT id FROM course WHERE code = ?), ?, ?, ?, ?, ?, ?, ?, ?)
                """);
        equipment.insert(jdbc, """
                INSERT INTO template_equipment (template_id, equipment_id, quantity, position)
                VALUES ((SELECT id FROM activity_template WHERE code = ?), (SELECT id FROM equipment WHERE code = ?), ?, ?)
                """);
        insertOrder(all);
        insertRequirements(all);
    }

    /** Which template comes after which: when all are there. */
    private void insertOrder(List<Course> all) {
        Rows order = new Rows();
        for (Course course : all) {
            for (ActivityTemplate template : course.activities()) {
                if (template.after() != null) {
                    order.add(template.after(), template.id());
                }
            }
        }
        order.insert(jdbc, """
                UPDATE activity_template SET after_template_id = (SELECT id FROM activity_template WHERE code = ?)
                WHERE code = ?
                """);
    }

    private void insertRequirements(List<Course> all) {
        Rows requirements = new Rows();
        Rows candidates = new Rows();
        for (Course course : all) {
            for (ActivityTemplate template : course.activities()) {
                int number = 0;
                for (Requirement requirement : template.personnel()) {
                    requirements.add(template.id(), ++number, requirement.role(), requirement.count());
                    int position = 0;
                    for (String person : requirement.candidates()) {
                        candidates.add(template.id(), number, person, ++position);
                    }
                }
            }
        }
        requirements.insert(jdbc, """
                INSERT INTO template_requirement (template_id, position, staff_role, count)
                VALUES ((SELECT id FROM activity_template WHERE code = ?), ?, ?, ?)
                """);
        candidates.insert(jdbc, """
                INSERT INTO template_candidate (requirement_id, personnel_id, position)
                VALUES ((SELECT requirement.id
                         FROM template_requirement requirement
                         JOIN activity_template template ON template.id = template_id
                         WHERE template.code = ? AND requirement.position = ?),
                        (SELECT id FROM personnel WHERE code = ?), ?)
                """);
    }

    List<Course> read() {
        Lists<ActivityTemplate> templates = readTemplates();
        Lists<String> batches = Lists.read(jdbc, """
                SELECT course_id AS owner, code
                FROM course_batch JOIN attendee_group ON attendee_group.id = batch_id
                ORDER BY course_id, position, code
                """, (row, n) -> row.getString("code"));
        return jdbc.query("""
                SELECT course.id, course.code, course.name, department.code AS department, elective
                FROM course JOIN department ON department.id = department_id
                WHERE course.archived_at IS NULL
                ORDER BY course.entry_no
                """, (row, n) -> {
            UUID id = row.getObject("id", UUID.class);
            return new Course(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("department"),
                    row.getBoolean("elective"),
                    batches.of(id),
                    templates.of(id));
        });
    }

    private Lists<ActivityTemplate> readTemplates() {
        Lists<String> candidates = Lists.read(jdbc, """
                SELECT requirement_id AS owner, code
                FROM template_candidate JOIN personnel ON personnel.id = personnel_id
                ORDER BY requirement_id, position, code
                """, (row, n) -> row.getString("code"));
        Lists<Requirement> requirements = Lists.read(
                jdbc,
                """
                SELECT template_id AS owner, id, staff_role, count FROM template_requirement
                ORDER BY template_id, position
                """,
                (row, n) -> new Requirement(
                        row.getString("staff_role"),
                        row.getInt("count"),
                        candidates.of(row.getObject("id", UUID.class))));
        Lists<EquipmentCount> equipment =
                Lists.read(jdbc, """
                SELECT template_id AS owner, code, quantity
                FROM template_equipment JOIN equipment ON equipment.id = equipment_id
                ORDER BY template_id, position, code
                """, (row, n) -> new EquipmentCount(row.getString("code"), row.getInt("quantity")));
        return Lists.read(jdbc, """
                SELECT template.*, template.course_id AS owner, earlier.code AS after_code
                FROM activity_template template
                LEFT JOIN activity_template earlier ON earlier.id = template.after_template_id
                ORDER BY template.entry_no
                """, (row, n) -> {
            UUID id = row.getObject("id", UUID.class);
            return new ActivityTemplate(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("type"),
                    row.getInt("duration"),
                    row.getInt("sessions_per_week"),
                    WeekPattern.valueOf(row.getString("week_pattern")),
                    Granularity.valueOf(row.getString("attendees")),
                    requirements.of(id),
                    row.getString("room_type"),
                    equipment.of(id),
                    row.getInt("min_days_between"),
                    row.getString("after_code"));
        });
    }
}
