package org.horarium.server.preference;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.formats.college.Fairness;
import org.horarium.formats.college.Preference;
import org.horarium.formats.college.WeeklyTime;
import org.horarium.server.schedule.PersonnelInput;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people said, from the tables, as it enters a college. */
@Component
class JdbcPersonnelInput implements PersonnelInput {
    /** Behind everything else in the bucket. */
    private static final int LAST = 10;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    JdbcPersonnelInput(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void insertStanding(List<Preference> preferences) {
        if (preferences.isEmpty()) {
            return;
        }
        int[] inserted = batches.batchUpdate(
                """
                INSERT INTO preference (personnel_id, template_id, bucket, rank, reason, veto)
                SELECT personnel.id, template.id, ?, ?, ?, CASE WHEN ? THEN 'APPROVED' END
                FROM personnel, activity_template template WHERE personnel.code = ? AND template.code = ?
                """,
                preferences.stream()
                        .map(preference -> new Object[] {
                            preference.bucket().name(),
                            preference.order(),
                            preference.reason(),
                            preference.bucket() == Preference.Bucket.CANNOT,
                            preference.person(),
                            preference.template()
                        })
                        .toList());
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] == 0) {
                throw new IllegalArgumentException(
                        "The preference of the person (%s) for the template (%s) can't be kept: there is no such person or no such template."
                                .formatted(
                                        preferences.get(i).person(),
                                        preferences.get(i).template()));
            }
        }
    }

    @Override
    public List<Preference> preferences(@Nullable ScheduleId schedule) {
        UUID id = schedule == null ? null : schedule.value();
        return jdbc.sql("""
                        SELECT personnel.code AS person, template.code AS template, bucket, rank, reason, veto
                        FROM preference
                        JOIN personnel ON personnel.id = preference.personnel_id
                        JOIN activity_template template ON template.id = preference.template_id
                        JOIN course ON course.id = template.course_id
                        LEFT JOIN preference_round round ON round.id = preference.round_id
                        WHERE personnel.archived_at IS NULL AND course.archived_at IS NULL
                          AND (round.schedule_id = CAST(:schedule AS uuid)
                               OR preference.round_id IS NULL
                              AND NOT EXISTS (
                                  SELECT FROM preference_submission
                                  JOIN preference_sheet ON preference_sheet.id = preference_submission.sheet_id
                                  JOIN preference_round asked ON asked.id = preference_sheet.round_id
                                  WHERE asked.schedule_id = CAST(:schedule AS uuid)
                                    AND preference_sheet.personnel_id = preference.personnel_id))
                        ORDER BY preference.entry_no
                        """)
                .param("schedule", id)
                .query((row, n) -> {
                    Preference.Bucket bucket = Preference.Bucket.valueOf(row.getString("bucket"));
                    boolean soft = bucket == Preference.Bucket.CANNOT && !"APPROVED".equals(row.getString("veto"));
                    return new Preference(
                            row.getString("person"),
                            row.getString("template"),
                            soft ? Preference.Bucket.RATHER_NOT : bucket,
                            soft ? Integer.valueOf(LAST) : row.getObject("rank", Integer.class),
                            row.getString("reason"));
                })
                .list();
    }

    @Override
    public Map<String, List<WeeklyTime>> unavailable(ScheduleId schedule) {
        Map<String, List<WeeklyTime>> times = new LinkedHashMap<>();
        jdbc.sql("""
                        SELECT personnel.code, day, start_time, end_time
                        FROM preference_unavailability
                        JOIN preference_round ON preference_round.id = round_id
                        JOIN personnel ON personnel.id = personnel_id
                        WHERE schedule_id = ? ORDER BY personnel.entry_no, day, start_time
                        """).param(schedule.value()).query(row -> {
            times.computeIfAbsent(row.getString("code"), code -> new ArrayList<>())
                    .add(new WeeklyTime(
                            DayOfWeek.of(row.getInt("day")),
                            row.getObject("start_time", LocalTime.class),
                            row.getObject("end_time", LocalTime.class)));
        });
        return times;
    }

    @Override
    public Fairness fairness(ScheduleId schedule) {
        return jdbc.sql("SELECT fairness FROM preference_policy WHERE schedule_id = ?")
                .param(schedule.value())
                .query(String.class)
                .optional()
                .map(Fairness::valueOf)
                .orElse(Fairness.LEXIMIN);
    }
}
