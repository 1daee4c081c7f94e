package org.horarium.server.assessmentcentre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.assessment.model.Centre;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.CentreWriter;
import org.horarium.server.assessmentcentre.AssessmentCentre;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Centres in PostgreSQL. */
@Repository
public class CentreStore {
    private final JdbcClient jdbc;

    CentreStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a centre. */
    public void insert(UUID id, @Nullable String department, Centre centre, String by) {
        jdbc.sql("""
                insert into assessment_centre (id, name, department, document, created_by)
                values (:id, :name, :department, :document::jsonb, :by)
                """)
                .param("id", id)
                .param("name", centre.name())
                .param("department", department)
                .param("document", CentreWriter.write(centre))
                .param("by", by)
                .update();
    }

    /**
     * Changes a centre, if nobody did meanwhile.
     *
     * @return whether the version was still the current one
     */
    public boolean update(UUID id, long version, Centre centre) {
        return jdbc.sql("""
                update assessment_centre set name = :name, document = :document::jsonb
                where id = :id and version = :version
                """)
                        .param("name", centre.name())
                        .param("document", CentreWriter.write(centre))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /**
     * Removes a centre with its jobs, plans and links, if nobody changed it meanwhile.
     *
     * @return whether the version was still the current one
     */
    public boolean delete(UUID id, long version) {
        return jdbc.sql("delete from assessment_centre where id = :id and version = :version")
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** A centre, or nothing. */
    public Optional<AssessmentCentre> find(UUID id) {
        return jdbc.sql("select * from assessment_centre where id = :id")
                .param("id", id)
                .query(CentreStore::centre)
                .optional();
    }

    /** As {@link #find}; nobody else changes it until the end of the transaction. */
    public Optional<AssessmentCentre> lock(UUID id) {
        return jdbc.sql("select * from assessment_centre where id = :id for update")
                .param("id", id)
                .query(CentreStore::centre)
                .optional();
    }

    /**
     * How many centres there are.
     *
     * @param departments only of these; null for all
     * @param name part of the name
     */
    public long count(@Nullable Collection<String> departments, String name) {
        return visible("""
                select count(*) from assessment_centre
                where (:all or department = any (:departments)) and strpos(lower(name), lower(:name)) > 0
                """, departments).param("name", name).query(Long.class).single();
    }

    /**
     * A page of centres, the newest first.
     *
     * @param departments only of these; null for all
     * @param name part of the name
     * @param offset rows before it
     * @param limit how many at most
     */
    public List<AssessmentCentre> page(@Nullable Collection<String> departments, String name, long offset, int limit) {
        return visible("""
                select * from assessment_centre
                where (:all or department = any (:departments)) and strpos(lower(name), lower(:name)) > 0
                order by created_at desc, id desc offset :offset limit :limit
                """, departments)
                .param("name", name)
                .param("offset", offset)
                .param("limit", limit)
                .query(CentreStore::centre)
                .list();
    }

    /**
     * Centres, the newest first.
     *
     * @param departments only of these; null for all
     * @param after continue after this centre; null to begin
     * @param limit how many at most
     */
    public List<AssessmentCentre> after(@Nullable Collection<String> departments, @Nullable UUID after, int limit) {
        return visible("""
                select * from assessment_centre
                where (:all or department = any (:departments))
                  and (:after::uuid is null or (created_at, id) <
                    (select created_at, id from assessment_centre where id = :after::uuid))
                order by created_at desc, id desc limit :limit
                """, departments)
                .param("after", after)
                .param("limit", limit)
                .query(CentreStore::centre)
                .list();
    }

    private JdbcClient.StatementSpec visible(String sql, @Nullable Collection<String> departments) {
        return jdbc.sql(sql)
                .param("all", departments == null)
                .param("departments", departments == null ? new String[0] : departments.toArray(String[]::new));
    }

    private static AssessmentCentre centre(ResultSet row, int number) throws SQLException {
        return new AssessmentCentre(
                row.getObject("id", UUID.class),
                row.getString("department"),
                CentreReader.read(row.getString("document")),
                row.getObject("current_plan", Integer.class),
                row.getLong("version"),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }
}
