package org.horarium.server.institution.records;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.server.institution.records.RecordChange.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes changes, in the caller's transaction: kind after kind, what goes in the other direction. */
@Component
class RecordWriter {
    private final JdbcTemplate jdbc;

    RecordWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void write(List<RecordChange> changes) {
        for (RecordKind kind : RecordKind.values()) {
            List<RecordChange> own = changes.stream()
                    .filter(change -> change.kind() == kind
                            && (change.status() == Status.NEW || change.status() == Status.CHANGED))
                    .toList();
            if (!own.isEmpty()) {
                addWords(kind, own);
                upsert(kind, kind == RecordKind.GROUPS ? parentsFirst(own) : own);
                writeParts(kind, own);
                writeArchived(kind, own);
            }
        }
        RecordKind[] kinds = RecordKind.values();
        for (int i = kinds.length - 1; i >= 0; i--) {
            RecordKind kind = kinds[i];
            List<Object[]> gone = changes.stream()
                    .filter(change -> change.kind() == kind && change.status() == Status.DELETED)
                    .map(change -> new Object[] {change.code()})
                    .toList();
            if (!gone.isEmpty()) {
                jdbc.batchUpdate("DELETE FROM " + kind.table() + " WHERE code = ?", gone);
            }
        }
        // what the database checks at the end is checked here, so that a trial finds it too
        jdbc.execute("SET CONSTRAINTS ALL IMMEDIATE");
        jdbc.execute("SET CONSTRAINTS ALL DEFERRED");
    }

    private static String text(RecordChange change, String column) {
        return Objects.requireNonNull(change.after()).getOrDefault(column, "");
    }

    /** Sections before the subgroups below them. */
    private static List<RecordChange> parentsFirst(List<RecordChange> changes) {
        Set<String> own = changes.stream().map(RecordChange::code).collect(Collectors.toSet());
        List<RecordChange> ordered = new ArrayList<>();
        changes.stream().filter(change -> !own.contains(text(change, "parent"))).forEach(ordered::add);
        changes.stream().filter(change -> own.contains(text(change, "parent"))).forEach(ordered::add);
        return ordered;
    }

    /** Types of rooms and roles that are named for the first time. */
    private void addWords(RecordKind kind, List<RecordChange> changes) {
        Set<String> types = new LinkedHashSet<>();
        Set<String> roles = new LinkedHashSet<>();
        for (Column column : kind.editable()) {
            for (RecordChange change : changes) {
                String value = text(change, column.name());
                switch (column.type()) {
                    case WORD -> {
                        if (!value.isEmpty()) {
                            types.add(value);
                        }
                    }
                    case WORDS -> roles.addAll(Values.references(column, value));
                    case NEEDS -> Values.needsOf(value).forEach(need -> roles.add(need.role()));
                    default -> {}
                }
            }
        }
        addWords("room_type", types);
        addWords("staff_role", roles);
    }

    private void addWords(String table, Set<String> words) {
        if (!words.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO " + table + " (code, name) VALUES (?, ?) ON CONFLICT (code) DO NOTHING",
                    words.stream()
                            .map(word -> new Object[] {word, nameOf(word)})
                            .toList());
        }
    }

    /** {@code computer-lab} becomes {@code Computer lab}. */
    private static String nameOf(String code) {
        String words = code.replace('-', ' ').replace('_', ' ').strip();
        return words.isEmpty() ? code : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void upsert(RecordKind kind, List<RecordChange> changes) {
        List<String> names = new ArrayList<>();
        List<String> expressions = new ArrayList<>();
        List<String> parameters = new ArrayList<>();
        for (Column column : kind.editable()) {
            if (column.write() != null) {
                int equals = column.write().indexOf(" = ");
                names.add(column.write().substring(0, equals));
                expressions.add(column.write().substring(equals + 3));
                parameters.add(column.name());
            }
        }
        if (kind == RecordKind.BATCHES) {
            names.add("kind");
            expressions.add("'BATCH'");
        } else if (kind == RecordKind.GROUPS) {
            names.add("kind");
            expressions.add("(SELECT CASE kind WHEN 'BATCH' THEN 'SECTION' ELSE 'SUBGROUP' END"
                    + " FROM attendee_group WHERE code = ?)");
            parameters.add("parent");
        }
        String sql = "INSERT INTO " + kind.table() + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", expressions) + ") ON CONFLICT (code) DO UPDATE SET "
                + names.stream().map(name -> name + " = EXCLUDED." + name).collect(Collectors.joining(", "));
        jdbc.batchUpdate(
                sql,
                changes.stream()
                        .map(change -> parameters.stream()
                                .map(parameter -> orNull(text(change, parameter)))
                                .toArray())
                        .toList());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private void writeParts(RecordKind kind, List<RecordChange> changes) {
        List<Column> columns =
                kind.editable().stream().filter(column -> column.part() != null).toList();
        for (Column column : columns) {
            Objects.requireNonNull(column.part()).delete(jdbc, changesOf(column, changes));
        }
        for (Column column : columns) {
            Objects.requireNonNull(column.part()).insert(jdbc, changesOf(column, changes));
        }
    }

    private static List<Part.Change> changesOf(Column column, List<RecordChange> changes) {
        return changes.stream()
                .filter(change -> !text(change, column.name()).equals(before(change, column.name())))
                .map(change -> new Part.Change(
                        change.code(),
                        Values.entries(column, before(change, column.name())),
                        Values.entries(column, text(change, column.name()))))
                .toList();
    }

    private static String before(RecordChange change, String column) {
        Map<String, String> before = change.before();
        return before == null ? "" : before.getOrDefault(column, "");
    }

    private void writeArchived(RecordKind kind, List<RecordChange> changes) {
        List<Object[]> rows = changes.stream()
                .filter(change ->
                        !text(change, "archived").equals(change.before() == null ? "no" : before(change, "archived")))
                .map(change -> new Object[] {text(change, "archived"), change.code()})
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "UPDATE " + kind.table() + " SET archived_at = CASE WHEN ?::boolean THEN now() END WHERE code = ?",
                    rows);
        }
    }
}
