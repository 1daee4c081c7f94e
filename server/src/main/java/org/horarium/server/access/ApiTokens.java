package org.horarium.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tokens for programs. A token is 256 random bits, shown once; the database keeps its SHA-256. */
@Service
class ApiTokens {
    static final Duration LIFETIME = Duration.ofDays(30);
    private static final String PREFIX = "hor_";

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    ApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes a token.
     *
     * @param account whose
     * @param label what it is for, shown on the account page
     */
    Issued issue(AccountId account, String label) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant expires = Instant.now().plus(LIFETIME);
        jdbc.sql("insert into api_token (account_id, token_hash, label, expires_at) values (?, ?, ?, ?)")
                .params(account.value(), hash(token), label, OffsetDateTime.ofInstant(expires, ZoneOffset.UTC))
                .update();
        return new Issued(token, expires);
    }

    /** Whose token this is; null when it is unknown, expired or revoked. Notes the use, to the minute. */
    @Nullable
    AccountId owner(String token) {
        byte[] hash = hash(token);
        AccountId owner = jdbc.sql("""
                        select account_id from api_token
                        where token_hash = ? and revoked_at is null and expires_at > now()
                        """)
                .param(hash)
                .query((row, number) -> new AccountId(row.getLong(1)))
                .optional()
                .orElse(null);
        if (owner != null) {
            jdbc.sql("""
                            update api_token set last_used_at = now()
                            where token_hash = ? and (last_used_at is null or last_used_at < now() - interval '1 minute')
                            """).param(hash).update();
        }
        return owner;
    }

    /** The tokens of an account that can still be used, the newest first. */
    List<Listed> list(long accountId) {
        return jdbc.sql("""
                        select id, label, created_at, expires_at, last_used_at from api_token
                        where account_id = ? and revoked_at is null and expires_at > now()
                        order by created_at desc, id desc
                        """)
                .param(accountId)
                .query((row, number) -> new Listed(
                        row.getLong("id"),
                        row.getString("label"),
                        required(row, "created_at"),
                        required(row, "expires_at"),
                        row.getObject("last_used_at", OffsetDateTime.class)))
                .list();
    }

    /**
     * Ends a token.
     *
     * @return false when the account has no such token
     */
    boolean revoke(long accountId, long tokenId) {
        return jdbc.sql(
                                "update api_token set revoked_at = now() where id = ? and account_id = ? and revoked_at is null")
                        .params(tokenId, accountId)
                        .update()
                > 0;
    }

    private static OffsetDateTime required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * A new token.
     *
     * @param token the secret, to be shown once
     * @param expiresAt when it ends by itself
     */
    record Issued(String token, Instant expiresAt) {}

    /**
     * A token on the account page.
     *
     * @param id to revoke it by
     * @param label what it is for
     * @param createdAt when it was made
     * @param expiresAt when it ends by itself
     * @param lastUsedAt to the minute; null for never
     */
    record Listed(
            long id,
            String label,
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime lastUsedAt) {}
}
