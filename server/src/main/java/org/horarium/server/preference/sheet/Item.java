package org.horarium.server.preference.sheet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Activities that a person can be asked for: those of one template.
 *
 * @param template its id
 * @param name of the template
 * @param type lecture, lab, …
 * @param course name of its course
 * @param courseCode of its course
 * @param duration slots of a session
 * @param sessions sessions a week for each group
 * @param weeks {@code EVERY}, {@code A}, {@code B} or {@code ALTERNATE}
 * @param groups how many groups get sessions of their own in the schedule
 * @param room name of the type of room it needs; null when none
 */
public record Item(
        UUID template,
        String name,
        String type,
        String course,
        String courseCode,
        int duration,
        int sessions,
        String weeks,
        int groups,
        @Nullable String room) {
    /** One of twelve colours, the same for all activities of a course. */
    public int colour() {
        return Math.floorMod(courseCode.hashCode(), 12);
    }
}
