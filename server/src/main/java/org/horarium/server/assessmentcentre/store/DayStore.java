package org.horarium.server.assessmentcentre.store;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.assessment.repair.RepairOption;
import org.horarium.server.assessmentcentre.Incident;
import org.horarium.server.assessmentcentre.Mark;
import org.horarium.server.assessmentcentre.RepairProposal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is seen and proposed on the day, in PostgreSQL. */
@Repository
public class DayStore {
    private static final TypeReference<List<RepairOption>> OPTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DayStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Notes what was seen of a session. */
    public void mark(UUID centreId, int lineage, Mark mark) {
        jdbc.sql("""
                insert into assessment_mark (centre_id, lineage, session_key, kind, planned_start, at, marked_by)
                values (:centre, :lineage, :session, :kind, :planned, :at, :by)
                """)
                .param("centre", centreId)
                .param("lineage", lineage)
                .param("session", mark.session())
                .param("kind", mark.kind().code())
                .param("planned", mark.plannedStart())
                .param("at", mark.at())
                .param("by", mark.by())
                .update();
    }

    /** All marks of a plan and of what it continues, in the order in which they were made. */
    public List<Mark> marks(UUID centreId, int lineage) {
        return jdbc.sql("select * from assessment_mark where centre_id = :centre and lineage = :lineage order by id")
                .param("centre", centreId)
                .param("lineage", lineage)
                .query((row, n) -> new Mark(
                        row.getString("session_key"),
                        Mark.Kind.of(row.getString("kind")),
                        row.getObject("planned_start", LocalDateTime.class),
                        row.getObject("at", LocalDateTime.class),
                        row.getString("marked_by")))
                .list();
    }

    /** Keeps ways to go on until one is chosen. */
    public void insert(RepairProposal proposal, String by) {
        jdbc.sql("""
                insert into assessment_repair (id, centre_id, based_on, at, incident, disruptions, options, created_by)
                values (:id, :centre, :based, :at, :incident::jsonb, :disruptions::jsonb, :options::jsonb, :by)
                """)
                .param("id", proposal.id())
                .param("centre", proposal.centreId())
                .param("based", proposal.basedOn())
                .param("at", proposal.at())
                .param("incident", json.writeValueAsString(proposal.incident()))
                .param("disruptions", json.writeValueAsString(DisruptionJson.of(proposal.disruptions())))
                .param("options", json.writeValueAsString(proposal.options()))
                .param("by", by)
                .update();
    }

    /** Ways to go on of a centre, or nothing. */
    public Optional<RepairProposal> find(UUID centreId, UUID id) {
        return jdbc.sql("select * from assessment_repair where centre_id = :centre and id = :id")
                .param("centre", centreId)
                .param("id", id)
                .query((row, n) -> new RepairProposal(
                        id,
                        centreId,
                        row.getInt("based_on"),
                        row.getObject("at", LocalDateTime.class),
                        json.readValue(row.getString("incident"), Incident.class),
                        PlanStore.read(json, row.getString("disruptions")),
                        json.readValue(row.getString("options"), OPTIONS)))
                .optional();
    }
}
