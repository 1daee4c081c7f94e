package org.horarium.server.preference.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How far everybody in a schedule is. Says nothing of what they chose. */
@Service
public class RoundBook {
    private static final String PROGRESS = """
            CASE WHEN submission.number IS NOT NULL THEN 'SUBMITTED'
                 WHEN sheet.draft IS NOT NULL THEN 'DRAFT'
                 WHEN sheet.opened_at IS NOT NULL THEN 'OPENED'
                 WHEN sheet.invited_at IS NOT NULL
                      OR EXISTS (SELECT FROM preference_link
                                 WHERE sheet_id = sheet.id AND revoked_at IS NULL) THEN 'INVITED'
                 ELSE 'NOT_INVITED' END
            """;
    private static final String PEOPLE = """
            FROM (SELECT personnel_id, count(*) AS items FROM schedule_eligible WHERE schedule_id = :schedule
                  GROUP BY personnel_id) asked
            JOIN personnel ON personnel.id = asked.personnel_id
            JOIN department ON department.id = personnel.department_id
            LEFT JOIN preference_round round ON round.schedule_id = :schedule
            LEFT JOIN preference_sheet sheet ON sheet.round_id = round.id AND sheet.personnel_id = personnel.id
            LEFT JOIN preference_submission submission ON submission.sheet_id = sheet.id
                AND submission.number = (SELECT max(number) FROM preference_submission WHERE sheet_id = sheet.id)
            """;

    private final JdbcClient jdbc;

    RoundBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person of a schedule.
     *
     * @param code of the person
     * @param name of the person
     * @param email null when unknown
     * @param department its code
     * @param items how many activity templates they can be asked for
     * @param progress how far they are
     * @param changed whether they changed something after they submitted
     * @param proxy whether what counts was submitted by somebody else for them
     * @param links how many good links they have
     * @param invitedAt when a link was mailed
     * @param remindedAt when they were last reminded
     * @param submittedAt when they submitted last
     * @param openUntil reopened until; null for not
     * @param comment what they wrote to the planner with their submission
     */
    public record Row(
            String code,
            String name,
            @Nullable String email,
            String department,
            int items,
            Progress progress,
            boolean changed,
            boolean proxy,
            int links,
            @Nullable OffsetDateTime invitedAt,
            @Nullable OffsetDateTime remindedAt,
            @Nullable OffsetDateTime submittedAt,
            @Nullable OffsetDateTime openUntil,
            @Nullable String comment) {}

    /** Everybody, by name. */
    public List<Row> rows(ScheduleId schedule) {
        return jdbc.sql("""
                        SELECT personnel.code, personnel.name, personnel.email, department.code AS department, asked.items,
                               sheet.invited_at, sheet.reminded_at, sheet.open_until, submission.submitted_at,
                               submission.proxy IS NOT NULL AS by_proxy,
                               submission.number IS NOT NULL AND sheet.draft <> submission.content AS changed,
                               (SELECT count(*) FROM preference_link
                                WHERE sheet_id = sheet.id AND revoked_at IS NULL) AS links,
                               submission.content ->> 'comment' AS comment,
                        """ + PROGRESS + " AS progress " + PEOPLE + " ORDER BY personnel.name, personnel.code")
                .param("schedule", schedule.value())
                .query(RoundBook::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("name"),
                row.getString("email"),
                row.getString("department"),
                row.getInt("items"),
                Progress.valueOf(row.getString("progress")),
                row.getBoolean("changed"),
                row.getBoolean("by_proxy"),
                row.getInt("links"),
                row.getObject("invited_at", OffsetDateTime.class),
                row.getObject("reminded_at", OffsetDateTime.class),
                row.getObject("submitted_at", OffsetDateTime.class),
                row.getObject("open_until", OffsetDateTime.class),
                row.getString("comment"));
    }

    /** How many are how far; every kind is there. */
    public Map<Progress, Long> counts(ScheduleId schedule) {
        Map<Progress, Long> counts = new EnumMap<>(Progress.class);
        for (Progress progress : Progress.values()) {
            counts.put(progress, 0L);
        }
        jdbc.sql("SELECT " + PROGRESS + " AS progress, count(*) AS people " + PEOPLE + " GROUP BY 1")
                .param("schedule", schedule.value())
                .query(row -> {
                    counts.put(Progress.valueOf(row.getString("progress")), row.getLong("people"));
                });
        return counts;
    }

    /** Whether a person can be asked for something in a schedule. */
    public boolean isAsked(ScheduleId schedule, UUID personnel) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM schedule_eligible WHERE schedule_id = ? AND personnel_id = ?)")
                .params(schedule.value(), personnel)
                .query(Boolean.class)
                .single();
    }
}
