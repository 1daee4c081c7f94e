package org.horarium.formats.fet;

import java.util.List;
import java.util.Set;

/**
 * An active activity.
 *
 * @param id unique among activities
 * @param line where it stands
 * @param teachers names
 * @param subject name
 * @param tags names
 * @param sets names of the years, groups and subgroups that attend, as the file says
 * @param groups ids of the groups these are
 * @param duration in hours
 * @param component position among the parts of a split activity, from 1
 * @param students how many attend
 */
record FetActivity(
        String id,
        int line,
        List<String> teachers,
        String subject,
        Set<String> tags,
        List<String> sets,
        List<String> groups,
        int duration,
        int component,
        int students) {
    String name() {
        String who = String.join(", ", sets);
        return subject + (who.isEmpty() ? "" : " " + who) + " [" + id + "]";
    }
}
