package org.horarium.server.timetable;

/** The colours of courses: the classes {@code subject-0} to {@code subject-11} of the style sheet. */
final class Palette {
    /** Number of colours. */
    static final int SIZE = 12;

    private Palette() {}

    /** The colour of a course: always the same one for the same id, whatever else there is. */
    static int colour(String course) {
        // String.hashCode alone puts neighbours like CS301, CS302 next to each other; multiplying spreads them.
        return Math.floorMod((course.hashCode() * 0x9E3779B9) >>> 8, SIZE);
    }
}
