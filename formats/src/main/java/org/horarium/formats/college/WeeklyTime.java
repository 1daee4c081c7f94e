package org.horarium.formats.college;

import java.time.DayOfWeek;
import java.time.LocalTime;
import org.horarium.formats.college.ActivityTemplate.WeekPattern;
import org.jspecify.annotations.Nullable;

/**
 * A span of every week, [start, end), or only of A or B weeks. A slot that it touches is concerned as a whole.
 *
 * @param day day of the week
 * @param start clock time
 * @param end clock time, after start
 * @param weeks A or B; null for every week, which is what any other pattern counts as
 */
public record WeeklyTime(
        DayOfWeek day,
        LocalTime start,
        LocalTime end,
        @Nullable WeekPattern weeks) {
    public WeeklyTime {
        weeks = weeks == WeekPattern.A || weeks == WeekPattern.B ? weeks : null;
    }

    /** A span of every week. */
    public WeeklyTime(DayOfWeek day, LocalTime start, LocalTime end) {
        this(day, start, end, null);
    }
}
