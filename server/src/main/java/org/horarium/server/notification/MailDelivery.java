package org.horarium.server.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox. An attempt is noted before it begins, in a transaction of its own, and several processes
 * never take the same one. When a process dies in the middle, nobody can know whether the mail server had taken the mail:
 * after a while it is sent again, under the same {@code Message-ID}. SMTP allows no better.
 */
@Component
public class MailDelivery {
    /** An attempt that has not ended by then is taken to be lost; longer than all time limits of the connection. */
    static final Duration LOST_AFTER = Duration.ofMinutes(3);
    /** Pauses after the attempts that the server may take later; after the last one the mail is given up. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int DETAIL_LENGTH = 500;
    private static final int PERMANENT = 500;
    private static final String REDACTED = "[…]";

    private final JdbcClient jdbc;
    private final MailServer server;
    private final TransactionTemplate transaction;
    private final UnsubscribeLinks links;
    private final MessageSource messages;

    MailDelivery(
            JdbcClient jdbc,
            MailServer server,
            TransactionTemplate transaction,
            UnsubscribeLinks links,
            MessageSource messages) {
        this.jdbc = jdbc;
        this.server = server;
        this.transaction = transaction;
        this.links = links;
        this.messages = messages;
    }

    private record Claim(
            UUID id,
            int attempt,
            OutgoingMail mail,
            @Nullable String topic,
            Locale language) {}

    /**
     * Sends all mails that are due.
     *
     * @return how many attempts were made
     */
    public int deliverDue() {
        int attempts = 0;
        if (!server.isThere()) {
            return attempts;
        }
        for (Optional<Claim> next = claim(); next.isPresent(); next = claim()) {
            attempts++;
            attempt(next.get());
        }
        return attempts;
    }

    private Optional<Claim> claim() {
        return jdbc.sql("""
                        UPDATE mail SET status = 'SENDING', attempts = attempts + 1,
                               due_at = now() + make_interval(secs => :lost)
                        WHERE id = (SELECT id FROM mail WHERE status IN ('WAITING', 'SENDING') AND due_at <= now()
                                    ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("lost", LOST_AFTER.toSeconds())
                .query((row, n) -> new Claim(
                        row.getObject("id", UUID.class),
                        row.getInt("attempts"),
                        new OutgoingMail(
                                row.getString("kind"),
                                row.getString("thread"),
                                row.getString("recipient"),
                                row.getString("recipient_name"),
                                row.getString("subject"),
                                new MailBody(row.getString("body_text"), row.getString("body_html")),
                                row.getString("secret"),
                                row.getString("once_key"),
                                row.getString("created_by")),
                        row.getString("topic"),
                        Locale.forLanguageTag(row.getString("language"))))
                .optional();
    }

    private void attempt(Claim claim) {
        try {
            server.send(claim.id(), claim.mail(), claim.topic() == null ? null : unsubscribing(claim));
        } catch (MessagingException | MailException e) {
            LOG.warn("The mail ({}) could not be sent at attempt ({}).", claim.id(), claim.attempt(), e);
            boolean last = isPermanent(e) || claim.attempt() > PAUSES.size();
            end(claim, last ? "FAILED" : "LATER", last ? MailStatus.FAILED : MailStatus.WAITING, reason(e));
            return;
        }
        end(claim, "SENT", MailStatus.SENT, "");
    }

    /** What a mail that may be unsubscribed carries; made now, because the link is kept nowhere. */
    private MailServer.Unsubscribing unsubscribing(Claim claim) {
        String link = links.link(claim.id());
        return new MailServer.Unsubscribing(
                link,
                messages.getMessage("mail.unsubscribe", new Object[] {links.settingsLink(), link}, claim.language()));
    }

    /** Only the attempt that was made last may say how it ended. */
    private void end(Claim claim, String outcome, MailStatus status, String detail) {
        Duration pause = PAUSES.get(Math.min(claim.attempt(), PAUSES.size()) - 1);
        transaction.executeWithoutResult(t -> {
            int changed = jdbc.sql("""
                            UPDATE mail SET status = :status, due_at = now() + make_interval(secs => :pause),
                                   sent_at = CASE WHEN :status = 'SENT' THEN now() END,
                                   body_text = CASE WHEN :status = 'SENT' AND secret IS NOT NULL
                                                    THEN replace(body_text, secret, :redacted) ELSE body_text END,
                                   body_html = CASE WHEN :status = 'SENT' AND secret IS NOT NULL
                                                    THEN replace(body_html, secret, :redacted) ELSE body_html END,
                                   secret = CASE WHEN :status = 'SENT' THEN NULL ELSE secret END
                            WHERE id = :id AND status = 'SENDING' AND attempts = :attempt
                            """)
                    .param("status", status.name())
                    .param("pause", pause.toSeconds())
                    .param("redacted", REDACTED)
                    .param("id", claim.id())
                    .param("attempt", claim.attempt())
                    .update();
            if (changed == 1) {
                jdbc.sql("INSERT INTO mail_attempt (mail_id, number, outcome, detail) VALUES (?, ?, ?, ?)")
                        .params(claim.id(), claim.attempt(), outcome, detail)
                        .update();
            }
        });
    }

    /** What no retry can cure: an address that can't be one, or a refusal with a code of 500 or more. */
    private static boolean isPermanent(Exception e) {
        if (e instanceof MailSendException failed) {
            return failed.getFailedMessages().values().stream().anyMatch(MailDelivery::isPermanentCause);
        }
        return isPermanentCause(e);
    }

    private static boolean isPermanentCause(@Nullable Throwable cause) {
        for (Throwable at = cause; at != null; at = next(at)) {
            if (at instanceof AddressException
                    || (at instanceof SMTPAddressFailedException address && address.getReturnCode() >= PERMANENT)
                    || (at instanceof SMTPSendFailedException sent && sent.getReturnCode() >= PERMANENT)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable at) {
        return at instanceof SendFailedException failed && failed.getNextException() != null
                ? failed.getNextException()
                : at.getCause();
    }

    private static String reason(Exception e) {
        Throwable root = e;
        if (e instanceof MailSendException failed && !failed.getFailedMessages().isEmpty()) {
            root = failed.getFailedMessages().values().iterator().next();
        }
        while (next(root) != null) {
            root = java.util.Objects.requireNonNull(next(root));
        }
        String text = String.valueOf(root.getMessage()).strip();
        return text.length() > DETAIL_LENGTH ? text.substring(0, DETAIL_LENGTH) : text;
    }
}
