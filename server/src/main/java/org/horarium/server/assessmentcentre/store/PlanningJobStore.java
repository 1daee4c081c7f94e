package org.horarium.server.assessmentcentre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.assessment.model.Centre;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.CentreWriter;
import org.horarium.server.assessmentcentre.PlanningJob;
import org.horarium.server.assessmentcentre.PlanningStatus;
import org.horarium.server.assessmentcentre.PlanningWish;
import org.horarium.server.assessmentcentre.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Planning jobs in PostgreSQL. */
@Repository
public class PlanningJobStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlanningJobStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Adds a queued job.
     *
     * @param key the caller's name for the request; null when the caller does not care
     * @param request what was asked for, as text, to notice when a key is used for something else
     * @throws org.springframework.dao.DuplicateKeyException if the centre has an open job, or the key was used
     */
    public void insert(
            UUID id,
            UUID centreId,
            Centre centre,
            PlanningJob.Effort effort,
            String by,
            @Nullable String key,
            @Nullable String request) {
        jdbc.sql("""
                insert into assessment_job (id, centre_id, document, seconds, seed, status, created_by, idempotency_key,
                    request_text)
                values (:id, :centre, :document::jsonb, :seconds, :seed, 'queued', :by, :key, :request)
                """)
                .param("id", id)
                .param("centre", centreId)
                .param("document", CentreWriter.write(centre))
                .param("seconds", effort.seconds())
                .param("seed", effort.seed())
                .param("by", by)
                .param("key", key)
                .param("request", key == null ? null : request)
                .update();
    }

    /**
     * The job that somebody made with an idempotency key.
     *
     * @param id of the job
     * @param request what was asked for
     */
    public record KnownRequest(UUID id, String request) {}

    /** The job that somebody made with an idempotency key, or nothing. */
    public Optional<KnownRequest> findRequest(String by, String key) {
        return jdbc.sql("select id, request_text from assessment_job where created_by = :by and idempotency_key = :key")
                .param("by", by)
                .param("key", key)
                .query((row, n) -> new KnownRequest(row.getObject("id", UUID.class), row.getString("request_text")))
                .optional();
    }

    /** A job, or nothing. */
    public Optional<PlanningJob> find(UUID id) {
        return jdbc.sql("select * from assessment_job where id = :id")
                .param("id", id)
                .query(this::job)
                .optional();
    }

    /** The newest jobs of a centre, at most some. */
    public List<PlanningJob> newest(UUID centreId, int limit) {
        return jdbc.sql("""
                select * from assessment_job where centre_id = :centre order by created_at desc, id desc limit :limit
                """)
                .param("centre", centreId)
                .param("limit", limit)
                .query(this::job)
                .list();
    }

    /** Number of jobs that wait before a queued one. */
    public int queuedBefore(UUID id) {
        return jdbc.sql("""
                select count(*) from assessment_job
                where status = 'queued' and created_at < (select created_at from assessment_job where id = :id)
                """).param("id", id).query(Integer.class).single();
    }

    /**
     * Notes what somebody asks of an open job. A cancel is never taken back.
     *
     * @return whether the job was open
     */
    public boolean wish(UUID id, PlanningWish wish) {
        return jdbc.sql("""
                update assessment_job
                set wish = case when wish = 'cancel' then wish else :wish end, updated_at = now()
                where id = :id and status in ('queued', 'running')
                """).param("wish", wish.code()).param("id", id).update() == 1;
    }

    /** Cancels a job that no worker has begun. Returns whether it was one. */
    public boolean cancelQueued(UUID id) {
        return jdbc.sql("""
                update assessment_job
                set status = 'cancelled', completed_at = now(), updated_at = now()
                where id = :id and status = 'queued'
                """).param("id", id).update() == 1;
    }

    /**
     * Begins the next attempt of an open job; from now on earlier attempts are fenced off.
     *
     * @return the job with its new attempt number; nothing when it is not open
     */
    public Optional<PlanningJob> beginAttempt(UUID id, String worker) {
        return jdbc.sql("""
                update assessment_job
                set attempt = attempt + 1, status = 'running', worker = :worker,
                    started_at = coalesce(started_at, now()), heartbeat_at = now(), updated_at = now()
                where id = :id and status in ('queued', 'running')
                returning *
                """)
                .param("worker", worker)
                .param("id", id)
                .query(this::job)
                .optional();
    }

    /**
     * Writes the progress of an attempt.
     *
     * @return what somebody asks of the job
     * @throws FencedAttemptException if the attempt is not the running one any more
     */
    public PlanningWish heartbeat(UUID id, int attempt, PlanningJob.Progress progress) {
        return jdbc.sql("""
                update assessment_job
                set best_end = :end, earliest_end = :earliest, elapsed_ms = :elapsed, heartbeat_at = now(),
                    updated_at = now()
                where id = :id and attempt = :attempt and status = 'running'
                returning wish
                """)
                .param("end", progress.end())
                .param("earliest", progress.earliestEnd())
                .param("elapsed", progress.elapsedMs())
                .param("id", id)
                .param("attempt", attempt)
                .query(String.class)
                .optional()
                .map(PlanningWish::of)
                .orElseThrow(() -> new FencedAttemptException(id, attempt));
    }

    /**
     * Holds the job until the end of the transaction, so that nothing changes while its result is saved.
     *
     * @return what somebody asks of it
     * @throws FencedAttemptException if the attempt is not the running one any more
     */
    public PlanningWish lock(UUID id, int attempt) {
        return jdbc.sql("""
                select wish from assessment_job
                where id = :id and attempt = :attempt and status = 'running' for update
                """)
                .param("id", id)
                .param("attempt", attempt)
                .query(String.class)
                .optional()
                .map(PlanningWish::of)
                .orElseThrow(() -> new FencedAttemptException(id, attempt));
    }

    /**
     * Ends a job. Meant to be part of the transaction that saves the result.
     *
     * @param status how it ended
     * @param refusal why there is no plan; null unless the centre has none
     * @param error what went wrong on our side; null unless that is why it failed
     * @throws FencedAttemptException if the attempt is not the running one any more
     */
    public void finish(UUID id, int attempt, PlanningStatus status, @Nullable Refusal refusal, @Nullable String error) {
        int ended = jdbc.sql("""
                update assessment_job
                set status = :status, failure = :failure::jsonb, error_message = :error, completed_at = now(),
                    updated_at = now()
                where id = :id and attempt = :attempt and status = 'running'
                """)
                .param("status", status.code())
                .param("failure", refusal == null ? null : json.writeValueAsString(refusal))
                .param("error", error)
                .param("id", id)
                .param("attempt", attempt)
                .update();
        if (ended == 0) {
            throw new FencedAttemptException(id, attempt);
        }
    }

    private PlanningJob job(ResultSet row, int number) throws SQLException {
        String failure = row.getString("failure");
        return new PlanningJob(
                row.getObject("id", UUID.class),
                row.getObject("centre_id", UUID.class),
                CentreReader.read(row.getString("document")),
                new PlanningJob.Effort(row.getInt("seconds"), row.getLong("seed")),
                PlanningStatus.of(row.getString("status")),
                PlanningWish.of(row.getString("wish")),
                row.getInt("attempt"),
                new PlanningJob.Progress(
                        row.getObject("best_end", LocalDateTime.class),
                        row.getObject("earliest_end", LocalDateTime.class),
                        row.getLong("elapsed_ms")),
                failure == null ? null : json.readValue(failure, Refusal.class),
                row.getString("error_message"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "completed_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
