package org.horarium.formats.college;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.jspecify.annotations.Nullable;

/**
 * A timetable of a college: the plan in the college's own words.
 *
 * @param college name of the college
 * @param term id of the term
 * @param events what was placed
 * @param unplaced what was not, and why
 * @param hard number of hard violations; 0 in a good timetable
 * @param costs cost of each component, by name
 * @param total sum of the costs
 */
public record Timetable(
        String college,
        String term,
        List<ScheduledEvent> events,
        List<UnplacedActivity> unplaced,
        long hard,
        Map<String, Long> costs,
        long total) {
    public Timetable {
        events = List.copyOf(events);
        unplaced = List.copyOf(unplaced);
        costs = Map.copyOf(costs);
    }

    /**
     * An activity with its time, room and people.
     *
     * @param activity id, {@code template/group/ordinal}
     * @param day day of the week
     * @param slot first slot, from 1
     * @param duration in slots
     * @param weeks EVERY, A or B
     * @param room id of the room; null when it needs none
     * @param personnel who gives it
     */
    public record ScheduledEvent(
            String activity,
            DayOfWeek day,
            int slot,
            int duration,
            WeekPattern weeks,
            @Nullable String room,
            List<Assignment> personnel) {
        public ScheduledEvent {
            personnel = List.copyOf(personnel);
        }
    }

    /** A person in a role. */
    public record Assignment(String role, String person) {}

    /** An activity without a place. */
    public record UnplacedActivity(String activity, String reason) {}
}
