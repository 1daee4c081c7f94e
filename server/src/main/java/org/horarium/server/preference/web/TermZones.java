package org.horarium.server.preference.web;

import java.time.ZoneId;
import java.util.List;
import org.horarium.server.schedule.ScheduleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Time zones to choose from. */
@Component
class TermZones {
    private static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(id ->
                    id.equals("UTC") || (id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/")))
            .sorted()
            .toList();

    private final JdbcClient jdbc;

    TermZones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that people live in, by name. */
    List<String> all() {
        return ALL;
    }

    /** That of a schedule's term. */
    ZoneId of(ScheduleId schedule) {
        return ZoneId.of(
                jdbc.sql("SELECT time_zone FROM term JOIN schedule ON schedule.term_id = term.id WHERE schedule.id = ?")
                        .param(schedule.value())
                        .query(String.class)
                        .single());
    }
}
