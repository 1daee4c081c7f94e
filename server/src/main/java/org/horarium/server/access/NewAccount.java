package org.horarium.server.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param email the login
 * @param name for people
 * @param role what they are
 * @param password in clear; hashed before it is stored
 * @param departments codes that a member of staff looks after
 * @param personnelCode code of their personnel record; null for none
 * @param studentCode code of their student record; null for none
 */
public record NewAccount(
        String email,
        String name,
        Role role,
        String password,
        Set<String> departments,
        @Nullable String personnelCode,
        @Nullable String studentCode) {
    public NewAccount {
        departments = Set.copyOf(departments);
    }

    /** An account without links to other records. */
    public static NewAccount of(String email, String name, Role role, String password) {
        return new NewAccount(email, name, role, password, Set.of(), null, null);
    }
}
