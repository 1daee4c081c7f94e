package org.horarium.server.assessmentcentre.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.assessmentcentre.PersonKind;
import org.horarium.server.assessmentcentre.PersonLink;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Secret links in PostgreSQL, by their hashes. */
@Repository
public class LinkStore {
    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a link. */
    public void insert(UUID centreId, PersonKind kind, String person, byte[] hash, Instant expires, String by) {
        jdbc.sql("""
                insert into assessment_link (centre_id, kind, person, token_hash, expires_at, created_by)
                values (:centre, :kind, :person, :hash, :expires, :by)
                """)
                .param("centre", centreId)
                .param("kind", kind.code())
                .param("person", person)
                .param("hash", hash)
                .param("expires", Timestamp.from(expires))
                .param("by", by)
                .update();
    }

    /** The link with this hash, unless it has expired or was revoked. */
    public Optional<PersonLink> find(byte[] hash) {
        return jdbc.sql("""
                select * from assessment_link where token_hash = :hash and revoked_at is null and expires_at > now()
                """).param("hash", hash).query(LinkStore::link).optional();
    }

    /** The links of a centre that can still be used, by person. */
    public List<PersonLink> list(UUID centreId) {
        return jdbc.sql("""
                select * from assessment_link
                where centre_id = :centre and revoked_at is null and expires_at > now() order by kind desc, id
                """).param("centre", centreId).query(LinkStore::link).list();
    }

    /** Ends a link. Returns whether the centre had it. */
    public boolean revoke(UUID centreId, long id) {
        return jdbc.sql("""
                update assessment_link set revoked_at = now()
                where id = :id and centre_id = :centre and revoked_at is null
                """).param("id", id).param("centre", centreId).update() == 1;
    }

    /** Ends all links of a person. */
    public void revokeAll(UUID centreId, PersonKind kind, String person) {
        jdbc.sql("""
                update assessment_link set revoked_at = now()
                where centre_id = :centre and kind = :kind and person = :person and revoked_at is null
                """)
                .param("centre", centreId)
                .param("kind", kind.code())
                .param("person", person)
                .update();
    }

    private static PersonLink link(ResultSet row, int number) throws SQLException {
        return new PersonLink(
                row.getLong("id"),
                row.getObject("centre_id", UUID.class),
                PersonKind.of(row.getString("kind")),
                row.getString("person"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }
}
