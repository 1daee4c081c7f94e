package org.horarium.server.institution.browse;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.horarium.server.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Terms with their weekly grid; everybody may see them. */
@Component
class TermCatalog implements Catalog<TermCatalog.Row> {
    /**
     * A term.
     *
     * @param code external id
     * @param name for people
     * @param academicYear for example 2026-27
     * @param semester which term of its academic year
     * @param firstDay first day of teaching
     * @param lastDay last day of teaching
     * @param timeZone IANA name
     * @param days days of teaching, in order
     * @param periods slots, and breaks with their names, in the order of the day
     * @param holidays days without teaching
     * @param weeks number of weeks; the first is an A week
     * @param version counts changes
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Row(
            String code,
            String name,
            String academicYear,
            int semester,
            LocalDate firstDay,
            LocalDate lastDay,
            String timeZone,
            List<DayOfWeek> days,
            List<Period> periods,
            List<Holiday> holidays,
            int weeks,
            long version)
            implements Catalog.Versioned {
        /** Number of slots of a day. */
        public long slots() {
            return periods.stream().filter(period -> period.name() == null).count();
        }
    }

    /** A slot, or a break, which has a name. */
    record Period(@Nullable String name, LocalTime start, LocalTime end) {}

    /** A day without teaching. */
    record Holiday(LocalDate date, String name) {}

    @Override
    public String path() {
        return "terms";
    }

    @Override
    public String noun() {
        return "term";
    }

    @Override
    public String columns() {
        return """
                term.*,
                ARRAY(SELECT day::text FROM term_day WHERE term_id = term.id ORDER BY position) AS days,
                (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'start', start_time, 'end', end_time)
                                           ORDER BY start_time), '[]')
                 FROM term_period WHERE term_id = term.id) AS periods,
                (SELECT coalesce(jsonb_agg(jsonb_build_object('date', day, 'name', name) ORDER BY day), '[]')
                 FROM term_holiday WHERE term_id = term.id) AS holidays,
                (SELECT count(*) FROM term_week WHERE term_id = term.id) AS weeks""";
    }

    @Override
    public String tables() {
        return "term";
    }

    @Override
    public String code() {
        return "term.code";
    }

    @Override
    public String name() {
        return "term.name";
    }

    @Override
    public String rule(Role role) {
        return "TRUE";
    }

    @Override
    public Row row(ResultSet row, JsonColumns json) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("name"),
                row.getString("academic_year"),
                row.getInt("semester"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("time_zone"),
                JsonColumns.texts(row, "days").stream()
                        .map(Integer::valueOf)
                        .map(DayOfWeek::of)
                        .toList(),
                json.list(row, "periods", Period.class),
                json.list(row, "holidays", Holiday.class),
                row.getInt("weeks"),
                row.getLong("version"));
    }
}
