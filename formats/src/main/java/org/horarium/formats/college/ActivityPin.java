package org.horarium.formats.college;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is fixed about an activity.
 *
 * @param activity id of the activity, {@code template/group/ordinal}
 * @param day its day; null when free
 * @param slot its first slot, from 1; null when free, given together with the day
 * @param room id of its room; null when free
 * @param personnel ids of people who give it, in any of its roles; empty when free
 */
public record ActivityPin(
        String activity,
        @Nullable DayOfWeek day,
        @Nullable Integer slot,
        @Nullable String room,
        List<String> personnel) {
    public ActivityPin {
        personnel = List.copyOf(personnel);
    }
}
