package org.horarium.formats.college;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who gives activities.
 *
 * @param id unique among personnel
 * @param name for people
 * @param email address for links and notices
 * @param department id of the home department
 * @param roles what they can be, for example "lecturer", "assistant"
 * @param maxSlotsPerWeek load limit of a week
 * @param maxSlotsPerDay load limit of a day; null for none
 * @param maxDaysPerWeek most days of presence; null for none
 * @param unavailable when they cannot be scheduled
 */
public record Personnel(
        String id,
        String name,
        @Nullable String email,
        String department,
        List<String> roles,
        int maxSlotsPerWeek,
        @Nullable Integer maxSlotsPerDay,
        @Nullable Integer maxDaysPerWeek,
        List<WeeklyTime> unavailable) {
    public Personnel {
        roles = List.copyOf(roles);
        unavailable = List.copyOf(unavailable);
    }
}
