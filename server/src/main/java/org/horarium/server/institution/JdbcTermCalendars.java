package org.horarium.server.institution;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTermCalendars implements TermCalendars {
    private final JdbcClient jdbc;
    private final Clock clock = Clock.systemUTC();

    JdbcTermCalendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<TermCalendar> of(String term) {
        return jdbc.sql("""
                        SELECT code, name, first_day, last_day, time_zone,
                               ARRAY(SELECT day FROM term_holiday WHERE term_id = term.id)::date[] AS holidays
                        FROM term WHERE code = ?
                        """)
                .param(term)
                .query((row, number) -> new TermCalendar(
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        ZoneId.of(row.getString("time_zone")),
                        Arrays.stream((Date[]) row.getArray("holidays").getArray())
                                .map(Date::toLocalDate)
                                .collect(Collectors.toUnmodifiableSet())))
                .optional();
    }

    @Override
    public String fingerprint() {
        return jdbc.sql("""
                        SELECT md5(concat(
                            (SELECT string_agg(concat_ws('|', code, name, first_day, last_day, time_zone), ',' ORDER BY code)
                             FROM term),
                            (SELECT string_agg(concat_ws('|', term_id, day), ',' ORDER BY term_id, day) FROM term_holiday)))
                        """).query(String.class).single();
    }

    @Override
    public LocalDate today() {
        ZoneId zone =
                jdbc.sql("""
                        SELECT time_zone FROM term
                        ORDER BY (last_day < current_date), CASE WHEN last_day < current_date THEN -(last_day - date '1970-01-01')
                                                                 ELSE first_day - date '1970-01-01' END
                        LIMIT 1
                        """).query(String.class).optional().map(ZoneId::of).orElse(ZoneOffset.UTC);
        return LocalDate.now(clock.withZone(zone));
    }
}
