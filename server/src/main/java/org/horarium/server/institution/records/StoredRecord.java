package org.horarium.server.institution.records;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is.
 *
 * @param code external id
 * @param version counts changes
 * @param owner code of the department that owns it; null for the college
 * @param archived whether it was put away
 * @param mine whether the person who asks may change it
 * @param values canonical texts by column, those that the program counts among them
 */
public record StoredRecord(
        String code, long version, @Nullable String owner, boolean archived, boolean mine, Map<String, String> values) {
    public StoredRecord {
        values = Map.copyOf(values);
    }

    /** The text of a column; empty for none. */
    public String value(String column) {
        return values.getOrDefault(column, "");
    }
}
