package org.horarium.server.institution.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.horarium.server.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads records as texts. */
@Component
class RecordStore {
    private final JdbcClient jdbc;

    RecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** SQL that selects what {@link #record} reads. */
    static String select(RecordKind kind, List<Column> columns) {
        return "SELECT it.code AS record_code, it.version AS record_version, (" + kind.owner()
                + ")::text AS record_owner, (" + kind.archived() + ") AS record_archived, "
                + columns.stream()
                        .map(column -> column.read() + " AS \"c_" + column.name() + "\"")
                        .collect(Collectors.joining(", "))
                + " FROM " + kind.tables();
    }

    /** SQL of which rows are of the kind and may be seen, with the parameters {@code :all} and {@code :departments}. */
    static String visible(RecordKind kind) {
        String own = "department.code = ANY(:departments)";
        String rule = switch (kind) {
            case DEPARTMENTS -> "it.code = ANY(:departments)";
            case ROOM_TYPES, STAFF_ROLES, BUILDINGS, EQUIPMENT, TERMS -> "TRUE";
            case ROOMS -> "(it.shared OR it.department_id IS NULL OR " + own + ")";
            case COURSES ->
                "(" + own + " OR it.id IN (SELECT course_id FROM course_batch JOIN attendee_group b ON b.id = batch_id"
                        + " JOIN department d ON d.id = b.department_id WHERE d.code = ANY(:departments)))";
            default -> own;
        };
        return "(:all OR " + rule + ")";
    }

    static Map<String, Object> rights(Actor actor) {
        Map<String, Object> params = new HashMap<>();
        params.put("all", actor.isAdmin());
        params.put("departments", actor.departments().toArray(String[]::new));
        return params;
    }

    static StoredRecord record(RecordKind kind, List<Column> columns, @Nullable Actor actor, ResultSet row)
            throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        for (Column column : columns) {
            String value = row.getString("c_" + column.name());
            values.put(column.name(), value == null ? "" : value);
        }
        String owner = row.getString("record_owner");
        return new StoredRecord(
                row.getString("record_code"),
                row.getLong("record_version"),
                owner,
                row.getBoolean("record_archived"),
                actor != null && mayChange(kind, owner, actor),
                values);
    }

    /** Whether somebody may change what a department owns. */
    static boolean mayChange(RecordKind kind, @Nullable String owner, Actor actor) {
        return actor.isAdmin() || (!kind.collegeWide() && owner != null && actor.mayManage(owner));
    }

    /** Records by their codes, whoever asks. */
    Map<String, StoredRecord> byCode(RecordKind kind, Collection<String> codes) {
        List<Column> columns = kind.editable();
        return jdbc
                .sql(select(kind, columns) + " WHERE it.code = ANY(?)"
                        + (kind == RecordKind.GROUPS ? " AND it.kind <> 'BATCH'" : ""))
                .param(codes.toArray(String[]::new))
                .query((row, n) -> record(kind, columns, null, row))
                .list()
                .stream()
                .collect(Collectors.toMap(StoredRecord::code, record -> record));
    }

    /** Those of some codes that records of a kind have which are not archived. */
    List<String> existing(RecordKind kind, Collection<String> codes) {
        return jdbc.sql("SELECT it.code FROM " + kind.tables() + " WHERE it.code = ANY(?) AND NOT (" + kind.archived()
                        + ")")
                .param(codes.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** The department that owns a record; null when the college does, or there is none. */
    @Nullable
    String owner(RecordKind kind, String code) {
        return jdbc.sql("SELECT coalesce((" + kind.owner() + ")::text, '') FROM " + kind.tables()
                        + " WHERE it.code = ?")
                .param(code)
                .query(String.class)
                .optional()
                .filter(owner -> !owner.isEmpty())
                .orElse(null);
    }
}
