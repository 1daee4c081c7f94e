package org.horarium.server.institution;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The smallest parts of groups of students. */
@Repository
public class GroupLeaves {
    private final JdbcClient jdbc;

    GroupLeaves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The groups without parts that a group consists of.
     *
     * @param group code of a batch, section or subgroup
     * @return codes; the group itself when it has no parts; empty when there is no such group
     */
    public Set<String> of(String group) {
        return jdbc.sql("""
                        WITH RECURSIVE part AS (
                            SELECT id, code FROM attendee_group WHERE code = ?
                            UNION ALL
                            SELECT child.id, child.code FROM attendee_group child JOIN part ON child.parent_id = part.id)
                        SELECT code FROM part WHERE NOT EXISTS (SELECT FROM attendee_group WHERE parent_id = part.id)
                        """).param(group).query(String.class).stream().collect(Collectors.toUnmodifiableSet());
    }
}
