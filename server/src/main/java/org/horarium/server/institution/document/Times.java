package org.horarium.server.institution.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.horarium.formats.college.WeeklyTime;

/** Days and clock times of rows. */
final class Times {
    private Times() {}

    /** A row with {@code day}, {@code start_time} and {@code end_time}. */
    static WeeklyTime weekly(ResultSet row, int number) throws SQLException {
        return new WeeklyTime(DayOfWeek.of(row.getInt("day")), clock(row, "start_time"), clock(row, "end_time"));
    }

    static LocalTime clock(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalTime.class);
    }
}
