package org.horarium.server.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.horarium.server.platform.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Tokens for programs. A token is 256 random bits, shown once; the database keeps its SHA-256. */
@Service
class ApiTokens {
    /** How long a token lives that is got by password. */
    static final Duration LIFETIME = Duration.ofDays(30);
    /** How long tokens made on the account page may live, in days. */
    static final List<Integer> LIFETIMES = List.of(7, 30, 90, 365);

    private static final String PREFIX = "hor_";

    private final JdbcClient jdbc;

    ApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes a token.
     *
     * @param account whose
     * @param label what it is for, shown on the account page
     * @param scopes what it may be used for; at least one
     * @param lifetime after which it ends by itself
     */
    Issued issue(AccountId account, String label, Set<TokenScope> scopes, Duration lifetime) {
        String token = PREFIX + Secrets.random(32);
        Instant expires = Instant.now().plus(lifetime);
        jdbc.sql("""
                        insert into api_token (account_id, token_hash, label, expires_at, scopes)
                        values (?, ?, ?, ?, ?)
                        """)
                .param(account.value())
                .param(Secrets.hash(token))
                .param(label)
                .param(OffsetDateTime.ofInstant(expires, ZoneOffset.UTC))
                .param(scopes.stream().map(TokenScope::code).sorted().toArray(String[]::new))
                .update();
        return new Issued(token, expires);
    }

    /**
     * What a token opens.
     *
     * @param account whose it is
     * @param scopes what it may be used for
     */
    record Grant(AccountId account, Set<TokenScope> scopes) {}

    /** What this token opens; null when it is unknown, expired or revoked. Notes the use, to the minute. */
    @Nullable
    Grant grant(String token) {
        byte[] hash = Secrets.hash(token);
        Grant grant = jdbc.sql("""
                        select account_id, scopes from api_token
                        where token_hash = ? and revoked_at is null and expires_at > now()
                        """)
                .param(hash)
                .query((row, number) -> new Grant(new AccountId(row.getLong("account_id")), scopes(row)))
                .optional()
                .orElse(null);
        if (grant != null) {
            jdbc.sql("""
                            update api_token set last_used_at = now()
                            where token_hash = ? and (last_used_at is null or last_used_at < now() - interval '1 minute')
                            """).param(hash).update();
        }
        return grant;
    }

    /** The tokens of an account that can still be used, the newest first. */
    List<Listed> list(long accountId) {
        return jdbc.sql("""
                        select id, label, scopes, created_at, expires_at, last_used_at from api_token
                        where account_id = ? and revoked_at is null and expires_at > now()
                        order by created_at desc, id desc
                        """)
                .param(accountId)
                .query((row, number) -> new Listed(
                        row.getLong("id"),
                        row.getString("label"),
                        scopes(row),
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

    /** A word that this version does not know opens nothing. */
    private static Set<TokenScope> scopes(ResultSet row) throws SQLException {
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        for (String code : (String[]) row.getArray("scopes").getArray()) {
            TokenScope.of(code).ifPresent(scopes::add);
        }
        return scopes;
    }

    private static OffsetDateTime required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class);
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
     * @param scopes what it may be used for
     * @param createdAt when it was made
     * @param expiresAt when it ends by itself
     * @param lastUsedAt to the minute; null for never
     */
    record Listed(
            long id,
            String label,
            Set<TokenScope> scopes,
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime lastUsedAt) {}
}
