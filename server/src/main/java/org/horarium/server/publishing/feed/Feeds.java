package org.horarium.server.publishing.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.Secrets;
import org.horarium.server.publishing.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The links by which calendar programs fetch calendars. A link needs no login, so it holds a secret of 192 random bits, of
 * which only the hash is kept: it is shown once, and can be revoked and made anew at any time.
 */
@Service
public class Feeds {
    private static final int SECRET_BYTES = 24;
    private static final int MOST = 50;

    private final JdbcClient jdbc;
    private final AuditLog audit;

    Feeds(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Makes a link. People may have their own week, everybody who has an account the week of a group or room; those who plan,
     * any.
     *
     * @param label name of the calendar
     * @return the secret, to be shown once
     * @throws AccessDeniedException if the week is somebody else's
     * @throws ConflictException if the person has too many links
     */
    @Transactional
    public String create(Actor actor, Subject subject, String label) {
        if (!maySee(actor, subject)) {
            throw new AccessDeniedException("this is the week of somebody else.");
        }
        if (list(actor).size() >= MOST) {
            throw new ConflictException(
                    "You have %d calendar links already. Revoke one that you do not need.".formatted(MOST));
        }
        String secret = Secrets.random(SECRET_BYTES);
        jdbc.sql("insert into calendar_feed (account_id, kind, code, label, secret_hash) values (?, ?, ?, ?, ?)")
                .params(actor.accountId(), subject.kind().code(), subject.code(), label, Secrets.hash(secret))
                .update();
        audit.record(
                actor.email(),
                "publishing.feed-made",
                subject.code(),
                Map.of("kind", subject.kind().code()));
        return secret;
    }

    private static boolean maySee(Actor actor, Subject subject) {
        return switch (subject.kind()) {
            case GROUP, ROOM -> true;
            case PERSON ->
                actor.hasRole(Role.ADMIN, Role.STAFF) || subject.code().equals(actor.personnelCode());
            case STUDENT -> subject.code().equals(actor.studentCode());
        };
    }

    /** The links of a person that are not revoked, the newest first. */
    @Transactional(readOnly = true)
    public List<Feed> list(Actor actor) {
        return jdbc.sql("select * from calendar_feed where account_id = ? and revoked_at is null order by id desc")
                .param(actor.accountId())
                .query(Feeds::feed)
                .list();
    }

    /**
     * Ends a link at once.
     *
     * @return whether the person had such a link
     */
    @Transactional
    public boolean revoke(Actor actor, long id) {
        boolean revoked = jdbc.sql("""
                        update calendar_feed set revoked_at = now()
                        where id = ? and account_id = ? and revoked_at is null
                        """).params(id, actor.accountId()).update() == 1;
        if (revoked) {
            audit.record(actor.email(), "publishing.feed-revoked", Long.toString(id), Map.of());
        }
        return revoked;
    }

    /** The link with a secret; nothing when there is none, it is revoked, or its owner may not come in any more. */
    @Transactional(readOnly = true)
    public Optional<Feed> open(String secret) {
        return jdbc.sql("""
                        select calendar_feed.* from calendar_feed join account on account.id = account_id
                        where secret_hash = ? and revoked_at is null and account.enabled
                        """).param(Secrets.hash(secret)).query(Feeds::feed).optional();
    }

    private static Feed feed(ResultSet row, int number) throws SQLException {
        return new Feed(
                row.getLong("id"),
                new Subject(Subject.Kind.of(row.getString("kind")), row.getString("code")),
                row.getString("label"),
                row.getTimestamp("created_at").toInstant());
    }
}
