package org.horarium.server.institution.browse;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** A span of every week, [start, end). */
record TimeSpan(DayOfWeek day, LocalTime start, LocalTime end) {
    /** SQL for the spans of a table of unavailability, as a JSON array. */
    static String columnOf(String table, String owner) {
        return """
                (SELECT coalesce(jsonb_agg(jsonb_build_object(
                            'day', ('{MONDAY,TUESDAY,WEDNESDAY,THURSDAY,FRIDAY,SATURDAY,SUNDAY}'::text[])[day],
                            'start', start_time, 'end', end_time) ORDER BY day, start_time), '[]')
                 FROM %s WHERE %s)""".formatted(table, owner);
    }
}
