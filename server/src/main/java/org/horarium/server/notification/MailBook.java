package org.horarium.server.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.platform.NumberedPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What was sent to whom, for administrators. */
@Service
class MailBook {
    private static final String MATCHING = """
            WHERE (cast(:status AS text) IS NULL OR status = :status)
              AND (recipient ILIKE :search OR recipient_name ILIKE :search OR subject ILIKE :search)
            """;

    private final JdbcClient jdbc;

    MailBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A mail in the list. */
    record Row(
            UUID id,
            String kind,
            String recipient,
            String recipientName,
            String subject,
            MailStatus status,
            int attempts,
            OffsetDateTime createdAt,
            String createdBy,
            @Nullable OffsetDateTime sentAt) {
        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    row.getString("recipient"),
                    row.getString("recipient_name"),
                    row.getString("subject"),
                    MailStatus.valueOf(row.getString("status")),
                    row.getInt("attempts"),
                    row.getObject("created_at", OffsetDateTime.class),
                    row.getString("created_by"),
                    row.getObject("sent_at", OffsetDateTime.class));
        }
    }

    /** A whole mail. */
    record Letter(Row row, String text, List<Attempt> attempts) {}

    /** A line of the log. */
    record Attempt(int number, OffsetDateTime at, String outcome, String detail) {}

    /**
     * A page of the list, the newest first.
     *
     * @param search part of address, name or subject; empty for all
     * @param status only these; null for all
     * @param number of the page, from 1
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    NumberedPage<Row> page(String search, @Nullable MailStatus status, int number) {
        String like = "%" + search.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        long total = jdbc.sql("SELECT count(*) FROM mail " + MATCHING)
                .param("status", status == null ? null : status.name())
                .param("search", like)
                .query(Long.class)
                .single();
        NumberedPage.Place place = NumberedPage.place(number, total);
        List<Row> rows = jdbc.sql(
                        "SELECT * FROM mail " + MATCHING + " ORDER BY created_at DESC, id LIMIT :limit OFFSET :offset")
                .param("status", status == null ? null : status.name())
                .param("search", like)
                .param("limit", NumberedPage.SIZE)
                .param("offset", place.offset())
                .query(Row::of)
                .list();
        return new NumberedPage<>(rows, place.number(), total);
    }

    Optional<Letter> letter(UUID id) {
        List<Attempt> attempts = jdbc.sql(
                        "SELECT number, at, outcome, detail FROM mail_attempt WHERE mail_id = ? ORDER BY number")
                .param(id)
                .query((row, n) -> new Attempt(
                        row.getInt("number"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getString("outcome"),
                        row.getString("detail")))
                .list();
        return jdbc.sql("SELECT * FROM mail WHERE id = ?")
                .param(id)
                .query((row, n) -> new Letter(Row.of(row, n), row.getString("body_text"), attempts))
                .optional();
    }

    /** Lets a mail that was kept or given up be sent now; false when it is neither. */
    boolean sendAgain(UUID id) {
        return jdbc.sql(
                                "UPDATE mail SET status = 'WAITING', due_at = now() WHERE id = ? AND status IN ('KEPT', 'FAILED')")
                        .param(id)
                        .update()
                == 1;
    }
}
