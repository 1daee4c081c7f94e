package org.horarium.server.institution;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
     * Somebody of the college.
     *
     * @param code of the record
     * @param name for people
     * @param email address; null for none
     */
    public record Contact(
            String code, String name, @Nullable String email) {}

    /** Some personnel. */
    public List<Contact> personnel(Collection<String> codes) {
        return contacts("personnel", codes);
    }

    /** Some students. */
    public List<Contact> students(Collection<String> codes) {
        return contacts("student", codes);
    }

    private List<Contact> contacts(String table, Collection<String> codes) {
        return jdbc.sql("SELECT code, name, email FROM " + table + " WHERE code = ANY(:codes) ORDER BY code")
                .param("codes", codes.toArray(new String[0]))
                .query((row, number) ->
                        new Contact(row.getString("code"), row.getString("name"), row.getString("email")))
                .list();
    }
}
