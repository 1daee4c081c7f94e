package org.horarium.server.institution.browse;

import java.sql.ResultSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.horarium.server.access.Actor;
import org.horarium.server.platform.CursorPage;
import org.horarium.server.platform.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Runs the queries of the {@link Catalog}s, always with the rule for the person who asks. */
@Component
class Browser {
    private final JdbcClient jdbc;
    private final JsonColumns json;

    Browser(JdbcClient jdbc, JsonColumns json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What a role without a rule is told. */
    private static <T extends Catalog.Versioned> String rule(Catalog<T> catalog, Actor actor) {
        String rule = catalog.rule(actor.role());
        if (rule == null) {
            throw new AccessDeniedException(
                    "records of the kind (" + catalog.noun() + ") are not for the role (" + actor.role() + ").");
        }
        return rule;
    }

    /**
     * The rows after a cursor.
     *
     * @param search part of the code or the name, in any case; empty for all
     * @throws AccessDeniedException when the role has no business with this kind
     */
    public <T extends Catalog.Versioned> CursorPage<T> after(
            Catalog<T> catalog, Actor actor, String search, CursorPage.Request request) {
        Map<String, @Nullable Object> params = params(actor, search);
        params.put("after", request.after());
        params.put("limit", request.limit() + 1);
        List<Keyed<T>> rows = jdbc.sql("SELECT " + catalog.code() + " AS cursor_key, " + catalog.columns() + " FROM "
                        + catalog.tables() + where(catalog, actor)
                        + " AND (:after::text IS NULL OR " + catalog.code() + " > :after) ORDER BY " + catalog.code()
                        + " LIMIT :limit")
                .params(params)
                .query((ResultSet row, int n) -> new Keyed<>(row.getString("cursor_key"), catalog.row(row, json)))
                .list();
        return CursorPage.of(rows, request.limit(), Keyed::row, Keyed::key);
    }

    private record Keyed<T>(String key, T row) {}

    /**
     * A single record.
     *
     * @throws NotFoundException when there is none with this code among those that the person sees
     * @throws AccessDeniedException when the role has no business with this kind
     */
    public <T extends Catalog.Versioned> T one(Catalog<T> catalog, Actor actor, String code) {
        Map<String, @Nullable Object> params = params(actor, "");
        params.put("code", code);
        Optional<T> found =
                rows(catalog, where(catalog, actor) + " AND " + catalog.code() + " = :code", params).stream()
                        .findFirst();
        return found.orElseThrow(() -> new NotFoundException(
                "There is no " + catalog.noun() + " (" + code + ") among those that you may see."));
    }

    private <T extends Catalog.Versioned> List<T> rows(
            Catalog<T> catalog, String rest, Map<String, @Nullable Object> params) {
        return jdbc.sql("SELECT " + catalog.columns() + " FROM " + catalog.tables() + rest)
                .params(params)
                .query((ResultSet row, int n) -> catalog.row(row, json))
                .list();
    }

    private static <T extends Catalog.Versioned> String where(Catalog<T> catalog, Actor actor) {
        return " WHERE " + rule(catalog, actor) + " AND " + catalog.archived() + " IS NULL AND (" + catalog.code()
                + " ILIKE :search OR " + catalog.name() + " ILIKE :search)";
    }

    private static Map<String, @Nullable Object> params(Actor actor, String search) {
        Map<String, @Nullable Object> params = new HashMap<>();
        params.put("departments", actor.departments().toArray(String[]::new));
        params.put("personnel", actor.personnelCode());
        params.put("student", actor.studentCode());
        params.put("search", "%" + search.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        return params;
    }
}
