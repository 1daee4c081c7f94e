package org.horarium.formats.college;

import java.util.List;

/**
 * A course and the activities that it is taught by.
 *
 * @param id unique among courses
 * @param name for people
 * @param department id of the department that teaches it
 * @param elective whether students choose it; then its activities are for those who did
 * @param batches ids of the batches it is for
 * @param activities its activity templates
 */
public record Course(
        String id,
        String name,
        String department,
        boolean elective,
        List<String> batches,
        List<ActivityTemplate> activities) {
    public Course {
        batches = List.copyOf(batches);
        activities = List.copyOf(activities);
    }
}
