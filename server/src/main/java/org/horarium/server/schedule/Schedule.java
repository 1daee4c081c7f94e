package org.horarium.server.schedule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule, as others see it.
 *
 * @param id its key
 * @param name for people
 * @param term code of its term
 * @param termName the term's name for people
 * @param academicYear of the term
 * @param departments codes of its departments, at least one
 * @param groups codes of the batches (or single sections) it is restricted to; empty for all batches of the departments
 * @param semester restricts it to batches in this semester of study; null for any
 * @param status where it stands
 * @param allocation the generation job that is making its timetable; null unless {@link ScheduleStatus#ALLOCATING}
 * @param version for optimistic locking, counts changes
 * @param createdAt when it was made
 */
public record Schedule(
        ScheduleId id,
        String name,
        String term,
        String termName,
        String academicYear,
        List<String> departments,
        List<String> groups,
        @Nullable Integer semester,
        ScheduleStatus status,
        @Nullable UUID allocation,
        long version,
        Instant createdAt) {
    public Schedule {
        departments = List.copyOf(departments);
        groups = List.copyOf(groups);
    }
}
