package org.horarium.server.preference.round;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.Secrets;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Personal links. The token in a link is 256 random bits; the database keeps its SHA-256. A link is good for one person and
 * one round, any number of times, until it is revoked or {@value #DAYS_AFTER} days after the round's end.
 */
@Service
public class Links {
    private static final int DAYS_AFTER = 14;
    private static final int BYTES = 32;
    private static final int MOST_CHARACTERS = 200;

    private final JdbcClient jdbc;
    private final Rounds rounds;
    private final ScheduleFrames frames;
    private final ServerSettings settings;
    private final AuditLog audit;

    Links(JdbcClient jdbc, Rounds rounds, ScheduleFrames frames, ServerSettings settings, AuditLog audit) {
        this.jdbc = jdbc;
        this.rounds = rounds;
        this.frames = frames;
        this.settings = settings;
        this.audit = audit;
    }

    /**
     * A link.
     *
     * @param address all of it
     * @param token the secret part
     */
    public record Link(String address, String token) {}

    /**
     * Where a token leads.
     *
     * @param sheet the sheet
     * @param link which link, to notice when it is revoked: the hash, hexadecimal
     */
    public record Target(UUID sheet, String link) {}

    /** Makes a link for a person; links that they have stay good. */
    @Transactional
    public Link make(ScheduleId schedule, String personCode, Actor actor) {
        frames.manage(schedule, actor);
        Link link = make(schedule, rounds.sheetOf(schedule, personCode), actor.email());
        audit.record(actor.email(), "preference.link-made", schedule.toString(), Map.of("person", personCode));
        return link;
    }

    Link make(ScheduleId schedule, UUID sheet, String by) {
        String token = Secrets.random(BYTES);
        jdbc.sql("INSERT INTO preference_link (token_hash, sheet_id, created_by) VALUES (?, ?, ?)")
                .params(Secrets.hash(token), sheet, by)
                .update();
        return new Link(settings.publicUrl() + "/preferences/" + schedule + "?token=" + token, token);
    }

    /** Ends all links of a person. */
    @Transactional
    public void revoke(ScheduleId schedule, String personCode, Actor actor) {
        frames.manage(schedule, actor);
        jdbc.sql("UPDATE preference_link SET revoked_at = now() WHERE sheet_id = ? AND revoked_at IS NULL")
                .param(rounds.sheetOf(schedule, personCode))
                .update();
        audit.record(actor.email(), "preference.links-revoked", schedule.toString(), Map.of("person", personCode));
    }

    /**
     * Where a token leads, if it is good for this schedule. Unknown, revoked, expired and foreign tokens are one case: one
     * query that finds nothing. Changes nothing.
     */
    public Optional<Target> target(UUID schedule, String token) {
        byte[] hash = Secrets.hash(token.length() > MOST_CHARACTERS ? "" : token);
        return target(schedule, hash);
    }

    /** Whether a link that was good still is. */
    public boolean isGood(UUID schedule, Target target) {
        return target(schedule, HexFormat.of().parseHex(target.link()))
                .filter(target::equals)
                .isPresent();
    }

    private Optional<Target> target(UUID schedule, byte[] hash) {
        return jdbc.sql("""
                        SELECT sheet.id
                        FROM preference_link link
                        JOIN preference_sheet sheet ON sheet.id = link.sheet_id
                        JOIN preference_round round ON round.id = sheet.round_id
                        WHERE link.token_hash = :hash AND link.revoked_at IS NULL AND round.schedule_id = :schedule
                          AND now() < greatest(round.deadline, sheet.open_until) + make_interval(days => :days)
                        """)
                .param("hash", hash)
                .param("schedule", schedule)
                .param("days", DAYS_AFTER)
                .query(UUID.class)
                .optional()
                .map(sheet -> new Target(sheet, HexFormat.of().formatHex(hash)));
    }
}
