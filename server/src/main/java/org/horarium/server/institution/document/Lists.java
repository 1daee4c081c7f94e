package org.horarium.server.institution.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The parts of many records, read with one query and handed out record by record. */
final class Lists<T> {
    private final Map<UUID, List<T>> parts = new LinkedHashMap<>();

    /**
     * Reads the parts.
     *
     * @param sql a query whose column {@code owner} is the id of the record that a row is a part of, in the order of the
     *     parts
     * @param mapper makes a part of a row
     */
    static <T> Lists<T> read(JdbcTemplate jdbc, String sql, RowMapper<T> mapper) {
        Lists<T> lists = new Lists<>();
        jdbc.query(sql, row -> {
            UUID owner = row.getObject("owner", UUID.class);
            lists.parts.computeIfAbsent(owner, key -> new ArrayList<>()).add(mapper.mapRow(row, row.getRow()));
        });
        return lists;
    }

    /** The parts of a record, none if it has none. */
    List<T> of(UUID owner) {
        return parts.getOrDefault(owner, List.of());
    }
}
