package org.horarium.server.institution.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Parts of a record that the database hands out as a JSON array in one column. */
@Component
class JsonColumns {
    private final JsonMapper mapper;

    JsonColumns(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The parts in a column.
     *
     * @param type of each part; its component names are the keys of the JSON objects
     */
    <T> List<T> list(ResultSet row, String column, Class<T> type) throws SQLException {
        return mapper.readValue(
                row.getString(column), mapper.getTypeFactory().constructCollectionType(List.class, type));
    }

    /** The texts in a column of type {@code text[]}. */
    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
