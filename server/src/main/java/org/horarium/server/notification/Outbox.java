package org.horarium.server.notification;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes mails to be sent. */
@Service
public class Outbox {
    /** Mails of one statement: a publication concerns thousands. */
    private static final int AT_ONCE = 2000;

    private final JdbcClient jdbc;
    private final MailServer server;

    Outbox(JdbcClient jdbc, MailServer server) {
        this.jdbc = jdbc;
        this.server = server;
    }

    /**
     * A mail and what its end says about further ones.
     *
     * @param mail the mail
     * @param topic what the recipient may unsubscribe; null for what everybody has to get
     * @param account of the recipient; null for none
     * @param language of the sentence about unsubscribing
     */
    record Entry(
            OutgoingMail mail,
            @Nullable Topic topic,
            @Nullable Long account,
            Locale language) {}

    /** Whether mails leave the house at all; else they are kept for an administrator to read. */
    public boolean isConnected() {
        return server.isThere();
    }

    /**
     * Takes a mail, in the caller's transaction: it is sent if and only if that succeeds.
     *
     * @return false when there is one with its {@code onceKey} already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(OutgoingMail mail) {
        return addAll(List.of(new Entry(mail, null, null, Locale.ENGLISH))) == 1;
    }

    /**
     * Takes many mails, as {@link #add}.
     *
     * @return how many there were not already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    int addAll(List<Entry> entries) {
        int added = 0;
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            added += insert(entries.subList(from, Math.min(entries.size(), from + AT_ONCE)));
        }
        return added;
    }

    private int insert(List<Entry> entries) {
        Shared<MailBody> bodies = Shared.of(entries, e -> e.mail().body());
        return jdbc.sql("""
                        INSERT INTO mail (kind, thread, recipient, recipient_name, subject, body_text, body_html, secret,
                                          once_key, status, created_by, topic, account_id, language)
                        SELECT kind, thread, recipient, name, subject, text, html, secret, once, :status, author, topic,
                               account, language
                        FROM unnest(:kind::text[], :thread::text[], :recipient::text[], :name::text[], :subject::text[],
                                    :body::int[], :secret::text[], :once::text[], :author::text[], :topic::text[],
                                    :account::bigint[], :language::text[])
                             AS entry (kind, thread, recipient, name, subject, body, secret, once, author, topic, account,
                                       language)
                             JOIN unnest(:text::text[], :html::text[]) WITH ORDINALITY AS body (text, html, place)
                             ON body.place = entry.body
                        ON CONFLICT (once_key) DO NOTHING
                        """)
                .param("status", (server.isThere() ? MailStatus.WAITING : MailStatus.KEPT).name())
                .param("kind", texts(entries, e -> e.mail().kind()))
                .param("thread", texts(entries, e -> e.mail().thread()))
                .param("recipient", texts(entries, e -> e.mail().recipient()))
                .param("name", texts(entries, e -> e.mail().recipientName()))
                .param("subject", texts(entries, e -> e.mail().subject()))
                .param("body", bodies.places())
                .param("text", bodies.column(MailBody::text))
                .param("html", bodies.column(MailBody::html))
                .param("secret", texts(entries, e -> e.mail().secret()))
                .param("once", texts(entries, e -> e.mail().onceKey()))
                .param("author", texts(entries, e -> e.mail().author()))
                .param(
                        "topic",
                        texts(entries, e -> e.topic() == null ? null : e.topic().code()))
                .param("account", entries.stream().map(Entry::account).toArray(Long[]::new))
                .param("language", texts(entries, e -> e.language().getLanguage()))
                .update();
    }

    private static @Nullable String[] texts(List<Entry> entries, Function<Entry, @Nullable String> part) {
        return entries.stream().map(part).toArray(String[]::new);
    }
}
