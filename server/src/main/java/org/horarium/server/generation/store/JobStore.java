package org.horarium.server.generation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.horarium.engine.variant.Variant;
import org.horarium.server.generation.GenerationJob;
import org.horarium.server.generation.GenerationRequest;
import org.horarium.server.generation.Idempotency;
import org.horarium.server.generation.JobPhase;
import org.horarium.server.generation.JobPriority;
import org.horarium.server.generation.JobStatus;
import org.horarium.server.generation.MissingVariant;
import org.horarium.server.generation.Progress;
import org.horarium.server.generation.Wish;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleScope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Generation jobs in PostgreSQL. */
@Repository
public class JobStore {
    private static final TypeReference<List<Progress.Sample>> HISTORY = new TypeReference<>() {};
    private static final TypeReference<List<MissingVariant>> MISSING = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JobStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Adds a queued job.
     *
     * @param id its key
     * @param schedule whose timetable it makes
     * @param name of the schedule, by which the job is found
     * @param request what was asked for
     * @param retryOf the job that this one is another try of; null for none
     * @param createdBy login name
     * @param idempotency so that the same request sent twice makes one job; null when the caller does not care
     * @throws org.springframework.dao.DuplicateKeyException if the schedule has an open job, or the idempotency key was
     *     used
     */
    public void insert(
            UUID id,
            ScheduleId schedule,
            String name,
            GenerationRequest request,
            @Nullable UUID retryOf,
            String createdBy,
            @Nullable Idempotency idempotency) {
        jdbc.sql("""
                insert into generation_job (id, schedule_id, schedule_name, department, batch, semester, academic_year,
                    time_budget_seconds, seed, variants, retry_of, status, created_by, idempotency_key, request_text)
                values (:id, :schedule, :name, :department, :batch, :semester, :year, :seconds, :seed, :variants, :retry, 'queued',
                    :by, :key, :text)
                """)
                .param("id", id)
                .param("schedule", schedule.value())
                .param("name", name)
                .param("department", request.scope().department())
                .param("batch", request.scope().batch())
                .param("semester", request.scope().semester())
                .param("year", request.scope().academicYear())
                .param("seconds", request.timeBudget().toSeconds())
                .param("seed", request.seed())
                .param("variants", labels(request.variants()))
                .param("retry", retryOf)
                .param("by", createdBy)
                .param("key", idempotency == null ? null : idempotency.key())
                .param("text", idempotency == null ? null : idempotency.request())
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
    public Optional<KnownRequest> findRequest(String createdBy, String key) {
        return jdbc.sql("select id, request_text from generation_job where created_by = :by and idempotency_key = :key")
                .param("by", createdBy)
                .param("key", key)
                .query((row, n) -> new KnownRequest(row.getObject("id", UUID.class), row.getString("request_text")))
                .optional();
    }

    /** A job, or nothing. */
    public Optional<GenerationJob> find(UUID id) {
        return jdbc.sql("select * from generation_job where id = :id")
                .param("id", id)
                .query(this::job)
                .optional();
    }

    /**
     * Jobs, the newest first.
     *
     * @param departments only of these; null for all
     * @param schedule only of this; null for all
     * @param after continue after this job; null to begin
     * @param limit how many at most
     */
    public List<GenerationJob> list(
            @Nullable Collection<String> departments, @Nullable ScheduleId schedule, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select * from generation_job
                where (:all or department = any (:departments))
                  and (:schedule::uuid is null or schedule_id = :schedule::uuid)
                  and (:after::uuid is null or (created_at, id) <
                      (select created_at, id from generation_job where id = :after::uuid))
                order by created_at desc, id desc
                limit :limit
                """)
                .param("all", departments == null)
                .param("departments", departments == null ? new String[0] : departments.toArray(String[]::new))
                .param("schedule", schedule == null ? null : schedule.value())
                .param("after", after)
                .param("limit", limit)
                .query(this::job)
                .list();
    }

    private static final String FOUND = """
            where (:all or department = any (:departments))
              and (:status = '' or status = :status)
              and concat_ws(' ', schedule_name, department, batch, academic_year, created_by) ilike :like
            """;

    /** How many jobs {@link #page} finds. */
    public long count(@Nullable Collection<String> departments, String search, @Nullable JobStatus status) {
        return found("select count(*) from generation_job " + FOUND, departments, search, status)
                .query(Long.class)
                .single();
    }

    /**
     * Some of the jobs that are looked for, the newest first.
     *
     * @param departments only of these; null for all
     * @param search part of the schedule's name, the department, the batch, the academic year or the login of who asked, in
     *     any case; empty for all
     * @param status only in this; null for all
     * @param offset how many to skip
     * @param limit how many at most
     */
    public List<GenerationJob> page(
            @Nullable Collection<String> departments,
            String search,
            @Nullable JobStatus status,
            long offset,
            int limit) {
        String sql = "select * from generation_job " + FOUND
                + "order by created_at desc, id desc limit :limit offset :offset";
        return found(sql, departments, search, status)
                .param("limit", limit)
                .param("offset", offset)
                .query(this::job)
                .list();
    }

    private JdbcClient.StatementSpec found(
            String sql, @Nullable Collection<String> departments, String search, @Nullable JobStatus status) {
        return jdbc.sql(sql)
                .param("all", departments == null)
                .param("departments", departments == null ? new String[0] : departments.toArray(String[]::new))
                .param("status", status == null ? "" : status.code())
                .param("like", "%" + search.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
    }

    /** Number of jobs that wait before a queued one: those of a higher priority, and the older ones of the same. */
    public int queuedBefore(UUID id) {
        return jdbc.sql("""
                select count(*) from generation_job other, generation_job this
                where this.id = :id and other.status = 'queued' and other.id <> this.id
                  and (other.priority, this.created_at) > (this.priority, other.created_at)
                """).param("id", id).query(Integer.class).single();
    }

    /** Changes which of the queued jobs comes first. Returns whether this one is queued. */
    public boolean prioritise(UUID id, JobPriority priority) {
        return jdbc.sql("update generation_job set priority = :priority where id = :id and status = 'queued'")
                        .param("priority", priority.rank())
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * Notes what somebody asks of an open job. A cancel is never taken back.
     *
     * @return whether the job was open
     */
    public boolean wish(UUID id, Wish wish) {
        return jdbc.sql("""
                update generation_job
                set wish = case when wish = 'cancel' then wish else :wish end, updated_at = now()
                where id = :id and status in ('queued', 'running')
                """).param("wish", wish.code()).param("id", id).update() == 1;
    }

    /** Cancels a job that no worker has begun. Returns whether it was one. */
    public boolean cancelQueued(UUID id) {
        return jdbc.sql("""
                update generation_job
                set status = 'cancelled', completed_at = now(), updated_at = now()
                where id = :id and status = 'queued'
                """).param("id", id).update() == 1;
    }

    /**
     * Notes a decision about a completed job.
     *
     * @return whether the job was waiting for one
     */
    public boolean decide(UUID id, JobStatus decision, String by, @Nullable String comments) {
        return jdbc.sql("""
                update generation_job
                set status = :status, decided_by = :by, decided_at = now(), comments = :comments, updated_at = now()
                where id = :id and status = 'completed'
                """)
                        .param("status", decision.code())
                        .param("by", by)
                        .param("comments", comments)
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * Holds a job until the end of the transaction, so that its variants are chosen and decided on one after the other.
     *
     * @return where it stands; nothing when there is none
     */
    public Optional<JobStatus> hold(UUID id) {
        return jdbc.sql("select status from generation_job where id = :id for update")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(JobStatus::of);
    }

    /** Another variant of a rejected job was chosen: it waits for a decision again. */
    public void reopen(UUID id) {
        jdbc.sql("""
                update generation_job
                set status = 'completed', decided_by = null, decided_at = null, comments = null, updated_at = now()
                where id = :id and status = 'rejected'
                """).param("id", id).update();
    }

    /** The newest jobs of a schedule that have made variants. */
    public List<GenerationJob> withVariants(ScheduleId schedule, int limit) {
        return jdbc.sql("""
                select * from generation_job
                where schedule_id = :schedule
                  and exists (select from generation_variant where job_id = generation_job.id)
                order by created_at desc, id desc limit :limit
                """)
                .param("schedule", schedule.value())
                .param("limit", limit)
                .query(this::job)
                .list();
    }

    /**
     * Begins the next attempt of an open job; from now on earlier attempts are fenced off.
     *
     * @return the job with its new attempt number; nothing when it is not open
     */
    public Optional<GenerationJob> beginAttempt(UUID id, String worker) {
        return jdbc.sql("""
                update generation_job
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
     * @throws FencedException if the attempt is not the running one any more
     */
    public Wish heartbeat(UUID id, int attempt, Progress progress) {
        return jdbc.sql("""
                update generation_job
                set progress = :percent, phase = :phase, best_hard = :hard, best_cost = :cost, moves = :moves,
                    elapsed_ms = :elapsed, history = :history::jsonb, variant = :variant, made = :made,
                    first_feasible_ms = :feasible, heartbeat_at = now(), updated_at = now()
                where id = :id and attempt = :attempt and status = 'running'
                returning wish
                """)
                .param("percent", progress.percent())
                .param(
                        "phase",
                        progress.phase() == null ? null : progress.phase().code())
                .param("hard", progress.bestHard())
                .param("cost", progress.bestCost())
                .param("moves", progress.moves())
                .param("elapsed", progress.elapsedMs())
                .param("history", json.writeValueAsString(progress.history()))
                .param(
                        "variant",
                        progress.variant() == null ? null : progress.variant().label())
                .param("made", labels(progress.made()))
                .param("feasible", progress.firstFeasibleMs())
                .param("id", id)
                .param("attempt", attempt)
                .query(String.class)
                .optional()
                .map(Wish::of)
                .orElseThrow(() -> new FencedException(id, attempt));
    }

    /**
     * Holds the job until the end of the transaction, so that nothing changes while its result is saved.
     *
     * @return what somebody asks of it
     * @throws FencedException if the attempt is not the running one any more
     */
    public Wish lock(UUID id, int attempt) {
        return jdbc.sql("""
                select wish from generation_job
                where id = :id and attempt = :attempt and status = 'running' for update
                """)
                .param("id", id)
                .param("attempt", attempt)
                .query(String.class)
                .optional()
                .map(Wish::of)
                .orElseThrow(() -> new FencedException(id, attempt));
    }

    /**
     * Ends a job. Meant to be part of the transaction that saves the result.
     *
     * @param status how it ended
     * @param error why it failed; null unless it did
     * @param missing variants that were wanted and could not be made
     * @throws FencedException if the attempt is not the running one any more
     */
    public void finish(UUID id, int attempt, JobStatus status, @Nullable String error, List<MissingVariant> missing) {
        int ended = jdbc.sql("""
                update generation_job
                set status = :status, error_message = :error, missing = :missing::jsonb, variant = null,
                    made = array(select variant from generation_variant where job_id = :id
                                 order by array_position(generation_job.variants, generation_variant.variant)),
                    completed_at = now(), updated_at = now(),
                    progress = case when :status = 'completed' then 100 else progress end
                where id = :id and attempt = :attempt and status = 'running'
                """)
                .param("status", status.code())
                .param("error", error)
                .param("missing", json.writeValueAsString(missing))
                .param("id", id)
                .param("attempt", attempt)
                .update();
        if (ended == 0) {
            throw new FencedException(id, attempt);
        }
    }

    private GenerationJob job(ResultSet row, int number) throws SQLException {
        var request = new GenerationRequest(
                new ScheduleScope(
                        row.getString("department"),
                        row.getString("batch"),
                        row.getObject("semester", Integer.class),
                        row.getString("academic_year")),
                Duration.ofSeconds(row.getInt("time_budget_seconds")),
                row.getLong("seed"),
                variants(row, "variants"));
        String variant = row.getString("variant");
        String phase = row.getString("phase");
        var progress = new Progress(
                row.getInt("progress"),
                phase == null ? null : JobPhase.of(phase),
                row.getObject("best_hard", Long.class),
                row.getObject("best_cost", Long.class),
                variant == null ? null : Variant.of(variant),
                variants(row, "made"),
                row.getObject("first_feasible_ms", Long.class),
                row.getLong("moves"),
                row.getLong("elapsed_ms"),
                json.readValue(row.getString("history"), HISTORY));
        Instant decidedAt = instant(row, "decided_at");
        return new GenerationJob(
                row.getObject("id", UUID.class),
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                request,
                JobStatus.of(row.getString("status")),
                Wish.of(row.getString("wish")),
                JobPriority.of(row.getInt("priority")),
                row.getInt("attempt"),
                progress,
                json.readValue(row.getString("missing"), MISSING),
                row.getObject("retry_of", UUID.class),
                row.getString("error_message"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                instant(row, "started_at"),
                row.getTimestamp("updated_at").toInstant(),
                instant(row, "completed_at"),
                decidedAt == null
                        ? null
                        : new GenerationJob.Decision(
                                row.getString("decided_by"), decidedAt, row.getString("comments")));
    }

    private static List<Variant> variants(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray())
                .map(Variant::of)
                .toList();
    }

    private static String[] labels(List<Variant> variants) {
        return variants.stream().map(Variant::label).toArray(String[]::new);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
