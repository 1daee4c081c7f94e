package org.horarium.server.timetable;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A revision in a list.
 *
 * @param id primary key
 * @param number 1, 2, … within the schedule
 * @param job id of the generation job that made it; null when it was made by hand
 * @param status what it is worth
 * @param hard number of hard violations
 * @param total cost
 * @param createdAt when it was saved
 */
public record RevisionSummary(
        long id, int number, @Nullable UUID job, RevisionStatus status, long hard, long total, Instant createdAt) {}
