package org.horarium.server.schedule;

import org.jspecify.annotations.Nullable;

/**
 * What a planner asks a timetable for, in the college's own codes.
 *
 * @param department code of a department
 * @param batch code of one of its batches, or of one section of it; null for all batches of the department
 * @param semester semester of study: only batches that are in it; null for any
 * @param academicYear picks the term: of the terms of this year the one that runs today, else the next to begin, else
 *     the last
 */
public record ScheduleScope(
        String department, @Nullable String batch, @Nullable Integer semester, String academicYear) {}
