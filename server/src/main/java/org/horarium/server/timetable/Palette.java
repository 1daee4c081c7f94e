package org.horarium.server.timetable;

/**
 * The colours of courses. The style sheet has a class {@code course-0} to {@code course-11}, each with a light and a dark
 * pair of background and text whose contrast a test measures.
 */
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
