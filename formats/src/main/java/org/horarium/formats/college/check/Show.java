package org.horarium.formats.college.check;

/** Values in messages. */
final class Show {
    private Show() {}

    /** An id, or a hint where it could not be read. */
    static String id(String id) {
        return id.equals(CollegeChecks.UNREADABLE) ? "without a readable id" : id;
    }
}
