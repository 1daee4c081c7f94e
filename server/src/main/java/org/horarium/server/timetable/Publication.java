package org.horarium.server.timetable;

import java.time.Instant;
import java.time.LocalDate;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;

/**
 * That a revision was published. It is in force from its date on, until a publication made later begins.
 *
 * @param id primary key; a later publication has a greater one
 * @param schedule whose timetable it is
 * @param revision primary key of the revision
 * @param number of the revision within the schedule
 * @param effectiveFrom first day in force
 * @param publishedBy login of who published it
 * @param publishedAt when
 * @param note for those concerned; null for none
 * @param peopleTold how many people it concerned
 */
public record Publication(
        long id,
        ScheduleId schedule,
        long revision,
        int number,
        LocalDate effectiveFrom,
        String publishedBy,
        Instant publishedAt,
        @Nullable String note,
        int peopleTold) {}
