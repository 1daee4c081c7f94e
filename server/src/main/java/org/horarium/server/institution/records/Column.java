package org.horarium.server.institution.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a kind of record.
 *
 * @param name in files and REST, snake_case
 * @param type how values are written
 * @param required whether it must not be empty
 * @param refers path of the kind whose codes it holds; null when it holds none
 * @param fallback value of a new record that says nothing
 * @param least smallest number
 * @param choices words of a {@link ColumnType#CHOICE}
 * @param aliases other headers under which files may have it
 * @param sample value in the first sample row of a template; further rows after a {@code |}
 * @param listed whether lists show it
 * @param filter whether lists can be narrowed by it
 * @param read SQL expression of the canonical text; null is empty
 * @param write column and value of the insert statement, {@code name = expression}; null when it is written by its part
 * @param part how a value with several entries is written; null for others
 */
public record Column(
        String name,
        ColumnType type,
        boolean required,
        @Nullable String refers,
        String fallback,
        int least,
        List<String> choices,
        List<String> aliases,
        String sample,
        boolean listed,
        boolean filter,
        String read,
        @Nullable String write,
        @Nullable Part part) {
    public Column {
        choices = List.copyOf(choices);
        aliases = List.copyOf(aliases);
    }

    static Column field(String name, ColumnType type, String read, @Nullable String write) {
        return new Column(name, type, false, null, "", 0, List.of(), List.of(), "", true, false, read, write, null);
    }

    static Column derived(String name, String read) {
        return field(name, ColumnType.DERIVED, "(" + read + ")::text", null);
    }

    Column needed() {
        return new Column(
                name, type, true, refers, fallback, least, choices, aliases, sample, listed, filter, read, write, part);
    }

    Column to(String kind) {
        return new Column(
                name, type, required, kind, fallback, least, choices, aliases, sample, listed, filter, read, write,
                part);
    }

    Column or(String value) {
        return new Column(
                name, type, required, refers, value, least, choices, aliases, sample, listed, filter, read, write,
                part);
    }

    Column atLeast(int number) {
        return new Column(
                name, type, required, refers, fallback, number, choices, aliases, sample, listed, filter, read, write,
                part);
    }

    Column from(String... words) {
        return new Column(
                name,
                type,
                required,
                refers,
                fallback,
                least,
                List.of(words),
                aliases,
                sample,
                listed,
                filter,
                read,
                write,
                part);
    }

    Column called(String... names) {
        return new Column(
                name,
                type,
                required,
                refers,
                fallback,
                least,
                choices,
                List.of(names),
                sample,
                listed,
                filter,
                read,
                write,
                part);
    }

    Column like(String value) {
        return new Column(
                name, type, required, refers, fallback, least, choices, aliases, value, listed, filter, read, write,
                part);
    }

    Column unlisted() {
        return new Column(
                name, type, required, refers, fallback, least, choices, aliases, sample, false, filter, read, write,
                part);
    }

    Column filtered() {
        return new Column(
                name, type, required, refers, fallback, least, choices, aliases, sample, listed, true, read, write,
                part);
    }

    Column by(Part how) {
        return new Column(
                name, type, required, refers, fallback, least, choices, aliases, sample, listed, filter, read, write,
                how);
    }

    /** Whether people can write it. */
    public boolean editable() {
        return type != ColumnType.DERIVED;
    }

    /** Whether a list can be sorted by it: single values only. */
    public boolean sortable() {
        return switch (type) {
            case CODE, TEXT, EMAIL, NUMBER, YES_NO, DATE, ZONE, CHOICE, REFERENCE, WORD -> true;
            default -> false;
        };
    }

    /** The values of the sample rows. */
    public List<String> samples() {
        return List.of(sample.split("\\|", -1));
    }
}
