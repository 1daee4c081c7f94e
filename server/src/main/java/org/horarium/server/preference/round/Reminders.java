package org.horarium.server.preference.round;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends the reminders that rounds send by themselves. They stand in the database: whichever process finds one that is due takes
 * it, and puts its mails into the outbox in the same transaction, so each is sent once, however many processes look and
 * whenever one of them dies.
 */
@Component
class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Invitations invitations;
    private final TransactionTemplate transaction;

    Reminders(JdbcClient jdbc, Invitations invitations, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.invitations = invitations;
        this.transaction = transaction;
    }

    private record Due(UUID id, UUID schedule, boolean open, String locale) {}

    /**
     * Sends what is due. One that fails is tried again minutes later, and does not hold up the others.
     *
     * @return how many reminders were dealt with
     */
    int sendDue() {
        int done = 0;
        for (UUID next = due(); next != null; next = due()) {
            UUID id = next;
            try {
                transaction.executeWithoutResult(status -> send(id));
            } catch (RuntimeException e) {
                LOG.warn("The reminder ({}) can't be sent just now; it is tried again in {}.", id, AGAIN, e);
                jdbc.sql("""
                                UPDATE preference_reminder SET due_at = now() + make_interval(secs => ?)
                                WHERE id = ? AND done_at IS NULL
                                """).params(AGAIN.toSeconds(), id).update();
            }
            done++;
        }
        return done;
    }

    private @Nullable UUID due() {
        return jdbc.sql("""
                        SELECT id FROM preference_reminder WHERE done_at IS NULL AND due_at <= now()
                        ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """).query(UUID.class).optional().orElse(null);
    }

    /** Does nothing when another process has sent it meanwhile; a round that has ended reminds nobody. */
    private void send(UUID id) {
        Due due = jdbc.sql("""
                        SELECT reminder.id, round.schedule_id AS schedule, reminder.locale,
                               schedule.status = 'COLLECTING' AND now() < round.deadline AS open
                        FROM preference_reminder reminder
                        JOIN preference_round round ON round.id = reminder.round_id
                        JOIN schedule ON schedule.id = round.schedule_id
                        WHERE reminder.id = ? AND done_at IS NULL FOR UPDATE OF reminder
                        """).param(id).query(Due.class).optional().orElse(null);
        if (due == null) {
            return;
        }
        int mailed = due.open()
                ? invitations
                        .remindByItself(new ScheduleId(due.schedule()), Locale.forLanguageTag(due.locale()))
                        .mailed()
                : 0;
        jdbc.sql("UPDATE preference_reminder SET done_at = now(), mailed = ? WHERE id = ?")
                .params(mailed, id)
                .update();
    }
}
