package org.horarium.server.explanation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.engine.explain.ExplainListener.Part;
import org.horarium.engine.model.Plan;
import org.horarium.server.explanation.Explanation;
import org.horarium.server.explanation.Explanation.Remedy;
import org.horarium.server.explanation.ExplanationStatus;
import org.horarium.server.explanation.Findings;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Explanations in their table. */
@Repository
public class ExplanationStore {
    /** How many explanations of a schedule are kept: older ones say nothing about its data any more. */
    private static final int KEPT = 20;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ExplanationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Adds a queued explanation, and forgets old ones of the schedule.
     *
     * @throws org.springframework.dao.DuplicateKeyException if the schedule has an open one
     */
    public void insert(UUID id, ScheduleId schedule, @Nullable UUID generationJob, int seconds, String by) {
        jdbc.sql("""
                delete from explanation where id in (
                    select id from explanation where schedule_id = :schedule order by created_at desc offset :kept)
                """).param("schedule", schedule.value()).param("kept", KEPT).update();
        jdbc.sql("""
                insert into explanation (id, schedule_id, generation_job, seconds, status, created_by)
                values (:id, :schedule, :job, :seconds, 'QUEUED', :by)
                """)
                .param("id", id)
                .param("schedule", schedule.value())
                .param("job", generationJob)
                .param("seconds", seconds)
                .param("by", by)
                .update();
    }

    /** An explanation, or nothing. */
    public Optional<Explanation> find(UUID id) {
        return jdbc.sql("select * from explanation where id = :id")
                .param("id", id)
                .query(this::explanation)
                .optional();
    }

    /** An explanation, held until the end of the transaction, or nothing. */
    public Optional<Explanation> lock(UUID id) {
        return jdbc.sql("select * from explanation where id = :id for update")
                .param("id", id)
                .query(this::explanation)
                .optional();
    }

    /** The newest explanations of a schedule, at most some. */
    public List<Explanation> newest(ScheduleId schedule, int limit) {
        return jdbc.sql("""
                select * from explanation where schedule_id = :schedule order by created_at desc, id limit :limit
                """)
                .param("schedule", schedule.value())
                .param("limit", limit)
                .query(this::explanation)
                .list();
    }

    /** Notes that somebody wants an open explanation to end; one that has not begun ends at once, with nothing found. */
    public void wantStop(UUID id) {
        jdbc.sql("""
                update explanation
                set stop_wanted = true, updated_at = now(),
                    status = case when status = 'QUEUED' then 'FAILED' else status end,
                    error_message = case when status = 'QUEUED' then 'It was stopped before it began.' end,
                    completed_at = case when status = 'QUEUED' then now() end
                where id = :id and status in ('QUEUED', 'RUNNING')
                """).param("id", id).update();
    }

    /**
     * Begins the next attempt at an open explanation; from now on earlier attempts are fenced off.
     *
     * @return the explanation with its new attempt number; nothing when it is not open
     */
    public Optional<Explanation> beginAttempt(UUID id, String worker) {
        return jdbc.sql("""
                update explanation
                set attempt = attempt + 1, status = 'RUNNING', worker = :worker, updated_at = now()
                where id = :id and status in ('QUEUED', 'RUNNING')
                returning *
                """)
                .param("worker", worker)
                .param("id", id)
                .query(this::explanation)
                .optional();
    }

