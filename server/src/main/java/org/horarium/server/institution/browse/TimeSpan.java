package org.horarium.server.institution.browse;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A span of every week, [start, end). */
record TimeSpan(int day, LocalTime start, LocalTime end) {
    /** SQL for the spans of a table of unavailability, as a JSON array. */
    static String columnOf(String table, String owner) {
        return """
                (SELECT coalesce(jsonb_agg(jsonb_build_object('day', day, 'start', start_time, 'end', end_time)
                                           ORDER BY day, start_time), '[]')
                 FROM %s WHERE %s)""".formatted(table, owner);
    }

    /** The day by name. */
    public DayOfWeek weekday() {
        return DayOfWeek.of(day);
    }
}
