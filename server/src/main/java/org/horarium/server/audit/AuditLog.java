package org.horarium.server.audit;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes audit entries; the database refuses to change or remove one. */
@Component
public class AuditLog {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Adds an entry, in the caller's transaction if there is one.
     *
     * @param actor who: an e-mail address, or {@code system}
     * @param action what, as {@code module.verb}, for example {@code access.login}
     * @param subject to what, for example a code or id; may be empty
     * @param detail more values; no secrets
     */
    public void record(String actor, String action, String subject, Map<String, ?> detail) {
        jdbc.sql("insert into audit_entry (actor, action, subject, detail) values (?, ?, ?, ?::jsonb)")
                .params(actor, action, subject, json.writeValueAsString(detail))
                .update();
    }
}
