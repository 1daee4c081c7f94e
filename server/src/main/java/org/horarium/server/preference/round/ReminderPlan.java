package org.horarium.server.preference.round;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.horarium.server.schedule.ScheduleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** When rounds will remind by themselves; {@link Reminders} sends what is due. */
@Component
public class ReminderPlan {
    private final JdbcClient jdbc;

    ReminderPlan(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Plans the reminders of a round anew, from its deadline and its hours. What was sent stays sent; what would have been
     * due already is left out.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void plan(ScheduleId schedule, Locale locale) {
        jdbc.sql("""
                        DELETE FROM preference_reminder
                        WHERE done_at IS NULL
                          AND round_id = (SELECT id FROM preference_round WHERE schedule_id = ?)
                        """).param(schedule.value()).update();
        jdbc.sql("""
                        INSERT INTO preference_reminder (round_id, due_at, locale)
                        SELECT id, deadline - make_interval(hours => hours), ?
                        FROM preference_round, unnest(remind_hours) hours
                        WHERE schedule_id = ? AND deadline - make_interval(hours => hours) > now()
                        """).params(locale.toLanguageTag(), schedule.value()).update();
    }

    /** When a round will remind, the next first. */
    public List<Instant> coming(ScheduleId schedule) {
        return jdbc.sql("""
                        SELECT due_at FROM preference_reminder
                        JOIN preference_round ON preference_round.id = round_id
                        WHERE schedule_id = ? AND done_at IS NULL ORDER BY due_at
                        """)
                .param(schedule.value())
                .query((row, n) -> row.getObject("due_at", OffsetDateTime.class).toInstant())
                .list();
    }
}
