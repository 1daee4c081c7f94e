package org.horarium.server.institution.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record before and after, as canonical texts of all its columns that can be written.
 *
 * @param kind which kind
 * @param code its external id
 * @param before null when it is new
 * @param after null when it goes
 */
public record RecordChange(
        RecordKind kind,
        String code,
        @Nullable Map<String, String> before,
        @Nullable Map<String, String> after) {
    /** What becomes of a record. */
    public enum Status {
        /** Was not there. */
        NEW,
        /** Stays as it is. */
        UNCHANGED,
        /** Gets other values. */
        CHANGED,
        /** Goes. */
        DELETED
    }

    public RecordChange {
        before = before == null ? null : Map.copyOf(before);
        after = after == null ? null : Map.copyOf(after);
    }

    /** What becomes of it. */
    public Status status() {
        if (before == null) {
            return Status.NEW;
        }
        if (after == null) {
            return Status.DELETED;
        }
        return before.equals(after) ? Status.UNCHANGED : Status.CHANGED;
    }

    /** The same way back. */
    public RecordChange reversed() {
        return new RecordChange(kind, code, after, before);
    }

    /**
     * A value that changes.
     *
     * @param column its name
     * @param before canonical text
     * @param after canonical text
     */
    public record Difference(String column, String before, String after) {}

    /** The values that change, in the order of the columns. */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (Column column : kind.editable()) {
            String old = before == null ? "" : before.getOrDefault(column.name(), "");
            String now = after == null ? "" : after.getOrDefault(column.name(), "");
            if (!old.equals(now)) {
                differences.add(new Difference(column.name(), old, now));
            }
        }
        return differences;
    }
}
