package org.horarium.server.institution.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.platform.CursorPage;
import org.horarium.server.platform.NumberedPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Lists of records: searched, narrowed, sorted and cut by the database. */
@Service
public class RecordLists {
    private final JdbcClient jdbc;

    RecordLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What of a list is wanted.
     *
     * @param search part of code or name, in any case; empty for all
     * @param filters values of columns; empty ones count for nothing
     * @param archived whether those that were put away are wanted, instead of the others
     * @param sort column to sort by; the code comes after it
     * @param descending the other way round
     */
    public record Wish(String search, Map<String, String> filters, boolean archived, String sort, boolean descending) {
        /** Everything that is not archived, by code. */
        public static final Wish ALL = new Wish("", Map.of(), false, "code", false);

        public Wish {
            filters = Map.copyOf(filters);
        }
    }

    private record Condition(String sql, Map<String, Object> params) {}

    private static Condition condition(RecordKind kind, Wish wish, Actor actor) {
        Map<String, Object> params = RecordStore.rights(actor);
        params.put("search", "%" + wish.search().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        StringBuilder sql = new StringBuilder(" WHERE ")
                .append(RecordStore.visible(kind))
                .append(wish.archived() ? " AND " : " AND NOT ")
                .append('(')
                .append(kind.archived())
                .append(") AND (it.code ILIKE :search OR it.name ILIKE :search)");
        if (kind == RecordKind.GROUPS) {
            sql.append(" AND it.kind <> 'BATCH'");
        }
        for (Column column : kind.columns()) {
            String value = wish.filters().getOrDefault(column.name(), "");
            if (column.filter() && !value.isEmpty()) {
                sql.append(" AND ").append(column.read()).append(" = :f_").append(column.name());
                params.put("f_" + column.name(), value);
            }
        }
        return new Condition(sql.toString(), params);
    }

    private static String order(RecordKind kind, Wish wish) {
        Column column = kind.columns().stream()
                .filter(each -> each.sortable() && each.name().equals(wish.sort()))
                .findFirst()
                .orElse(kind.column("code"));
        String expression = column.type() == ColumnType.NUMBER ? "(" + column.read() + ")::integer" : column.read();
        return " ORDER BY " + expression + (wish.descending() ? " DESC NULLS LAST" : " ASC NULLS LAST")
                + (column.name().equals("code") ? "" : ", it.code");
    }

    /**
     * A page of a list.
     *
     * @param number of the page, from 1; a number after the last page gives the last
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public NumberedPage<StoredRecord> page(RecordKind kind, Wish wish, int number, Actor actor) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Condition condition = condition(kind, wish, actor);
        long total = jdbc.sql("SELECT count(*) FROM " + kind.tables() + condition.sql())
                .params(condition.params())
                .query(Long.class)
                .single();
        NumberedPage.Place place = NumberedPage.place(number, total);
        List<Column> columns = kind.columns();
        List<StoredRecord> rows = jdbc.sql(RecordStore.select(kind, columns) + condition.sql() + order(kind, wish)
                        + " LIMIT :limit OFFSET :offset")
                .params(condition.params())
                .param("limit", NumberedPage.SIZE)
                .param("offset", place.offset())
                .query((row, n) -> RecordStore.record(kind, columns, actor, row))
                .list();
        return new NumberedPage<>(rows, place.number(), total);
    }

    /** The records after a cursor, by code. */
    public CursorPage<StoredRecord> after(RecordKind kind, Wish wish, CursorPage.Request request, Actor actor) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Condition condition = condition(kind, wish, actor);
        List<StoredRecord> rows = jdbc.sql(RecordStore.select(kind, kind.columns()) + condition.sql()
                        + " AND (:after::text IS NULL OR it.code > :after) ORDER BY it.code LIMIT :limit")
                .params(condition.params())
                .param("after", request.after())
                .param("limit", request.limit() + 1)
                .query((row, n) -> RecordStore.record(kind, kind.columns(), actor, row))
                .list();
        return CursorPage.of(rows, request.limit(), row -> row, StoredRecord::code);
    }

    /** How many records there are that somebody sees and that are not archived. */
    public long count(RecordKind kind, Actor actor) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Condition condition = condition(kind, Wish.ALL, actor);
        return jdbc.sql("SELECT count(*) FROM " + kind.tables() + condition.sql())
                .params(condition.params())
                .query(Long.class)
                .single();
    }

    /**
     * Hands out all records that somebody may see and that are not archived, in the order in which they were entered.
     *
     * @param own only those that they may change
     * @param sink gets each record; columns that can be written only
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void export(RecordKind kind, Actor actor, boolean own, Consumer<StoredRecord> sink) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Condition condition = condition(kind, Wish.ALL, actor);
        jdbc.sql(RecordStore.select(kind, kind.editable()) + condition.sql() + " ORDER BY it.entry_no")
                .params(condition.params())
                .query(row -> {
                    StoredRecord record = RecordStore.record(kind, kind.editable(), actor, row);
                    if (record.mine() || !own) {
                        sink.accept(record);
                    }
                });
    }

    /** Choices for a column: the codes and names of what it can refer to, or the values that it has. */
    public List<Option> options(RecordKind kind, Column column, Actor actor) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        List<Option> options = new ArrayList<>();
        if (column.refers() == null) {
            jdbc.sql("SELECT DISTINCT " + column.read() + " AS value FROM " + kind.tables() + " WHERE "
                            + RecordStore.visible(kind) + " ORDER BY 1 LIMIT " + MOST_OPTIONS)
                    .params(RecordStore.rights(actor))
                    .query(row -> {
                        String value = row.getString("value");
                        if (value != null) {
                            options.add(new Option(value, value));
                        }
                    });
            return options;
        }
        List<RecordKind> targets = kind == RecordKind.GROUPS
                ? List.of(RecordKind.BATCHES, RecordKind.GROUPS)
                : List.of(RecordKind.of(column.refers()).orElseThrow());
        for (RecordKind target : targets) {
            jdbc.sql("SELECT it.code, it.name FROM " + target.tables() + " WHERE NOT (" + target.archived() + ") AND "
                            + (column.type() == ColumnType.REFERENCES || column.type() == ColumnType.NEEDS
                                    ? "(:all OR :departments::text[] IS NOT NULL)"
                                    : RecordStore.visible(target))
                            + (target == RecordKind.GROUPS ? " AND it.kind <> 'BATCH'" : "")
                            + " ORDER BY it.name, it.code LIMIT " + MOST_OPTIONS)
                    .params(RecordStore.rights(actor))
                    .query(row -> {
                        options.add(new Option(row.getString("code"), row.getString("name")));
                    });
        }
        return options;
    }

    /** More choices than anybody would scroll through; fields take any code. */
    private static final int MOST_OPTIONS = 1000;

    /** Something to choose. */
    public record Option(String code, String name) {}
}
