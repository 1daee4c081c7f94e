package org.horarium.server.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.horarium.server.platform.ServerSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links by which a person ends the mails about one topic without logging in (RFC 8058). A link names the mail and carries an
 * HMAC-SHA256 of it under a key of this installation: it can't be guessed, and nothing has to be kept for it.
 */
@Component
class UnsubscribeLinks {
    static final String PATH = "/unsubscribe/";
    private static final String ALGORITHM = "HmacSHA256";

    private final JdbcClient jdbc;
    private final ServerSettings settings;

    UnsubscribeLinks(JdbcClient jdbc, ServerSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * What a link is for.
     *
     * @param mail its id
     * @param topic of the mails that end
     * @param address of the recipient
     * @param account of the recipient; null for none
     */
    record Subscription(
            UUID mail,
            Topic topic,
            String address,
            @Nullable Long account) {}

    /** The link for a mail. */
    String link(UUID mail) {
        return settings.publicUrl() + PATH + mail + "/" + signature(mail);
    }

    /** The settings of everybody who has an account. */
    String settingsLink() {
        return settings.publicUrl() + NoticeSettingsPages.PATH;
    }

    /** What a link is for; nothing when the signature is not ours, or the mail is gone or can't be unsubscribed. */
    Optional<Subscription> open(UUID mail, String signature) {
        if (!MessageDigest.isEqual(
                signature(mail).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT topic, recipient, account_id FROM mail WHERE id = ? AND topic IS NOT NULL")
                .param(mail)
                .query((row, n) -> new Subscription(
                        mail,
                        Topic.of(row.getString("topic")),
                        row.getString("recipient"),
                        row.getObject("account_id", Long.class)))
                .optional();
    }

    private String signature(UUID mail) {
        byte[] key =
                jdbc.sql("SELECT key FROM mail_signing").query(byte[].class).single();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(("unsubscribe:" + mail).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }
}
