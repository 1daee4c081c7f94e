package org.horarium.server.timetable;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An activity in its place.
 *
 * @param activity id, {@code template/group/ordinal}
 * @param template id of its template
 * @param group id of the group it is given to; id of the course when an elective is given to all who chose it
 * @param attendees ids of the subgroups (of a section without subgroups: its id) of those who attend
 * @param day day of the week
 * @param slot first slot, from 1
 * @param duration in slots
 * @param weeks in which weeks
 * @param room id of the room; null when it needs none
 * @param staff who gives it
 */
public record PlacedActivity(
        String activity,
        String template,
        String group,
        List<String> attendees,
        DayOfWeek day,
        int slot,
        int duration,
        Weeks weeks,
        @Nullable String room,
        List<Staff> staff) {
    public PlacedActivity {
        attendees = List.copyOf(attendees);
        staff = List.copyOf(staff);
    }

    /** The first slot after it. */
    public int end() {
        return slot + duration;
    }

    /** A person in a role. */
    public record Staff(String role, String person) {}

    /** The weeks in which an activity takes place. */
    public enum Weeks {
        /** Every week. */
        EVERY,
        /** A weeks only. */
        A,
        /** B weeks only. */
        B
    }
}
