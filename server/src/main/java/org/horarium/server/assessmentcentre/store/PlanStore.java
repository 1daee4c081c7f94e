package org.horarium.server.assessmentcentre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.assessment.PlanSummary;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Disruption;
import org.horarium.assessment.model.Plan;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.CentreWriter;
import org.horarium.server.assessmentcentre.Incident;
import org.horarium.server.assessmentcentre.PlanVersion;
import org.horarium.server.assessmentcentre.PlanVersion.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Plans in PostgreSQL. */
@Repository
public class PlanStore {
    private static final TypeReference<List<DisruptionJson>> DISRUPTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlanStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * What a plan has beside its sessions.
     *
     * @param origin how it came to be
     * @param undoTo the plan that an undo of it brings back; null for none
     * @param summary what is known about it; null for nothing
     * @param disruptions what has happened and still holds
     * @param incident what made it necessary; null for nothing
     */
    public record Facts(
            Origin origin,
            @Nullable Integer undoTo,
            @Nullable PlanSummary summary,
            List<Disruption> disruptions,
            @Nullable Incident incident) {}

    /**
     * Keeps a plan that was made before the day, and makes it the one that holds. The caller holds the centre.
     *
     * @param job the job that made it; null for none
     * @return its number
     */
    public int insertPlanned(
            UUID centreId, @Nullable UUID job, Centre centre, Plan plan, PlanSummary summary, String by) {
        int number = next(centreId);
        insert(
                centreId,
                number,
                number,
                job,
                centre,
                plan,
                new Facts(Origin.PLANNED, null, summary, List.of(), null),
                by);
        return number;
    }

    /**
     * Keeps a plan that continues another one, and makes it the one that holds. The caller holds the centre.
     *
     * @param before the plan that it continues
     * @return its number
     */
    public int insertContinued(PlanVersion before, Plan plan, Facts facts, String by) {
        int number = next(before.centreId());
        insert(before.centreId(), number, before.lineage(), null, before.centre(), plan, facts, by);
        return number;
    }

    private int next(UUID centreId) {
        return jdbc.sql("select coalesce(max(number), 0) + 1 from assessment_plan where centre_id = :centre")
                .param("centre", centreId)
                .query(Integer.class)
                .single();
    }

    private void insert(
            UUID centreId,
            int number,
            int lineage,
            @Nullable UUID job,
            Centre centre,
            Plan plan,
            Facts facts,
            String by) {
        PlanSummary summary = facts.summary();
        Incident incident = facts.incident();
        jdbc.sql("""
                insert into assessment_plan (centre_id, number, origin, lineage, undo_to, job_id, document, sessions,
                    summary, disruptions, incident, created_by)
                values (:centre, :number, :origin, :lineage, :undo, :job, :document::jsonb, :sessions::jsonb,
                    :summary::jsonb, :disruptions::jsonb, :incident::jsonb, :by)
                """)
                .param("centre", centreId)
                .param("number", number)
                .param("origin", facts.origin().code())
                .param("lineage", lineage)
                .param("undo", facts.undoTo())
                .param("job", job)
                .param("document", CentreWriter.write(centre))
                .param("sessions", json.writeValueAsString(plan))
                .param("summary", summary == null ? null : json.writeValueAsString(SummaryJson.of(summary)))
                .param("disruptions", json.writeValueAsString(DisruptionJson.of(facts.disruptions())))
                .param("incident", incident == null ? null : json.writeValueAsString(incident))
                .param("by", by)
                .update();
        jdbc.sql("update assessment_centre set current_plan = :number where id = :centre")
                .param("number", number)
                .param("centre", centreId)
                .update();
    }

    /** A plan, or nothing. */
    public Optional<PlanVersion> find(UUID centreId, int number) {
        return jdbc.sql("select * from assessment_plan where centre_id = :centre and number = :number")
                .param("centre", centreId)
                .param("number", number)
                .query(this::version)
                .optional();
    }

    /** The plan that holds, or nothing. */
    public Optional<PlanVersion> current(UUID centreId) {
        return jdbc.sql("""
                select p.* from assessment_plan p
                join assessment_centre c on c.id = p.centre_id and c.current_plan = p.number
                where c.id = :centre
                """).param("centre", centreId).query(this::version).optional();
    }

    /** All plans of a centre, the newest first. */
    public List<PlanVersion> all(UUID centreId) {
        return jdbc.sql("select * from assessment_plan where centre_id = :centre order by number desc")
                .param("centre", centreId)
                .query(this::version)
                .list();
    }

    private PlanVersion version(ResultSet row, int n) throws SQLException {
        Centre centre = CentreReader.read(row.getString("document"));
        Plan plan = json.readValue(row.getString("sessions"), Plan.class);
        String summary = row.getString("summary");
        String incident = row.getString("incident");
        return new PlanVersion(
                row.getObject("centre_id", UUID.class),
                row.getInt("number"),
                Origin.of(row.getString("origin")),
                row.getInt("lineage"),
                row.getObject("undo_to", Integer.class),
                row.getObject("job_id", UUID.class),
                centre,
                plan,
                summary == null
                        ? null
                        : json.readValue(summary, SummaryJson.class).read(centre, plan),
                read(json, row.getString("disruptions")),
                incident == null ? null : json.readValue(incident, Incident.class),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant());
    }

    static List<Disruption> read(JsonMapper json, String disruptions) {
        return json.readValue(disruptions, DISRUPTIONS).stream()
                .map(DisruptionJson::read)
                .toList();
    }
}
