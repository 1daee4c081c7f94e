package org.horarium.server.access;

/** The accounts of the demo. {@link Accounts#link} says who they are in the demo college. */
public enum DemoLogin {
    /** Everything. */
    ADMIN("admin", "Demo Administrator", Role.ADMIN),
    /** Head of one department. */
    HOD("hod", "Demo Head of Department", Role.STAFF),
    /** One of the lecturers. */
    FACULTY("faculty", "Demo Lecturer", Role.FACULTY),
    /** One of the students. */
    STUDENT("student", "Demo Student", Role.STUDENT);

    private final String local;
    private final String fullName;
    private final Role role;

    DemoLogin(String local, String fullName, Role role) {
        this.local = local;
        this.fullName = fullName;
        this.role = role;
    }

    /** The login. */
    public String email() {
        return local + "@demo.horarium.org";
    }

    /** Name for people. */
    public String fullName() {
        return fullName;
    }

    /** What they are. */
    public Role role() {
        return role;
    }
}
