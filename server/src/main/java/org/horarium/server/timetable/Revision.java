package org.horarium.server.timetable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;

/**
 * One version of the timetable of a schedule. Once it is submitted, what it holds never changes; only its status does.
 *
 * @param id primary key
 * @param workflow its key in addresses
 * @param version counts changes of status and content, for optimistic locking
 * @param schedule id of the schedule
 * @param number 1, 2, … within the schedule
 * @param job id of the generation job that made it; null when it was made by hand
 * @param status where it stands
 * @param contentHash of what was submitted; null before
 * @param hard number of hard violations, one for each activity without a place
 * @param costs cost of each goal, by name
 * @param total sum of the costs
 * @param frame the week and the names
 * @param activities what was placed, by day and slot
 * @param unplaced what was not
 * @param createdAt when it was saved
 */
public record Revision(
        long id,
        UUID workflow,
        long version,
        ScheduleId schedule,
        int number,
        @Nullable UUID job,
        RevisionStatus status,
        @Nullable String contentHash,
        long hard,
        Map<String, Long> costs,
        long total,
        Frame frame,
        List<PlacedActivity> activities,
        List<Unplaced> unplaced,
        Instant createdAt) {
    public Revision {
        costs = Map.copyOf(costs);
        activities = List.copyOf(activities);
        unplaced = List.copyOf(unplaced);
    }

    /** Names of the activities that found no place, by id. */
    public Map<String, String> unplacedNames() {
        Map<String, String> templates =
                frame.templates().stream().collect(Collectors.toMap(Frame.Template::id, Frame.Template::name));
        Map<String, String> groups =
                frame.groups().stream().collect(Collectors.toMap(Frame.Group::id, Frame.Group::name));
        return unplaced.stream()
                .collect(Collectors.toMap(Revision.Unplaced::activity, u -> readable(u.activity(), templates, groups)));
    }

    private static String readable(String activity, Map<String, String> templates, Map<String, String> groups) {
        int first = activity.indexOf('/');
        int last = activity.lastIndexOf('/');
        if (first < 0 || first == last) {
            return activity;
        }
        String group = activity.substring(first + 1, last);
        return "%s · %s"
                .formatted(
                        templates.getOrDefault(activity.substring(0, first), activity.substring(0, first)),
                        groups.getOrDefault(group, group));
    }

    /**
     * An activity without a place.
     *
     * @param activity its id
     * @param reason what stood in the way
     */
    public record Unplaced(String activity, String reason) {}
}
