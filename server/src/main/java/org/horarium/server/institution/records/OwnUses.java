package org.horarium.server.institution.records;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of the college's records uses a record of the college: those that are not archived. */
@Component
class OwnUses implements RecordUses {
    private final JdbcClient jdbc;

    OwnUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Use> of(RecordKind kind, String code) {
        List<Use> uses = new ArrayList<>();
        switch (kind) {
            case ROOM_TYPES -> {
                add(uses, "rooms", "SELECT code FROM room WHERE room_type = ?", code);
                add(uses, "templates", "SELECT code FROM activity_template WHERE room_type = ?", code);
            }
            case STAFF_ROLES -> {
                add(uses, "personnel", """
                        SELECT p.code FROM personnel_role r JOIN personnel p ON p.id = r.personnel_id
                        WHERE r.staff_role = ?""", code);
                add(uses, "templates", """
                        SELECT DISTINCT t.code FROM template_requirement r
                        JOIN activity_template t ON t.id = r.template_id WHERE r.staff_role = ?""", code);
            }
            case DEPARTMENTS -> {
                String own =
                        " WHERE archived_at IS NULL AND department_id = (SELECT id FROM department WHERE code = ?)";
                add(uses, "batches", "SELECT code FROM attendee_group" + own, code);
                add(uses, "personnel", "SELECT code FROM personnel" + own, code);
                add(uses, "rooms", "SELECT code FROM room" + own, code);
                add(uses, "courses", "SELECT code FROM course" + own, code);
            }
            case BUILDINGS -> add(uses, "rooms", """
                        SELECT code FROM room
                        WHERE archived_at IS NULL AND building_id = (SELECT id FROM building WHERE code = ?)""", code);
            case EQUIPMENT -> {
                add(uses, "rooms", """
                        SELECT room.code FROM room_equipment JOIN room ON room.id = room_id
                        WHERE archived_at IS NULL AND equipment_id = (SELECT id FROM equipment WHERE code = ?)""", code);
                add(uses, "templates", """
                        SELECT t.code FROM template_equipment JOIN activity_template t ON t.id = template_id
                        WHERE equipment_id = (SELECT id FROM equipment WHERE code = ?)""", code);
            }
            case BATCHES -> add(uses, "courses", """
                        SELECT course.code FROM course_batch JOIN course ON course.id = course_id
                        WHERE course.archived_at IS NULL
                          AND batch_id = (SELECT id FROM attendee_group WHERE code = ?)""", code);
            case PERSONNEL -> add(uses, "templates", """
                        SELECT DISTINCT t.code FROM template_candidate c
                        JOIN template_requirement r ON r.id = c.requirement_id
                        JOIN activity_template t ON t.id = r.template_id
                        WHERE c.personnel_id = (SELECT id FROM personnel WHERE code = ?)""", code);
            case COURSES -> add(uses, "students", """
                        SELECT student.code FROM student_elective JOIN student ON student.id = student_id
                        WHERE archived_at IS NULL AND course_id = (SELECT id FROM course WHERE code = ?)""", code);
            case GROUPS -> add(uses, "students", """
                        SELECT student.code FROM student JOIN attendee_group own ON own.id = group_id
                        LEFT JOIN attendee_group parent ON parent.id = own.parent_id
                        WHERE (SELECT id FROM attendee_group WHERE code = ?) IN (own.id, parent.id)""", code);
            case TERMS, ROOMS, TEMPLATES, STUDENTS -> {}
        }
        return uses;
    }

    private void add(List<Use> uses, String kind, String sql, String code) {
        List<String> codes = jdbc.sql(sql).param(code).query(String.class).list();
        if (!codes.isEmpty()) {
            uses.add(new Use(
                    kind,
                    codes.size(),
                    codes.stream().sorted().limit(Use.EXAMPLES).toList(),
                    "/admin/data/" + kind));
        }
    }
}
