package org.horarium.server.generation;

import java.util.List;
import java.util.Map;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.InvalidInputException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Comments on variants; whoever may see a variant may say something about it. */
@Service
public class VariantComments {
    /** Longest comment. */
    public static final int LENGTH = 2000;

    private final JdbcClient jdbc;
    private final AuditLog audit;

    VariantComments(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** The comments on a variant, the oldest first. */
    @Transactional(readOnly = true)
    public List<VariantComment> of(JobVariant variant) {
        return jdbc.sql("select author, at, comment from variant_comment where variant_id = ? order by id")
                .param(variant.id())
                .query((row, n) -> new VariantComment(
                        row.getString("author"), row.getTimestamp("at").toInstant(), row.getString("comment")))
                .list();
    }

    /**
     * Says something.
     *
     * @param actor who; has been given the variant, so they may see it
     * @param text what
     * @throws InvalidInputException if it says nothing or too much
     */
    @Transactional
    public void add(Actor actor, JobVariant variant, String text) {
        String said = text.strip();
        if (said.isEmpty() || said.length() > LENGTH) {
            throw new InvalidInputException(
                    "/text", "A comment has 1 to %d characters, this one %d.".formatted(LENGTH, said.length()));
        }
        jdbc.sql("insert into variant_comment (variant_id, author, comment) values (?, ?, ?)")
                .params(variant.id(), actor.email(), said)
                .update();
        audit.record(
                actor.email(),
                "generation.comment",
                variant.job().toString(),
                Map.of("variant", variant.variant().label()));
    }
}
