package org.horarium.server.preference.round;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.horarium.formats.college.Fairness;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.preference.sheet.Texts;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleBook;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleStatus;
import org.horarium.server.schedule.ScheduleStep;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens and changes rounds, for people who may manage the schedule. */
@Service
public class Rounds {
    private final JdbcClient jdbc;
    private final ScheduleFrames frames;
    private final ScheduleBook book;
    private final ReminderPlan reminders;
    private final Texts texts;
    private final AuditLog audit;

    Rounds(
            JdbcClient jdbc,
            ScheduleFrames frames,
            ScheduleBook book,
            ReminderPlan reminders,
            Texts texts,
            AuditLog audit) {
        this.jdbc = jdbc;
        this.frames = frames;
        this.book = book;
        this.reminders = reminders;
        this.texts = texts;
        this.audit = audit;
    }

    /** The round of a schedule, if there ever was one. */
    public Optional<Round> find(ScheduleId schedule) {
        return jdbc.sql("""
                        SELECT round.*, schedule.status = 'COLLECTING' AND now() < deadline AS open
                        FROM preference_round round JOIN schedule ON schedule.id = schedule_id WHERE schedule_id = ?
                        """)
                .param(schedule.value())
                .query((row, n) -> new Round(
                        row.getObject("id", UUID.class),
                        row.getObject("deadline", OffsetDateTime.class).toInstant(),
                        ZoneId.of(row.getString("time_zone")),
                        row.getInt("veto_budget"),
                        row.getString("note"),
                        List.of((Integer[]) row.getArray("remind_hours").getArray()),
                        row.getBoolean("open"),
                        row.getLong("version")))
                .optional();
    }

    /**
     * The round of a schedule.
     *
     * @throws ConflictException when nobody has opened one
     */
    Round get(ScheduleId schedule) {
        return find(schedule).orElseThrow(() -> new ConflictException(texts.of("preference.fault.noround")));
    }

    /**
     * Opens a round, or opens it again, or changes one that is open. The schedule collects afterwards, whatever it did before.
     *
     * @throws org.horarium.server.platform.InvalidInputException with all faults of the wish
     * @throws ConflictException when a timetable is being made
     */
    @Transactional
    public void open(ScheduleId schedule, RoundWish wish, Actor actor) {
        Schedule managed = frames.manage(schedule, actor);
        RoundWish.Checked checked = wish.check(Instant.now(), texts);
        if (ScheduleStep.REOPEN.from().contains(managed.status()) && managed.status() != ScheduleStatus.COLLECTING) {
            book.step(schedule, ScheduleStep.REOPEN, actor);
        }
        if (managed.status() != ScheduleStatus.COLLECTING) {
            book.step(schedule, ScheduleStep.COLLECT, actor);
        }
        jdbc.sql("""
                        INSERT INTO preference_round (schedule_id, deadline, time_zone, veto_budget, note, remind_hours,
                                                      opened_by)
                        VALUES (:schedule, :deadline, :zone, :budget, :note, :hours, :by)
                        ON CONFLICT (schedule_id) DO UPDATE SET deadline = :deadline, time_zone = :zone,
                            veto_budget = :budget, note = :note, remind_hours = :hours
                        """)
                .param("schedule", schedule.value())
                .param("deadline", checked.deadline().atOffset(ZoneOffset.UTC))
                .param("zone", checked.zone().getId())
                .param("budget", checked.vetoBudget())
                .param("note", checked.note())
                .param("hours", checked.remindHours().toArray(Integer[]::new))
                .param("by", actor.email())
                .update();
        reminders.plan(schedule, LocaleContextHolder.getLocale());
        audit.record(
                actor.email(),
                "preference.round-opened",
                schedule.toString(),
                Map.of(
                        "deadline",
                        checked.deadline().toString(),
                        "zone",
                        checked.zone().getId(),
                        "remind_hours",
                        checked.remindHours()));
    }

    /** Ends the round now: the schedule is locked, what was submitted counts. */
    @Transactional
    public void close(ScheduleId schedule, Actor actor) {
        get(schedule);
        book.step(schedule, ScheduleStep.LOCK, actor);
        audit.record(actor.email(), "preference.round-closed", schedule.toString(), Map.of());
    }

    /** Says how the preferences of different people are weighed. */
    @Transactional
    public void weigh(ScheduleId schedule, Fairness fairness, Actor actor) {
        frames.manage(schedule, actor);
        jdbc.sql("""
                        INSERT INTO preference_policy (schedule_id, fairness) VALUES (:schedule, :fairness)
                        ON CONFLICT (schedule_id) DO UPDATE SET fairness = :fairness
                        """)
                .param("schedule", schedule.value())
                .param("fairness", fairness.name())
                .update();
        audit.record(actor.email(), "preference.fairness", schedule.toString(), Map.of("fairness", fairness));
    }

    /**
     * The sheet of a person, made when there is none yet.
     *
     * @param personCode somebody who can be asked in this schedule
     * @throws NotFoundException when it is nobody of the schedule
     */
    @Transactional
    public UUID sheetOf(ScheduleId schedule, String personCode) {
        Round round = get(schedule);
        UUID person = jdbc.sql("""
                        SELECT id FROM personnel
                        WHERE code = ? AND EXISTS (SELECT FROM schedule_eligible
                                                   WHERE schedule_id = ? AND personnel_id = personnel.id)
                        """)
                .params(personCode, schedule.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("There is nobody (" + personCode
                        + ") in this schedule who can be asked. The list of its personnel shows who can."));
        jdbc.sql("""
                        INSERT INTO preference_sheet (round_id, personnel_id) VALUES (?, ?)
                        ON CONFLICT (round_id, personnel_id) DO NOTHING
                        """).params(round.id(), person).update();
        return jdbc.sql("SELECT id FROM preference_sheet WHERE round_id = ? AND personnel_id = ?")
                .params(round.id(), person)
                .query(UUID.class)
                .single();
    }

    /** Opens the sheet of one person until another time, beyond the deadline of all. */
    @Transactional
    public void reopen(ScheduleId schedule, String personCode, String until, Actor actor) {
        Schedule managed = frames.manage(schedule, actor);
        Round round = get(schedule);
        if (managed.status() != ScheduleStatus.COLLECTING) {
            throw new ConflictException(texts.of("preference.fault.notcollecting"));
        }
        RoundWish.Checked checked = new RoundWish(until, round.zone().getId(), 0, "", "").check(Instant.now(), texts);
        jdbc.sql("UPDATE preference_sheet SET open_until = ? WHERE id = ?")
                .params(checked.deadline().atOffset(ZoneOffset.UTC), sheetOf(schedule, personCode))
                .update();
        audit.record(
                actor.email(),
                "preference.reopened",
                schedule.toString(),
                Map.of("person", personCode, "until", checked.deadline().toString()));
    }
}
