package org.horarium.server.access;

/** What a person is in the college. */
public enum Role {
    /** May do everything. */
    ADMIN,
    /** Head of department, dean, scheduler: the data, plans and decisions of their own departments. */
    STAFF,
    /** Teaches: own preferences, own timetable. */
    FACULTY,
    /** Studies: the published timetables of the own groups. */
    STUDENT;

    /** The name of Spring Security's authority for this role. */
    String authority() {
        return "ROLE_" + name();
    }
}
