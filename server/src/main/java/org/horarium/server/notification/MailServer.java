package org.horarium.server.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.UUID;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.platform.SmtpUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server of the settings, if there is one. */
@Component
class MailServer {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final String SENDER_NAME = "Horarium";

    private final @Nullable JavaMailSenderImpl sender;
    private final String from;
    private final String domain;

    @Autowired
    MailServer(ServerSettings settings) {
        this(settings.smtpUrl() == null ? null : SmtpUrl.parse(settings.smtpUrl()), settings.publicUrl());
    }

    MailServer(@Nullable SmtpUrl url, String publicUrl) {
        String host = URI.create(publicUrl).getHost();
        domain = host == null ? "localhost" : host;
        from = url == null || url.from() == null ? "horarium@" + domain : url.from();
        sender = url == null ? null : sender(url);
    }

    private static JavaMailSenderImpl sender(SmtpUrl url) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setProtocol(url.tls() ? "smtps" : "smtp");
        sender.setHost(url.host());
        sender.setPort(url.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            properties.put(protocol + "connectiontimeout", CONNECT_MILLIS);
            properties.put(protocol + "timeout", ANSWER_MILLIS);
            properties.put(protocol + "writetimeout", ANSWER_MILLIS);
            properties.put(protocol + "ssl.checkserveridentity", "true");
        }
        properties.put("mail.smtp.starttls.enable", "true");
        if (!url.user().isEmpty()) {
            sender.setUsername(url.user());
            sender.setPassword(url.password());
            properties.put("mail.smtp.auth", "true");
            properties.put("mail.smtps.auth", "true");
        }
        return sender;
    }

    boolean isThere() {
        return sender != null;
    }

    /**
     * Hands a mail to the server. Its {@code Message-ID} is made of its id, so that the same mail sent twice (after an
     * interruption, when nobody can know whether the server had taken it) can be recognised as one.
     *
     * @param unsubscribing what a mail that may be unsubscribed carries; null for one that may not
     * @throws MessagingException when it can't be made or the server does not take it
     * @throws org.springframework.mail.MailException likewise
     */
    void send(UUID id, OutgoingMail mail, @Nullable Unsubscribing unsubscribing) throws MessagingException {
        JavaMailSenderImpl server = sender;
        if (server == null) {
            throw new IllegalStateException("There is no mail server to send the mail (" + id + ") to.");
        }
        MimeMessage message = new IdentifiedMessage(server.getSession(), "<" + id + "@" + domain + ">");
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        try {
            helper.setFrom(new InternetAddress(from, SENDER_NAME, StandardCharsets.UTF_8.name()));
            InternetAddress to = new InternetAddress(mail.recipient(), true);
            to.setPersonal(mail.recipientName(), StandardCharsets.UTF_8.name());
            helper.setTo(to);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java has UTF-8", e);
        }
        helper.setSubject(mail.subject());
        MailBody body = unsubscribing == null ? mail.body() : mail.body().with(unsubscribing.sentence());
        helper.setText(body.text(), body.html());
        message.setHeader("References", "<" + mail.thread().replaceAll("[^A-Za-z0-9.-]", "-") + "@" + domain + ">");
        message.setHeader("Auto-Submitted", "auto-generated");
        if (unsubscribing != null) {
            message.setHeader("List-Unsubscribe", "<" + unsubscribing.link() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        server.send(message);
    }

    /**
     * How further mails like this one are ended.
     *
     * @param link for mail programs (RFC 8058)
     * @param sentence for people, at the end of the mail
     */
    record Unsubscribing(String link, String sentence) {}

    /** A message that keeps the id it was given. */
    private static final class IdentifiedMessage extends MimeMessage {
        private final String id;

        IdentifiedMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
