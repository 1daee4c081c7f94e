package org.horarium.server.institution;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the college's records are called, by their codes. */
@Repository
public class RecordNames {
    private final JdbcClient jdbc;

    RecordNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Name of somebody who teaches; nothing when there is no such person. */
    public Optional<String> person(String code) {
        return name("personnel", code);
    }

    /** Name of a student; nothing when there is none. */
    public Optional<String> student(String code) {
        return name("student", code);
    }

    /** Name of a batch, section or subgroup; nothing when there is none. */
    public Optional<String> group(String code) {
        return name("attendee_group", code);
    }

    /** Name of a room; nothing when there is none. */
    public Optional<String> room(String code) {
        return name("room", code);
    }

    /** Name of a department; nothing when there is none. */
    public Optional<String> department(String code) {
        return name("department", code);
    }

    private Optional<String> name(String table, String code) {
        return jdbc.sql("SELECT name FROM " + table + " WHERE code = ?")
                .param(code)
                .query(String.class)
                .optional();
    }
}
