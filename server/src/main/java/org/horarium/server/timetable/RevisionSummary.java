package org.horarium.server.timetable;

import java.time.Instant;
import java.util.UUID;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;

/**
 * A revision in a list.
 *
 * @param id primary key
 * @param workflow its key in addresses
 * @param version counts changes, for optimistic locking
 * @param schedule whose timetable it is
 * @param number 1, 2, … within the schedule
 * @param job id of the generation job that made it; null when it was made by hand
 * @param status where it stands
 * @param contentHash of what was submitted; null before
 * @param hard number of hard violations
 * @param total cost
 * @param createdAt when it was saved
 */
public record RevisionSummary(
        long id,
        UUID workflow,
        long version,
        ScheduleId schedule,
        int number,
        @Nullable UUID job,
        RevisionStatus status,
        @Nullable String contentHash,
        long hard,
        long total,
        Instant createdAt) {}
