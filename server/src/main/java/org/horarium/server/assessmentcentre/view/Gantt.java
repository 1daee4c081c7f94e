package org.horarium.server.assessmentcentre.view;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Day;
import org.horarium.assessment.model.Pause;
import org.horarium.assessment.model.Period;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.model.Session;
import org.horarium.server.assessmentcentre.SessionState;
import org.jspecify.annotations.Nullable;

/**
 * A plan as bars over time: for each day a table with one column for each five minutes and one row for each participant,
 * assessor or room. It is a table and no drawing, so that it can be read aloud, and printed.
 *
 * @param by whose rows
 * @param days one table each
 */
public record Gantt(By by, List<DayTable> days) {
    private static final int UNIT = Centre.GRID_MINUTES;
    private static final int HOUR = 60 / UNIT;

    /** What fills a cell. */
    public enum Fill {
        SESSION,
        FREE,
        PAUSE,
        AWAY
    }

    /**
     * A stretch of a row.
     *
     * @param fill what fills it
     * @param span its columns
     * @param hour whether it begins at a full hour
     * @param card the session; null unless it is one
     */
    public record Cell(
            Fill fill, int span, boolean hour, @Nullable SessionCard card) {}

    /** A row. */
    public record Row(String id, String name, List<Cell> cells) {}

    /** The head of an hour, or of the part of one with which the day begins or ends. */
    public record HourHead(LocalTime from, int span) {}

    /**
     * A day.
     *
     * @param date which
     * @param start its first minute
     * @param columns how many columns of five minutes
     * @param hours the heads
     * @param rows one for each person or room
     */
    public record DayTable(LocalDate date, LocalDateTime start, int columns, List<HourHead> hours, List<Row> rows) {}

    /**
     * Draws a plan.
     *
     * @param state where each session stands on the day; answers null when that is not asked
     */
    public static Gantt of(Centre centre, Plan plan, By by, Function<Session, @Nullable SessionState> state) {
        return new Gantt(
                by,
                centre.days().stream()
                        .map(day -> new Builder(centre, plan, by, day, state).table())
                        .toList());
    }

    private static final class Builder {
        private final Centre centre;
        private final Plan plan;
        private final By by;
        private final Day day;
        private final Function<Session, @Nullable SessionState> state;
        private final LocalDateTime start;
        private final int columns;

        Builder(Centre centre, Plan plan, By by, Day day, Function<Session, @Nullable SessionState> state) {
            this.centre = centre;
            this.plan = plan;
            this.by = by;
            this.day = day;
            this.state = state;
            start = day.date().atTime(day.start());
            LocalDateTime end = plan.sessions().stream()
                    .filter(s -> s.start().toLocalDate().equals(day.date()))
                    .map(Session::end)
                    .max(LocalDateTime::compareTo)
                    .filter(last -> last.isAfter(day.date().atTime(day.end())))
                    .orElse(day.date().atTime(day.end()));
            columns = column(end.plusMinutes(UNIT - 1L));
        }

        DayTable table() {
            List<Row> rows = by.subjects(centre).stream()
                    .map(subject -> new Row(subject.id(), subject.name(), cells(subject)))
                    .toList();
            return new DayTable(day.date(), start, columns, hours(), rows);
        }

        private List<HourHead> hours() {
            List<HourHead> hours = new ArrayList<>();
            for (int from = 0; from < columns; ) {
                int to = Math.min(columns, nextHour(from));
                hours.add(new HourHead(start.plusMinutes((long) from * UNIT).toLocalTime(), to - from));
                from = to;
            }
            return hours;
        }

        private List<Cell> cells(By.Subject subject) {
            List<Cell> cells = new ArrayList<>();
            int at = 0;
            for (Session s : by.sessions(plan, subject.id())) {
                int from = column(s.start());
                int to = column(s.end().plusMinutes(UNIT - 1L));
                if (!s.start().toLocalDate().equals(day.date()) || to <= at) {
                    continue;
                }
                from = Math.max(from, at);
                gap(cells, at, from, subject);
                cells.add(new Cell(Fill.SESSION, to - from, isHour(from), SessionCard.of(centre, s, state)));
                at = to;
            }
            gap(cells, at, columns, subject);
            return cells;
        }

        /** What lies between two sessions, cut where its kind changes and at each full hour. */
        private void gap(List<Cell> cells, int from, int to, By.Subject subject) {
            int at = from;
            while (at < to) {
                Fill fill = fill(at, subject);
                int end = at + 1;
                while (end < to && fill(end, subject) == fill && !isHour(end)) {
                    end++;
                }
                cells.add(new Cell(fill, end - at, isHour(at), null));
                at = end;
            }
        }

        private Fill fill(int column, By.Subject subject) {
            LocalDateTime from = start.plusMinutes((long) column * UNIT);
            for (Pause p : day.breaks()) {
                LocalTime time = from.toLocalTime();
                if (!time.isBefore(p.start()) && time.isBefore(p.end())) {
                    return Fill.PAUSE;
                }
            }
            Period minutes = new Period(from, from.plusMinutes(UNIT));
            return subject.away().stream().anyMatch(minutes::overlaps) ? Fill.AWAY : Fill.FREE;
        }

        private int column(LocalDateTime time) {
            return (int) (Duration.between(start, time).toMinutes() / UNIT);
        }

        private boolean isHour(int column) {
            return start.plusMinutes((long) column * UNIT).getMinute() == 0;
        }

        private int nextHour(int column) {
            int minute = start.plusMinutes((long) column * UNIT).getMinute();
            return column + HOUR - minute / UNIT;
        }
    }
}
