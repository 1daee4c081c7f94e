package org.horarium.server.institution.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of one insert statement, sent to the database together. */
final class Rows {
    private final List<@Nullable Object[]> rows = new ArrayList<>();

    /** Adds a row: the values of the statement's parameters, in order. */
    void add(@Nullable Object... values) {
        rows.add(values);
    }

    /** Sends all rows, in the order in which they were added. */
    void insert(JdbcTemplate jdbc, String sql) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
