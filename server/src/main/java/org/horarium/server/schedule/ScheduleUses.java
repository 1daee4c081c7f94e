package org.horarium.server.schedule;

import java.util.ArrayList;
import java.util.List;
import org.horarium.server.institution.records.RecordKind;
import org.horarium.server.institution.records.RecordUses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which schedules and pins use a record of the college. */
@Component
class ScheduleUses implements RecordUses {
    private final JdbcClient jdbc;

    ScheduleUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Use> of(RecordKind kind, String code) {
        List<Use> uses = new ArrayList<>();
        switch (kind) {
            case TERMS -> schedules(uses, "term_id = (SELECT id FROM term WHERE code = ?)", code);
            case DEPARTMENTS -> schedules(uses, """
                        id IN (SELECT schedule_id FROM schedule_department
                               WHERE department_id = (SELECT id FROM department WHERE code = ?))""", code);
            case BATCHES, GROUPS -> {
                schedules(uses, """
                        id IN (SELECT schedule_id FROM schedule_group
                               WHERE group_id = (SELECT id FROM attendee_group WHERE code = ?))""", code);
                pins(uses, "group_id = (SELECT id FROM attendee_group WHERE code = ?)", code);
            }
            case ROOMS -> pins(uses, "room_id = (SELECT id FROM room WHERE code = ?)", code);
            case PERSONNEL -> pins(uses, """
                        pin.id IN (SELECT pin_id FROM pin_personnel
                                   WHERE personnel_id = (SELECT id FROM personnel WHERE code = ?))""", code);
            case TEMPLATES -> pins(uses, "template.code = ?", code);
            case COURSES -> pins(uses, "template.course_id = (SELECT id FROM course WHERE code = ?)", code);
            default -> {}
        }
        return uses;
    }

    private void schedules(List<Use> uses, String condition, String code) {
        add(uses, "schedules", "SELECT name FROM schedule WHERE " + condition, code, "/admin/schedules");
    }

    private void pins(List<Use> uses, String condition, String code) {
        add(uses, "pins", """
                SELECT template.code FROM pin JOIN activity_template template ON template.id = pin.template_id
                WHERE """ + " " + condition, code, "");
    }

    private void add(List<Use> uses, String what, String sql, String code, String path) {
        List<String> names = jdbc.sql(sql).param(code).query(String.class).list();
        if (!names.isEmpty()) {
            uses.add(new Use(
                    what,
                    names.size(),
                    names.stream().sorted().limit(Use.EXAMPLES).toList(),
                    path));
        }
    }
}
