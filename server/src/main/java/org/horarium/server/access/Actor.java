package org.horarium.server.access;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * The person behind a request, read from the database for each request. Modules ask it before they read or change rows.
 *
 * @param accountId key of the account
 * @param email the login, lower case
 * @param fullName for people
 * @param role what they are
 * @param departments codes of the departments that a member of staff looks after; empty for others
 * @param personnelCode code of the personnel record that is this person; null for none
 * @param studentCode code of the student record that is this person; null for none
 */
public record Actor(
        long accountId,
        String email,
        String fullName,
        Role role,
        Set<String> departments,
        @Nullable String personnelCode,
        @Nullable String studentCode) {
    public Actor {
        departments = Set.copyOf(departments);
    }

    /** Whether they may do everything. */
    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /** Whether their role is one of these. */
    public boolean hasRole(Role... roles) {
        return Arrays.asList(roles).contains(role);
    }

    /**
     * Whether they may see and change the data of a department and plan for it.
     *
     * @param departmentCode its code
     */
    public boolean mayManage(String departmentCode) {
        return isAdmin() || (role == Role.STAFF && departments.contains(departmentCode));
    }

    /**
     * As {@link #mayManage}, for a thing that concerns several departments: all of them are needed.
     *
     * @param departmentCodes their codes
     */
    public boolean mayManageAll(Iterable<String> departmentCodes) {
        for (String code : departmentCodes) {
            if (!mayManage(code)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Ends the request with 403 unless they may manage the department.
     *
     * @param departmentCode its code
     */
    public void requireManage(String departmentCode) {
        if (!mayManage(departmentCode)) {
            throw new AccessDeniedException("department " + departmentCode
                    + " is not among yours. An administrator can add it to your account.");
        }
    }

    /** Ends the request with 403 unless their role is one of these. */
    public void requireRole(Role... roles) {
        if (!hasRole(roles)) {
            throw new AccessDeniedException("this is for " + Arrays.toString(roles) + ", your role is " + role + ".");
        }
    }
}
