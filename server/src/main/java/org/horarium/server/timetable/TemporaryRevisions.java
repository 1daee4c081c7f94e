package org.horarium.server.timetable;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which revisions are meant for some days only, because somebody or something is not there then. */
@Component
public class TemporaryRevisions {
    private final JdbcClient jdbc;

    TemporaryRevisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The days for which a revision is meant.
     *
     * @param from first day in force
     * @param until last day in force; on the next day what was in force before is again
     */
    public record Days(LocalDate from, LocalDate until) {}

    /** The days of a revision; nothing when it is meant for good. */
    @Transactional(readOnly = true)
    public Optional<Days> of(long revision) {
        return jdbc.sql("select in_force_from, in_force_to from disruption where revision_id = ?")
                .param(revision)
                .query((row, n) -> new Days(
                        row.getObject("in_force_from", LocalDate.class), row.getObject("in_force_to", LocalDate.class)))
                .optional();
    }
}
