package org.horarium.server.notification;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes mails to be sent. */
@Service
public class Outbox {
    private final JdbcClient jdbc;
    private final MailServer server;

    Outbox(JdbcClient jdbc, MailServer server) {
        this.jdbc = jdbc;
        this.server = server;
    }

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
        return jdbc.sql("""
                        INSERT INTO mail (kind, thread, recipient, recipient_name, subject, body_text, body_html, secret,
                                          once_key, status, created_by)
                        VALUES (:kind, :thread, :recipient, :name, :subject, :text, :html, :secret, :once, :status, :author)
                        ON CONFLICT (once_key) DO NOTHING
                        """)
                        .param("kind", mail.kind())
                        .param("thread", mail.thread())
                        .param("recipient", mail.recipient())
                        .param("name", mail.recipientName())
                        .param("subject", mail.subject())
                        .param("text", mail.body().text())
                        .param("html", mail.body().html())
                        .param("secret", mail.secret())
                        .param("once", mail.onceKey())
                        .param("status", (server.isThere() ? MailStatus.WAITING : MailStatus.KEPT).name())
                        .param("author", mail.author())
                        .update()
                == 1;
    }
}
