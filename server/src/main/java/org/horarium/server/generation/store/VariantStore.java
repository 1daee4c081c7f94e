package org.horarium.server.generation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.horarium.engine.variant.Variant;
import org.horarium.server.generation.JobVariant;
import org.horarium.server.generation.VariantChoice;
import org.horarium.server.generation.VariantFigures;
import org.horarium.server.timetable.NewRevision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The variants of jobs, and which were chosen, in PostgreSQL. */
@Repository
public class VariantStore {
    private static final String SELECT = """
            select id, job_id, variant, figures, elapsed_ms, made_at,
                   (select count(*) from variant_comment where variant_id = generation_variant.id) as comments
            from generation_variant
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VariantStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Saves a variant, in place of the one with the same name that was saved before.
     *
     * @param job the running job
     * @param attempt its attempt
     * @param variant which
     * @param figures by which it is compared
     * @param content the timetable; without conflicts
     * @param elapsedMs search time, in milliseconds, all attempts together
     * @throws FencedException if the attempt is not the running one any more
     */
    public void save(
            UUID job, int attempt, Variant variant, VariantFigures figures, NewRevision content, long elapsedMs) {
        int saved = jdbc.sql("""
                insert into generation_variant (job_id, variant, figures, content, elapsed_ms)
                select id, :variant, :figures::jsonb, :content::jsonb, :elapsed
                from generation_job where id = :job and attempt = :attempt and status = 'running'
                on conflict (job_id, variant) do update
                set figures = excluded.figures, content = excluded.content, elapsed_ms = excluded.elapsed_ms,
                    made_at = now()
                """)
                .param("variant", variant.label())
                .param("figures", json.writeValueAsString(figures))
                .param("content", json.writeValueAsString(content))
                .param("elapsed", elapsedMs)
                .param("job", job)
                .param("attempt", attempt)
                .update();
        if (saved == 0) {
            throw new FencedException(job, attempt);
        }
    }

    /** The variants of a job, the balanced one first. */
    public List<JobVariant> list(UUID job) {
        return jdbc.sql(SELECT + "where job_id = ?").param(job).query(this::variant).list().stream()
                .sorted((a, b) -> a.variant().compareTo(b.variant()))
                .toList();
    }

    /** A variant, or nothing. */
    public Optional<JobVariant> find(UUID job, Variant variant) {
        return jdbc.sql(SELECT + "where job_id = ? and variant = ?")
                .params(job, variant.label())
                .query(this::variant)
                .optional();
    }

    /** A variant by its key, or nothing. */
    public Optional<JobVariant> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?").param(id).query(this::variant).optional();
    }

    /** What the variants of a job hold. */
    public Map<Variant, NewRevision> contents(UUID job) {
        Map<Variant, NewRevision> contents = new EnumMap<>(Variant.class);
        jdbc.sql("select variant, content from generation_variant where job_id = ?")
                .param(job)
                .query(row -> {
                    contents.put(
                            Variant.of(row.getString("variant")),
                            json.readValue(row.getString("content"), NewRevision.class));
                });
        return contents;
    }

    /** What a variant holds. */
    public NewRevision content(UUID variant) {
        return json.readValue(
                jdbc.sql("select content::text from generation_variant where id = ?")
                        .param(variant)
                        .query(String.class)
                        .single(),
                NewRevision.class);
    }

    /** Throws away the variants of a job, but for some. */
    public void retain(UUID job, Collection<Variant> kept) {
        jdbc.sql("delete from generation_variant where job_id = ? and variant <> all (?)")
                .params(job, kept.stream().map(Variant::label).toArray(String[]::new))
                .update();
    }

    /**
     * Notes that a variant was made a draft.
     *
     * @param variant its key
     * @param revision key of the draft
     * @param by login; null for the job itself
     */
    public void choose(UUID variant, long revision, @Nullable String by) {
        jdbc.sql("insert into variant_choice (variant_id, revision_id, chosen_by) values (?, ?, ?)")
                .params(Arrays.asList(variant, revision, by))
                .update();
    }

    /** What was chosen of a job, the newest first. */
    public List<VariantChoice> choices(UUID job) {
        return jdbc.sql("""
                select variant, revision_id, number, chosen_by, chosen_at
                from variant_choice
                join generation_variant on generation_variant.id = variant_id
                join timetable_revision on timetable_revision.id = revision_id
                where job_id = ? order by variant_choice.id desc
                """)
                .param(job)
                .query((row, n) -> new VariantChoice(
                        Variant.of(row.getString("variant")),
                        row.getLong("revision_id"),
                        row.getInt("number"),
                        row.getString("chosen_by"),
                        row.getTimestamp("chosen_at").toInstant()))
                .list();
    }

    private JobVariant variant(ResultSet row, int number) throws SQLException {
        return new JobVariant(
                row.getObject("id", UUID.class),
                row.getObject("job_id", UUID.class),
                Variant.of(row.getString("variant")),
                json.readValue(row.getString("figures"), VariantFigures.class),
                row.getLong("elapsed_ms"),
                row.getTimestamp("made_at").toInstant(),
                row.getInt("comments"));
    }
}
