package org.horarium.server.access;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which accounts belong to which people. */
@Repository
public class AccountLinks {
    private final JdbcClient jdbc;

    AccountLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An account that is open.
     *
     * @param id key
     * @param login e-mail address, lower case
     * @param personnelCode code of the personnel record that is this person; null for none
     * @param studentCode code of the student record that is this person; null for none
     */
    public record Linked(
            long id,
            String login,
            @Nullable String personnelCode,
            @Nullable String studentCode) {}

    /**
     * The open accounts of some people, the oldest first.
     *
     * @param logins e-mail addresses, lower case
     * @param personnel codes
     * @param students codes
     */
    public List<Linked> of(Collection<String> logins, Collection<String> personnel, Collection<String> students) {
        return jdbc.sql("""
                        select id, email, personnel_code, student_code from account
                        where enabled and (email = any(:logins) or personnel_code = any(:personnel)
                                           or student_code = any(:students))
                        order by id
                        """)
                .param("logins", logins.toArray(new String[0]))
                .param("personnel", personnel.toArray(new String[0]))
                .param("students", students.toArray(new String[0]))
                .query((row, number) -> new Linked(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getString("personnel_code"),
                        row.getString("student_code")))
                .list();
    }
}
