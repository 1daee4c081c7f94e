package org.horarium.server.preference.sheet;

import java.util.List;
import java.util.UUID;
import org.horarium.server.schedule.ScheduleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what somebody can be asked for: templates of the schedule of which they meet a requirement. */
@Component
public class Items {
    private final JdbcClient jdbc;

    Items(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The items of a person.
     *
     * @param seed makes the order: as good as random, but the same each time, and a new item does not shuffle the others
     */
    public List<Item> of(ScheduleId schedule, UUID personnel, UUID seed) {
        return jdbc.sql("""
                        SELECT template.id, template.name, template.type, course.name AS course, course.code AS course_code,
                               template.duration, template.sessions_per_week, template.week_pattern,
                               (SELECT count(*) FROM template_group WHERE template_group.template_id = template.id) AS groups,
                               room_type.name AS room
                        FROM schedule_eligible
                        JOIN activity_template template ON template.id = schedule_eligible.template_id
                        JOIN course ON course.id = template.course_id
                        LEFT JOIN room_type ON room_type.code = template.room_type
                        WHERE schedule_id = :schedule AND personnel_id = :personnel
                        ORDER BY md5(:seed || template.id::text)
                        """)
                .param("schedule", schedule.value())
                .param("personnel", personnel)
                .param("seed", seed.toString())
                .query((row, n) -> new Item(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("type"),
                        row.getString("course"),
                        row.getString("course_code"),
                        row.getInt("duration"),
                        row.getInt("sessions_per_week"),
                        row.getString("week_pattern"),
                        row.getInt("groups"),
                        row.getString("room")))
                .list();
    }
}
