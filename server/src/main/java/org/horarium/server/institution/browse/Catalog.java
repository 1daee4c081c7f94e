package org.horarium.server.institution.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.horarium.server.access.Role;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that can be listed. Its SQL may use the parameters {@code :departments} (codes that a member of staff
 * looks after), {@code :personnel} and {@code :student} (codes of the records that are the person; may be null).
 *
 * @param <T> a row, as REST shows it
 */
interface Catalog<T extends Catalog.Versioned> {
    /** A row that counts its changes. */
    interface Versioned {
        /** Number of changes. */
        long version();
    }

    /** Last part of the address of its list. */
    String path();

    /** The kind for people and in messages, for example {@code room}. */
    String noun();

    /** The columns, after {@code SELECT}. */
    String columns();

    /** The tables, after {@code FROM}. */
    String tables();

    /** The column of the external id, which is unique and by which rows are ordered. */
    String code();

    /** The column that says when a record was put away; such records are not listed. */
    default String archived() {
        return code().replace(".code", ".archived_at");
    }

    /** The column of the name, which is searched together with the code. */
    String name();

    /** The condition on rows that a role sees; null when it has no business with this kind at all. */
    @Nullable
    String rule(Role role);

    /** Makes a row. */
    T row(ResultSet row, JsonColumns json) throws SQLException;
}
