package org.horarium.server.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.horarium.server.platform.NumberedPage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The notices of each account. Only ever asked with the account of who is logged in. */
@Repository
class Inbox {
    private static final int AT_ONCE = 2000;
    /** Between the items of a list; a control character, so it occurs in none. */
    private static final String SEPARATOR = "\u001e";

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A notice to be put in. */
    record Entry(
            long account,
            Topic topic,
            Message message,
            @Nullable String onceKey,
            String author) {}

    /** A notice as it is shown. */
    record Notice(
            long id,
            Topic topic,
            String subject,
            List<String> paragraphs,
            List<String> lines,
            String path,
            OffsetDateTime at,
            boolean read) {
        static Notice of(ResultSet row, int number) throws SQLException {
            return new Notice(
                    row.getLong("id"),
                    Topic.of(row.getString("topic")),
                    row.getString("subject"),
                    List.of((String[]) row.getArray("paragraphs").getArray()),
                    List.of((String[]) row.getArray("lines").getArray()),
                    row.getString("path"),
                    row.getObject("created_at", OffsetDateTime.class),
                    row.getObject("read_at") != null);
        }
    }

    /** Puts notices in, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(List<Entry> entries) {
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            insert(entries.subList(from, Math.min(entries.size(), from + AT_ONCE)));
        }
    }

    private void insert(List<Entry> entries) {
        Shared<Message> messages = Shared.of(entries, Entry::message);
        jdbc.sql("""
                        INSERT INTO notice (account_id, topic, subject, paragraphs, lines, path, once_key, created_by)
                        SELECT account, topic, subject, string_to_array(paragraphs, :separator),
                               string_to_array(lines, :separator), path, once, author
                        FROM unnest(:account::bigint[], :topic::text[], :message::int[], :once::text[], :author::text[])
                             AS entry (account, topic, message, once, author)
                             JOIN unnest(:subject::text[], :paragraphs::text[], :lines::text[], :path::text[])
                             WITH ORDINALITY AS message (subject, paragraphs, lines, path, place)
                             ON message.place = entry.message
                        ON CONFLICT (account_id, once_key) DO NOTHING
                        """)
                .param("separator", SEPARATOR)
                .param("account", entries.stream().map(Entry::account).toArray(Long[]::new))
                .param("topic", texts(entries, e -> e.topic().code()))
                .param("message", messages.places())
                .param("subject", messages.column(Message::subject))
                .param("paragraphs", messages.column(m -> joined(m.paragraphs())))
                .param("lines", messages.column(m -> joined(m.lines())))
                .param("path", messages.column(Message::path))
                .param("once", texts(entries, Entry::onceKey))
                .param("author", texts(entries, Entry::author))
                .update();
    }

    private static String joined(List<String> items) {
        return items.stream()
                .map(item -> item.replace(SEPARATOR, " "))
                .reduce((a, b) -> a + SEPARATOR + b)
                .orElse("");
    }

    private static @Nullable String[] texts(List<Entry> entries, Function<Entry, @Nullable String> part) {
        return entries.stream().map(part).toArray(String[]::new);
    }

    /** How many an account has not read. */
    long unread(long account) {
        return jdbc.sql("SELECT count(*) FROM notice WHERE account_id = ? AND read_at IS NULL")
                .param(account)
                .query(Long.class)
                .single();
    }

    /**
     * A page of an account's notices, the newest first.
     *
     * @param unreadOnly whether to leave out what was read
     * @param number of the page, from 1
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    NumberedPage<Notice> page(long account, boolean unreadOnly, int number) {
        String matching = " FROM notice WHERE account_id = :account" + (unreadOnly ? " AND read_at IS NULL" : "");
        long total = jdbc.sql("SELECT count(*)" + matching)
                .param("account", account)
                .query(Long.class)
                .single();
        NumberedPage.Place place = NumberedPage.place(number, total);
        List<Notice> rows = jdbc.sql("SELECT *" + matching + " ORDER BY id DESC LIMIT :limit OFFSET :offset")
                .param("account", account)
                .param("limit", NumberedPage.SIZE)
                .param("offset", place.offset())
                .query(Notice::of)
                .list();
        return new NumberedPage<>(rows, place.number(), total);
    }

    /**
     * Notices of an account, the newest first.
     *
     * @param unreadOnly whether to leave out what was read
     * @param id only those that came before this one
     */
    List<Notice> before(long account, boolean unreadOnly, long id, int limit) {
        return jdbc.sql("SELECT * FROM notice WHERE account_id = ? AND id < ?"
                        + (unreadOnly ? " AND read_at IS NULL" : "") + " ORDER BY id DESC LIMIT ?")
                .params(account, id, limit)
                .query(Notice::of)
                .list();
    }

    /** Marks a notice of an account as read; where it leads, or nothing when the account has no such notice. */
    Optional<String> read(long account, long id) {
        return jdbc.sql(
                        "UPDATE notice SET read_at = coalesce(read_at, now()) WHERE id = ? AND account_id = ? RETURNING path")
                .params(id, account)
                .query(String.class)
                .optional();
    }

    /** Marks as read what an account had up to a notice: what came while the page was open stays unread. */
    int readAll(long account, long upTo) {
        return jdbc.sql("UPDATE notice SET read_at = now() WHERE account_id = ? AND id <= ? AND read_at IS NULL")
                .params(account, upTo)
                .update();
    }
}