    /**
     * Writes how far an attempt is.
     *
     * @return whether somebody wants it to end
     * @throws FencedExplanationException if the attempt is not the running one any more
     */
    public boolean heartbeat(UUID id, int attempt, @Nullable Part part, long elapsedMs) {
        return jdbc.sql("""
                update explanation set part = :part, elapsed_ms = :elapsed, updated_at = now()
                where id = :id and attempt = :attempt and status = 'RUNNING'
                returning stop_wanted
                """)
                .param("part", part == null ? null : part.name())
                .param("elapsed", elapsedMs)
                .param("id", id)
                .param("attempt", attempt)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new FencedExplanationException(id, attempt));
    }

    /**
     * Keeps what an attempt has found so far.
     *
     * @param fingerprint of the data
     * @throws FencedExplanationException if the attempt is not the running one any more
     */
    public void found(UUID id, int attempt, String fingerprint, Findings findings) {
        int written = jdbc.sql("""
                update explanation set fingerprint = :fingerprint, findings = :findings::jsonb, updated_at = now()
                where id = :id and attempt = :attempt and status = 'RUNNING'
                """)
                .param("fingerprint", fingerprint)
                .param("findings", json.writeValueAsString(findings))
                .param("id", id)
                .param("attempt", attempt)
                .update();
        require(written, id, attempt);
    }

    /**
     * Keeps the plans of what suggestions lead to, in place of those of an earlier attempt.
     *
     * @param plans for each suggestion in turn, null where there is none
     */
    public void plans(UUID id, List<@Nullable Plan> plans) {
        jdbc.sql("delete from explanation_plan where explanation_id = :id")
                .param("id", id)
                .update();
        for (int i = 0; i < plans.size(); i++) {
            Plan plan = plans.get(i);
            if (plan != null) {
                jdbc.sql("""
                        insert into explanation_plan (explanation_id, suggestion, plan) values (:id, :number, :plan::jsonb)
                        """)
                        .param("id", id)
                        .param("number", i + 1)
                        .param("plan", json.writeValueAsString(plan))
                        .update();
            }
        }
    }

    /** The plan that a suggestion leads to, or nothing. */
    public Optional<Plan> plan(UUID id, int suggestion) {
        return jdbc.sql("select plan from explanation_plan where explanation_id = :id and suggestion = :number")
                .param("id", id)
                .param("number", suggestion)
                .query((row, n) -> json.readValue(row.getString("plan"), Plan.class))
                .optional();
    }

    /**
     * Ends an attempt.
     *
     * @param error why it could not be made; null when it could
     * @throws FencedExplanationException if the attempt is not the running one any more
     */
    public void finish(UUID id, int attempt, long elapsedMs, @Nullable String error) {
        int written = jdbc.sql("""
                update explanation
                set status = :status, error_message = :error, elapsed_ms = :elapsed, completed_at = now(),
                    updated_at = now()
                where id = :id and attempt = :attempt and status = 'RUNNING'
                """)
                .param("status", error == null ? "COMPLETED" : "FAILED")
                .param("error", error)
                .param("elapsed", elapsedMs)
                .param("id", id)
                .param("attempt", attempt)
                .update();
        require(written, id, attempt);
    }

    private static void require(int written, UUID id, int attempt) {
        if (written == 0) {
            throw new FencedExplanationException(id, attempt);
        }
    }

    /** Notes which suggestion was carried out, or taken back. */
    public void remedy(UUID id, Remedy remedy) {
        jdbc.sql("update explanation set remedy = :remedy::jsonb, updated_at = now() where id = :id")
                .param("remedy", json.writeValueAsString(remedy))
                .param("id", id)
                .update();
    }

    private Explanation explanation(ResultSet row, int number) throws SQLException {
        String part = row.getString("part");
        String findings = row.getString("findings");
        String remedy = row.getString("remedy");
        return new Explanation(
                row.getObject("id", UUID.class),
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                row.getObject("generation_job", UUID.class),
                row.getInt("seconds"),
                ExplanationStatus.valueOf(row.getString("status")),
                part == null ? null : Part.valueOf(part),
                row.getBoolean("stop_wanted"),
                row.getInt("attempt"),
                row.getLong("elapsed_ms"),
                row.getString("fingerprint"),
                findings == null ? null : json.readValue(findings, Findings.class),
                row.getString("error_message"),
                remedy == null ? null : json.readValue(remedy, Remedy.class),
                row.getString("created_by"),
                row.getObject("created_at", Timestamp.class).toInstant());
    }
}
