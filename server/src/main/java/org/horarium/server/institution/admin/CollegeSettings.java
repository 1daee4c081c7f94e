package org.horarium.server.institution.admin;

import java.util.Map;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.InputError;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.StaleEditException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The college itself: its name, and what matters how much. */
@Component
class CollegeSettings {
    private static final int NAME_LENGTH = 200;
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final AuditLog audit;

    CollegeSettings(JdbcClient jdbc, AuditLog audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * The settings.
     *
     * @param name of the college; empty before there is one
     * @param preferences weight of what people like to give
     * @param studentGaps weight of free slots between a group's activities
     * @param spread weight of sessions that lie too close
     * @param loadBalance weight of uneven load
     * @param roomFit weight of wasted seats and other departments' rooms
     * @param version counts changes; -1 before there is a college
     */
    record Settings(
            String name, int preferences, int studentGaps, int spread, int loadBalance, int roomFit, long version) {
        /** The same as a change of another version. */
        Settings at(long other) {
            return new Settings(name, preferences, studentGaps, spread, loadBalance, roomFit, other);
        }
    }

    /** As they are. */
    Settings get() {
        return jdbc.sql("""
                        SELECT name, weight_preferences AS preferences, weight_student_gaps AS student_gaps,
                               weight_spread AS spread, weight_load_balance AS load_balance,
                               weight_room_fit AS room_fit, version
                        FROM institution
                        """).query(Settings.class).optional().orElseGet(() -> new Settings("", 3, 2, 3, 1, 1, -1));
    }

    /**
     * Writes them; {@code version} is the one that was read.
     *
     * @throws InvalidInputException when a value is out of bounds
     * @throws StaleEditException when somebody else changed them meanwhile
     */
    @Transactional
    void save(Settings settings, Actor actor) {
        actor.requireRole(Role.ADMIN);
        String name = settings.name().strip();
        if (name.isEmpty() || name.length() > NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(java.util.List.of(
                    new InputError("/name", "The college needs a name of one line, at most 200 characters.")));
        }
        for (int weight : new int[] {
            settings.preferences(),
            settings.studentGaps(),
            settings.spread(),
            settings.loadBalance(),
            settings.roomFit()
        }) {
            if (weight < 0 || weight > MOST) {
                throw new InvalidInputException(
                        "/weights", "The weight (" + weight + ") must be from 0, for not at all, to " + MOST + ".");
            }
        }
        int written = jdbc.sql("""
                        INSERT INTO institution (name, weight_preferences, weight_student_gaps, weight_spread,
                                                 weight_load_balance, weight_room_fit)
                        VALUES (:name, :preferences, :gaps, :spread, :load, :fit)
                        ON CONFLICT (only_row) DO UPDATE SET name = :name, weight_preferences = :preferences,
                            weight_student_gaps = :gaps, weight_spread = :spread, weight_load_balance = :load,
                            weight_room_fit = :fit
                        WHERE institution.version = :version
                        """)
                .param("name", name)
                .param("preferences", settings.preferences())
                .param("gaps", settings.studentGaps())
                .param("spread", settings.spread())
                .param("load", settings.loadBalance())
                .param("fit", settings.roomFit())
                .param("version", settings.version())
                .update();
        if (written == 0) {
            throw new StaleEditException("Somebody changed the college's settings meanwhile. Reload the page.");
        }
        audit.record(actor.email(), "institution.college-changed", name, Map.of());
    }
}
