package org.horarium.server.timetable.disruption;

import java.time.LocalDate;
import java.util.Optional;
import org.horarium.server.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Disruptions in PostgreSQL, each with the draft that was made for it. All methods run in the caller's transaction. */
@Repository
class DisruptionStore {
    private final JdbcClient jdbc;

    DisruptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A disruption that a revision was made for.
     *
     * @param what has happened
     * @param base id of the revision that was in force before
     * @param reportedOn the lost days are counted from here
     */
    record Kept(Disruption what, long base, LocalDate reportedOn) {}

    void insert(long revision, long base, Disruption what, LostDays days, String reason, Actor actor) {
        jdbc.sql("""
                insert into disruption (revision_id, base_id, kind, subject, first_day, last_day, in_force_from, in_force_to,
                                        reason, reported_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        revision,
                        base,
                        what.kind().code(),
                        what.subject(),
                        what.first(),
                        what.last(),
                        days.from(),
                        days.until(),
                        reason,
                        actor.email())
                .update();
    }

    Optional<Kept> of(long revision) {
        return jdbc.sql("select * from disruption where revision_id = ?")
                .param(revision)
                .query((row, n) -> new Kept(
                        new Disruption(
                                DisruptionKind.of(row.getString("kind")),
                                row.getString("subject"),
                                row.getObject("first_day", LocalDate.class),
                                row.getObject("last_day", LocalDate.class)),
                        row.getLong("base_id"),
                        row.getObject("in_force_from", LocalDate.class)))
                .optional();
    }
}
