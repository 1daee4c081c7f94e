package org.horarium.formats.itc2007;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * What a {@code .ctt} file says.
 *
 * @param name of the instance
 * @param days number of days
 * @param periods number of periods in a day
 * @param courses in their order
 * @param rooms capacity by id, in their order
 * @param curricula ids of courses by id of the curriculum, in their order
 * @param unavailable for courses that have any, the periods (day × periods + period) at which they cannot be
 */
record Ctt(
        String name,
        int days,
        int periods,
        List<CttCourse> courses,
        Map<String, Integer> rooms,
        Map<String, List<String>> curricula,
        Map<String, BitSet> unavailable) {
    /**
     * A course.
     *
     * @param id unique among courses
     * @param teacher id of the teacher
     * @param lectures number of lectures
     * @param minDays over so many days they should spread
     * @param students how many attend
     */
    record CttCourse(String id, String teacher, int lectures, int minDays, int students) {
        /** The event of a lecture, counted from 1. */
        String event(int lecture) {
            return id + "/" + lecture;
        }
    }

    /** The id of the course that an event is a lecture of. */
    static String courseOf(String event) {
        int slash = event.lastIndexOf('/');
        return slash < 0 ? event : event.substring(0, slash);
    }
}
