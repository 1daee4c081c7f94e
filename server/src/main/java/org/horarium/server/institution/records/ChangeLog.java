package org.horarium.server.institution.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sets of changes with what was before, for undoing. */
@Component
class ChangeLog {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ChangeLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Entry(
            String kind,
            String code,
            @Nullable Map<String, String> before,
            @Nullable Map<String, String> after) {}

    /** Notes a set of changes; those older than 30 days are forgotten on the way. */
    UUID add(Actor actor, String what, List<RecordChange> changes) {
        jdbc.sql("DELETE FROM record_change WHERE done_at < now() - interval '30 days'")
                .update();
        List<Entry> entries = changes.stream()
                .map(change -> new Entry(change.kind().path(), change.code(), change.before(), change.after()))
                .toList();
        return jdbc.sql("""
                        INSERT INTO record_change (account_id, what, entries) VALUES (?, ?, ?::jsonb) RETURNING id
                        """)
                .params(actor.accountId(), what, json.writeValueAsString(entries))
                .query(UUID.class)
                .single();
    }

    /** The changes of a set, which is marked as undone. */
    List<RecordChange> take(UUID id, Actor actor) {
        String entries = jdbc.sql("""
                        UPDATE record_change SET undone_at = now()
                        WHERE id = ? AND undone_at IS NULL AND (account_id = ? OR ?) RETURNING entries
                        """)
                .params(id, actor.accountId(), actor.isAdmin())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFoundException(
                        "There is nothing of yours to undo under (" + id + "). Maybe it was undone already."));
        List<RecordChange> changes = new ArrayList<>();
        for (JsonNode entry : json.readTree(entries)) {
            changes.add(new RecordChange(
                    RecordKind.of(entry.get("kind").asString()).orElseThrow(),
                    entry.get("code").asString(),
                    map(entry.get("before")),
                    map(entry.get("after"))));
        }
        return changes;
    }

    private static @Nullable Map<String, String> map(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return null;
        }
        Map<String, String> map = new HashMap<>();
        node.properties()
                .forEach(property ->
                        map.put(property.getKey(), property.getValue().asString()));
        return map;
    }
}
