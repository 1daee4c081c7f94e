package org.horarium.server.institution.document;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.horarium.formats.college.Term;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A term with its days, slots, breaks and holidays. */
@Component
final class TermPart {
    private final JdbcTemplate jdbc;

    TermPart(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Term term) {
        Rows terms = new Rows();
        terms.add(
                term.id(),
                term.name(),
                term.academicYear(),
                term.semester(),
                term.firstDay(),
                term.lastDay(),
                term.timeZone());
        terms.insert(jdbc, """
                INSERT INTO term (code, name, academic_year, semester, first_day, last_day, time_zone)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """);
        Rows days = new Rows();
        for (DayOfWeek day : term.days()) {
            days.add(term.id(), day.getValue(), term.days().indexOf(day) + 1);
        }
        days.insert(jdbc, """
                INSERT INTO term_day (term_id, day, position) VALUES ((SELECT id FROM term WHERE code = ?), ?, ?)
                """);
        Rows periods = new Rows();
        term.slots().forEach(slot -> periods.add(term.id(), "SLOT", null, slot.start(), slot.end()));
        term.breaks().forEach(pause -> periods.add(term.id(), "BREAK", pause.name(), pause.start(), pause.end()));
        periods.insert(jdbc, """
                INSERT INTO term_period (term_id, kind, name, start_time, end_time)
                VALUES ((SELECT id FROM term WHERE code = ?), ?, ?, ?, ?)
                """);
        Rows holidays = new Rows();
        term.holidays().forEach(holiday -> holidays.add(term.id(), holiday.date(), holiday.name()));
        holidays.insert(jdbc, """
                INSERT INTO term_holiday (term_id, day, name) VALUES ((SELECT id FROM term WHERE code = ?), ?, ?)
                """);
    }

    Term read(String code) {
        UUID id = jdbc.queryForList("SELECT id FROM term WHERE code = ?", UUID.class, code).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no term (" + code + ")."));
        List<DayOfWeek> days = jdbc.query(
                "SELECT day FROM term_day WHERE term_id = ? ORDER BY position",
                (row, n) -> DayOfWeek.of(row.getInt("day")),
                id);
        List<Term.Slot> slots = jdbc.query(
                "SELECT start_time, end_time FROM term_period WHERE term_id = ? AND kind = 'SLOT' ORDER BY start_time",
                (row, n) -> new Term.Slot(Times.clock(row, "start_time"), Times.clock(row, "end_time")),
                id);
        List<Term.Break> breaks = jdbc.query(
                """
                SELECT name, start_time, end_time FROM term_period
                WHERE term_id = ? AND kind = 'BREAK' ORDER BY start_time
                """,
                (row, n) -> new Term.Break(
                        row.getString("name"), Times.clock(row, "start_time"), Times.clock(row, "end_time")),
                id);
        List<Term.Holiday> holidays = jdbc.query(
                "SELECT day, name FROM term_holiday WHERE term_id = ? ORDER BY day",
                (row, n) -> new Term.Holiday(row.getObject("day", LocalDate.class), row.getString("name")),
                id);
        return jdbc.query(
                        "SELECT * FROM term WHERE id = ?",
                        (row, n) -> new Term(
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("academic_year"),
                                row.getInt("semester"),
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class),
                                row.getString("time_zone"),
                                days,
                                slots,
                                breaks,
                                holidays),
                        id)
                .get(0);
    }
}
