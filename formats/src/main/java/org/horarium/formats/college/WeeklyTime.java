package org.horarium.formats.college;

import java.time.DayOfWeek;
import java.time.LocalTime;

/**
 * A span of every week, [start, end). A slot that it touches is concerned as a whole.
 *
 * @param day day of the week
 * @param start clock time
 * @param end clock time, after start
 */
public record WeeklyTime(DayOfWeek day, LocalTime start, LocalTime end) {}
