package org.horarium.server.timetable.regeneration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.timetable.PlacedActivity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Regenerations in PostgreSQL. A later attempt at a job locks out the earlier ones: each write names its attempt. */
@Repository
class RegenerationStore {
    private static final TypeReference<List<PlacedActivity>> MOVES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RegenerationStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Regeneration job, Actor actor) {
        jdbc.sql("""
                insert into regeneration (id, revision_id, version, activities, scope, few_moves, seconds, actor)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        job.id(),
                        job.revision(),
                        job.version(),
                        job.activities().toArray(String[]::new),
                        job.scope(),
                        job.fewMoves(),
                        job.seconds(),
                        actor.email())
                .update();
    }

    Optional<Regeneration> find(UUID id) {
        return jdbc.sql("select * from regeneration where id = ?")
                .param(id)
                .query(this::read)
                .optional();
    }

    /** Begins the next attempt; returns its number, or nothing when the job is over. */
    Optional<Integer> begin(UUID id) {
        return jdbc.sql("""
                        update regeneration set status = 'running', attempt = attempt + 1, percent = 0
                        where id = ? and status in ('queued', 'running') returning attempt
                        """).param(id).query(Integer.class).optional();
    }

    /** Writes how far it is; returns whether somebody wants it to stop, true as well when this attempt is not the last. */
    boolean progress(UUID id, int attempt, int percent) {
        return jdbc.sql("""
                        update regeneration set percent = ? where id = ? and attempt = ? and status = 'running'
                        returning stop
                        """)
                .params(percent, id, attempt)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    void stop(UUID id) {
        jdbc.sql("update regeneration set stop = true where id = ? and status in ('queued', 'running')")
                .param(id)
                .update();
    }

    void ready(UUID id, int attempt, long before, long after, List<PlacedActivity> moves) {
        jdbc.sql("""
                update regeneration
                set status = 'ready', percent = 100, cost_before = ?, cost_after = ?, moves = ?::jsonb
                where id = ? and attempt = ? and status = 'running'
                """)
                .params(before, after, json.writeValueAsString(moves), id, attempt)
                .update();
    }

    void fail(UUID id, int attempt, String error) {
        jdbc.sql(
                        "update regeneration set status = 'failed', error = ? where id = ? and attempt = ? and status = 'running'")
                .params(error, id, attempt)
                .update();
    }

    /** Ends one that is ready; returns whether it was. */
    boolean decide(UUID id, RegenerationStatus how) {
        return jdbc.sql("update regeneration set status = ? where id = ? and status = 'ready'")
                        .params(how.code(), id)
                        .update()
                == 1;
    }

    private Regeneration read(ResultSet row, int number) throws SQLException {
        return new Regeneration(
                row.getObject("id", UUID.class),
                row.getLong("revision_id"),
                row.getLong("version"),
                Arrays.asList((String[]) row.getArray("activities").getArray()),
                row.getString("scope"),
                row.getBoolean("few_moves"),
                row.getInt("seconds"),
                RegenerationStatus.of(row.getString("status")),
                row.getInt("percent"),
                row.getObject("cost_before", Long.class),
                row.getObject("cost_after", Long.class),
                json.readValue(row.getString("moves"), MOVES),
                row.getString("error"));
    }
}
