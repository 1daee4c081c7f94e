package org.horarium.server.institution.records;

import java.util.Map;

/**
 * What somebody wants a record to be. Columns that are not among the values keep what they have, or get their fallback
 * in a new record.
 *
 * @param kind which kind
 * @param origin where it comes from, for example a row of a sheet
 * @param values by column, as people write them; the code among them
 */
public record RecordEdit(RecordKind kind, Origin origin, Map<String, String> values) {
    public RecordEdit {
        values = Map.copyOf(values);
    }

    /** The code that is asked for; empty when it is missing. */
    public String code() {
        return values.getOrDefault("code", "").strip();
    }

    /**
     * A place in what was sent.
     *
     * @param sheet name of the sheet or file; empty for a form
     * @param row from 1, the header included; 0 for a form
     */
    public record Origin(String sheet, int row) {
        /** No file at all. */
        public static final Origin FORM = new Origin("", 0);
    }
}
