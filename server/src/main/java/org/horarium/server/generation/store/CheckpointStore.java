package org.horarium.server.generation.store;

import java.util.Optional;
import java.util.UUID;
import org.horarium.engine.model.Plan;
import org.horarium.engine.verify.Score;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The best plan so far of each attempt of a job, so that a killed worker loses a few seconds and not the search. */
@Repository
public class CheckpointStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    CheckpointStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A plan that was saved on the way.
     *
     * @param plan the plan
     * @param elapsedMs search time that it took, in milliseconds, all attempts together
     */
    public record Checkpoint(Plan plan, long elapsedMs) {}

    /**
     * Saves the best plan of an attempt, in place of the one saved before.
     *
     * @throws FencedException if the attempt is not the running one any more
     */
    public void save(UUID job, int attempt, Plan plan, Score score, long elapsedMs) {
        int saved = jdbc.sql("""
                insert into generation_checkpoint (job_id, attempt, plan, hard, cost, elapsed_ms)
                select id, attempt, :plan::jsonb, :hard, :cost, :elapsed
                from generation_job where id = :job and attempt = :attempt and status = 'running'
                on conflict (job_id, attempt) do update
                set plan = excluded.plan, hard = excluded.hard, cost = excluded.cost,
                    elapsed_ms = excluded.elapsed_ms, saved_at = now()
                """)
                .param("plan", json.writeValueAsString(plan))
                .param("hard", score.hard())
                .param("cost", score.total())
                .param("elapsed", elapsedMs)
                .param("job", job)
                .param("attempt", attempt)
                .update();
        if (saved == 0) {
            throw new FencedException(job, attempt);
        }
    }

    /**
     * Gives a job that was not begun a plan to begin with. Whatever an attempt finds without a violation counts as better.
     *
     * @param plan one without hard violations
     */
    public void begin(UUID job, Plan plan) {
        jdbc.sql("""
                insert into generation_checkpoint (job_id, attempt, plan, hard, cost, elapsed_ms)
                values (:job, 0, :plan::jsonb, 0, :cost, 0)
                """)
                .param("job", job)
                .param("plan", json.writeValueAsString(plan))
                .param("cost", Long.MAX_VALUE)
                .update();
    }

    /** The best plan of all attempts, or nothing. */
    public Optional<Checkpoint> best(UUID job) {
        return jdbc.sql("""
                select plan, elapsed_ms from generation_checkpoint where job_id = :job
                order by hard, cost, attempt limit 1
                """)
                .param("job", job)
                .query((row, n) ->
                        new Checkpoint(json.readValue(row.getString("plan"), Plan.class), row.getLong("elapsed_ms")))
                .optional();
    }

    /** Throws away the checkpoints of a job that has ended. */
    public void clear(UUID job) {
        jdbc.sql("delete from generation_checkpoint where job_id = :job")
                .param("job", job)
                .update();
    }
}
