package org.horarium.server.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.horarium.formats.college.ActivityPin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is fixed, in its tables. */
@Component
class Pins implements SchedulePins {
    private final JdbcTemplate jdbc;

    Pins(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds pins for every schedule of a term, in the caller's transaction.
     *
     * @throws IllegalArgumentException when the activity of a pin can't be
     */
    void insert(String term, List<ActivityPin> pins) {
        insert(term, null, pins);
    }

    @Override
    @Transactional
    public void pin(ScheduleId schedule, List<ActivityPin> pins) {
        delete(schedule, pins.stream().map(ActivityPin::activity).toList());
        insert(term(schedule), schedule, pins);
    }

    @Override
    @Transactional
    public void unpin(ScheduleId schedule, Collection<String> activities) {
        delete(schedule, activities);
        String term = term(schedule);
        // a pin of the term holds for every schedule; one without anything fixed takes its place here
        List<ActivityPin> free = read(term, null).stream()
                .map(ActivityPin::activity)
                .filter(activities::contains)
                .map(activity -> new ActivityPin(activity, null, null, null, List.of()))
                .toList();
        insert(term, schedule, free);
    }

    private String term(ScheduleId schedule) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT term.code FROM schedule JOIN term ON term.id = term_id WHERE schedule.id = ?",
                String.class,
                schedule.value()));
    }

    private void delete(ScheduleId schedule, Collection<String> activities) {
        jdbc.update("""
                DELETE FROM pin USING activity_template template, course
                WHERE schedule_id = ? AND template.id = template_id AND course.id = course_id
                  AND template.code || '/'
                      || coalesce((SELECT code FROM attendee_group WHERE id = group_id), course.code) || '/' || ordinal
                      = ANY (?)
                """, schedule.value(), activities.toArray(String[]::new));
    }

    private void insert(String term, @Nullable ScheduleId schedule, List<ActivityPin> pins) {
        for (ActivityPin pin : pins) {
            String[] activity = pin.activity().split("/", -1);
            if (activity.length != 3) {
                throw new IllegalArgumentException(
                        "The pin's activity (" + pin.activity() + ") must be template/group/ordinal.");
            }
            UUID id = UUID.randomUUID();
            int inserted = jdbc.update(
                    """
                    INSERT INTO pin (id, schedule_id, term_id, template_id, group_id, ordinal, day, start_time, room_id)
                    SELECT ?, ?::uuid, term.id, template.id, attendee_group.id, ?, ?,
                           (SELECT start_time
                            FROM (SELECT start_time, row_number() OVER (ORDER BY start_time) AS number
                                  FROM term_period WHERE term_id = term.id AND kind = 'SLOT') slot
                            WHERE number = ?),
                           (SELECT id FROM room WHERE code = ?)
                    FROM term, activity_template template
                    JOIN course ON course.id = course_id
                    LEFT JOIN attendee_group ON attendee_group.code = ?
                    WHERE term.code = ? AND template.code = ? AND (attendee_group.id IS NOT NULL OR course.code = ?)
                    """,
                    id,
                    schedule == null ? null : schedule.value(),
                    Integer.valueOf(activity[2]),
                    pin.day() == null ? null : pin.day().getValue(),
                    pin.slot(),
                    pin.room(),
                    activity[1],
                    term,
                    activity[0],
                    activity[1]);
            if (inserted == 0) {
                throw new IllegalArgumentException(
                        "The pin's activity (" + pin.activity() + ") names a template or a group that is not there.");
            }
            insertPersonnel(id, pin.personnel());
        }
    }

    private void insertPersonnel(UUID pin, List<String> personnel) {
        int position = 0;
        for (String person : personnel) {
            jdbc.update("""
                    INSERT INTO pin_personnel (pin_id, personnel_id, position)
                    VALUES (?, (SELECT id FROM personnel WHERE code = ?), ?)
                    """, pin, person, ++position);
        }
    }

    /**
     * The pins of a term, in the order in which they were entered; with those of a schedule, which take the place of the
     * term's pin of the same activity.
     */
    List<ActivityPin> read(String term, @Nullable ScheduleId schedule) {
        Map<String, ActivityPin> pins = new LinkedHashMap<>();
        jdbc.query("""
                        SELECT template.code || '/' || coalesce(attendee_group.code, course.code) || '/' || ordinal
                                   AS activity,
                               day,
                               (SELECT count(*) FROM term_period slot
                                WHERE slot.term_id = pin.term_id AND slot.kind = 'SLOT'
                                  AND slot.start_time <= pin.start_time) AS slot,
                               room.code AS room,
                               ARRAY(SELECT personnel.code
                                     FROM pin_personnel JOIN personnel ON personnel.id = personnel_id
                                     WHERE pin_id = pin.id ORDER BY position, personnel.code)::text[] AS personnel
                        FROM pin
                        JOIN term ON term.id = pin.term_id
                        JOIN activity_template template ON template.id = template_id
                        JOIN course ON course.id = course_id
                        LEFT JOIN attendee_group ON attendee_group.id = group_id
                        LEFT JOIN room ON room.id = room_id
                        WHERE term.code = ? AND (schedule_id IS NULL OR schedule_id = ?)
                        ORDER BY schedule_id NULLS FIRST, pin.entry_no
                        """, Pins::pin, term, schedule == null ? null : schedule.value())
                .forEach(pin -> pins.put(pin.activity(), pin));
        return new ArrayList<>(pins.values());
    }

    private static ActivityPin pin(ResultSet row, int number) throws SQLException {
        Integer day = row.getObject("day", Integer.class);
        return new ActivityPin(
                row.getString("activity"),
                day == null ? null : DayOfWeek.of(day),
                day == null ? null : row.getInt("slot"),
                row.getString("room"),
                List.of((String[]) row.getArray("personnel").getArray()));
    }
}
