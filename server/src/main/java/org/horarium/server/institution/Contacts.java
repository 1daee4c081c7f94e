package org.horarium.server.institution;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the people of the college are reached. */
@Repository
public class Contacts {
    private final JdbcClient jdbc;

    Contacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who has an address.
     *
     * @param code of the record
     * @param name for people
     * @param email address
     */
    public record Contact(String code, String name, String email) {}

    /** Those of some personnel who have an address. */
    public List<Contact> personnel(Collection<String> codes) {
        return contacts("personnel", codes);
    }

    /** Those of some students who have an address. */
    public List<Contact> students(Collection<String> codes) {
        return contacts("student", codes);
    }

    private List<Contact> contacts(String table, Collection<String> codes) {
        return jdbc.sql("SELECT code, name, email FROM " + table
                        + " WHERE code = ANY(:codes) AND email IS NOT NULL ORDER BY code")
                .param("codes", codes.toArray(new String[0]))
                .query((row, number) ->
                        new Contact(row.getString("code"), row.getString("name"), row.getString("email")))
                .list();
    }
}
