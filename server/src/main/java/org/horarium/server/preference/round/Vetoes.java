package org.horarium.server.preference.round;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Activities that people refuse. Who looks after the schedule accepts them, which makes them hard, or declines. */
@Service
public class Vetoes {
    private final JdbcClient jdbc;
    private final ScheduleFrames frames;
    private final AuditLog audit;

    Vetoes(JdbcClient jdbc, ScheduleFrames frames, AuditLog audit) {
        this.jdbc = jdbc;
        this.frames = frames;
        this.audit = audit;
    }

    /** Whether it is accepted. */
    public enum Decision {
        /** Nobody has said. */
        PENDING,
        /** A hard rule. */
        APPROVED,
        /** Counts as the last of what the person would rather not give. */
        DECLINED
    }

    /**
     * A refusal.
     *
     * @param entry its key
     * @param person name
     * @param activity name of the template
     * @param reason in the person's words
     * @param others how many others could give it instead
     * @param decision whether it is accepted
     */
    public record Veto(long entry, String person, String activity, String reason, int others, Decision decision) {}

    /** All refusals in a schedule, those to decide first. */
    public List<Veto> of(ScheduleId schedule) {
        return jdbc.sql("""
                        SELECT preference.entry_no, personnel.name AS person, template.name AS activity, preference.reason,
                               preference.veto,
                               (SELECT count(*) FROM template_eligible
                                WHERE template_eligible.template_id = template.id
                                  AND template_eligible.personnel_id <> personnel.id) AS others
                        FROM preference
                        JOIN preference_round round ON round.id = preference.round_id
                        JOIN personnel ON personnel.id = preference.personnel_id
                        JOIN activity_template template ON template.id = preference.template_id
                        WHERE round.schedule_id = ? AND preference.veto IS NOT NULL
                        ORDER BY preference.veto <> 'PENDING', personnel.name, template.name
                        """)
                .param(schedule.value())
                .query((row, n) -> new Veto(
                        row.getLong("entry_no"),
                        row.getString("person"),
                        row.getString("activity"),
                        row.getString("reason"),
                        row.getInt("others"),
                        Decision.valueOf(row.getString("veto"))))
                .list();
    }

    /** Decides one. */
    @Transactional
    public void decide(ScheduleId schedule, long entry, boolean approved, Actor actor) {
        frames.manage(schedule, actor);
        List<UUID> changed = jdbc.sql("""
                        UPDATE preference SET veto = :veto
                        WHERE entry_no = :entry AND veto IS NOT NULL
                          AND round_id = (SELECT id FROM preference_round WHERE schedule_id = :schedule)
                        RETURNING template_id
                        """)
                .param("veto", (approved ? Decision.APPROVED : Decision.DECLINED).name())
                .param("entry", entry)
                .param("schedule", schedule.value())
                .query(UUID.class)
                .list();
        if (changed.isEmpty()) {
            throw new NotFoundException("There is no such refusal any more. Maybe the person has just submitted anew.");
        }
        audit.record(
                actor.email(),
                approved ? "preference.veto-approved" : "preference.veto-declined",
                schedule.toString(),
                Map.of("entry", entry));
    }
}
