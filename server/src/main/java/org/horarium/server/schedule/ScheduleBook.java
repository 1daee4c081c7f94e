package org.horarium.server.schedule;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.platform.CursorPage;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NumberedPage;
import org.horarium.server.schedule.InvalidScopeException.FieldFault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Lists schedules, makes and moves them for people, each with what they may. Staff see those of their departments. */
@Service
public class ScheduleBook {
    private static final String VISIBLE = """
            WHERE (:all OR EXISTS (SELECT FROM schedule_department JOIN department ON department.id = department_id
                                   WHERE schedule_id = schedule.id AND department.code = ANY(:departments)))
            """;
    private static final int NAME_LENGTH = 200;

    private final JdbcClient jdbc;
    private final JdbcSchedules schedules;
    private final ScheduleFrames frames;

    ScheduleBook(JdbcClient jdbc, JdbcSchedules schedules, ScheduleFrames frames) {
        this.jdbc = jdbc;
        this.schedules = schedules;
        this.frames = frames;
    }

    /**
     * A page of the schedules that somebody sees, the newest first.
     *
     * @param search part of the name, in any case; empty for all
     * @param number of the page, from 1
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public NumberedPage<Schedule> page(Actor actor, String search, int number) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        String where = VISIBLE + " AND schedule.name ILIKE :search";
        String like = "%" + search.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        long total = visible("SELECT count(*) FROM schedule " + where, actor)
                .param("search", like)
                .query(Long.class)
                .single();
        NumberedPage.Place place = NumberedPage.place(number, total);
        List<Schedule> rows = visible(
                        JdbcSchedules.SELECT + where
                                + " ORDER BY schedule.created_at DESC, schedule.id DESC LIMIT :limit OFFSET :offset",
                        actor)
                .param("search", like)
                .param("limit", NumberedPage.SIZE)
                .param("offset", place.offset())
                .query(JdbcSchedules::schedule)
                .list();
        return new NumberedPage<>(rows, place.number(), total);
    }

    /** The schedules that somebody sees after a cursor, the newest first. */
    public CursorPage<Schedule> after(Actor actor, CursorPage.Request request) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        Place after = Place.parse(request.after());
        List<Schedule> rows = visible(JdbcSchedules.SELECT + VISIBLE + """
                                AND (:id::uuid IS NULL OR (schedule.created_at, schedule.id) < (:created::timestamptz, :id::uuid))
                                ORDER BY schedule.created_at DESC, schedule.id DESC LIMIT :limit
                                """, actor)
                .param("id", after == null ? null : after.id())
                .param("created", after == null ? null : after.created().atOffset(ZoneOffset.UTC))
                .param("limit", request.limit() + 1)
                .query(JdbcSchedules::schedule)
                .list();
        return CursorPage.of(
                rows, request.limit(), schedule -> schedule, schedule -> schedule.createdAt() + " " + schedule.id());
    }

    /** A place in the list: the schedule that was told last. */
    private record Place(Instant created, UUID id) {
        static @Nullable Place parse(@Nullable String key) {
            if (key == null) {
                return null;
            }
            try {
                int space = key.indexOf(' ');
                return new Place(
                        OffsetDateTime.parse(key.substring(0, space)).toInstant(),
                        UUID.fromString(key.substring(space + 1)));
            } catch (RuntimeException e) {
                throw new InvalidInputException(
                        "/next",
                        "The cursor is not one of this list. Take it from the member next of an earlier answer.");
            }
        }
    }

    private JdbcClient.StatementSpec visible(String sql, Actor actor) {
        return jdbc.sql(sql)
                .param("all", actor.isAdmin())
                .param("departments", actor.departments().toArray(String[]::new));
    }

    /**
     * Makes a schedule.
     *
     * @return its id
     * @throws InvalidScopeException when something is missing, not there or not theirs; tells all faults at once, by the
     *     names of the components of {@link NewSchedule}
     */
    @Transactional
    public ScheduleId create(NewSchedule wish, Actor actor) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        List<FieldFault> faults = new ArrayList<>();
        String given = wish.name() == null ? "" : wish.name().strip();
        if (given.length() > NAME_LENGTH || given.chars().anyMatch(Character::isISOControl)) {
            faults.add(new FieldFault("name", "The name must be one line of at most " + NAME_LENGTH + " characters."));
        }
        Term term = wish.term() == null ? null : term(wish.term());
        if (term == null) {
            faults.add(new FieldFault(
                    "term",
                    wish.term() == null || wish.term().isBlank()
                            ? "Choose a term."
                            : "There is no term (" + wish.term() + "). Choose one of the list."));
        }
        List<UUID> departments = departments(wish.departments(), actor, faults);
        List<UUID> groups = groups(wish, faults);
        if (term == null || !faults.isEmpty()) {
            throw new InvalidScopeException(faults);
        }
        String name = given.isEmpty()
                ? String.join(", ", wish.groups().isEmpty() ? wish.departments() : wish.groups()) + ", " + term.name()
                : given;
        return schedules.create(
                name.length() > NAME_LENGTH ? name.substring(0, NAME_LENGTH - 1) + "…" : name,
                term.id(),
                departments,
                groups);
    }

    private record Term(UUID id, String name) {}

    private @Nullable Term term(String code) {
        return jdbc.sql("SELECT id, name FROM term WHERE code = ?")
                .param(code)
                .query(Term.class)
                .optional()
                .orElse(null);
    }

    private List<UUID> departments(List<String> codes, Actor actor, List<FieldFault> faults) {
        List<UUID> ids = new ArrayList<>();
        if (codes.isEmpty()) {
            faults.add(new FieldFault("departments", "Choose at least one department."));
        }
        for (String code : codes.stream().distinct().toList()) {
            UUID id = jdbc.sql("SELECT id FROM department WHERE code = ?")
                    .param(code)
                    .query(UUID.class)
                    .optional()
                    .orElse(null);
            if (id == null) {
                faults.add(new FieldFault("departments", "There is no department (" + code + ")."));
            } else if (!actor.mayManage(code)) {
                faults.add(new FieldFault(
                        "departments",
                        "The department (" + code
                                + ") is not among yours. An administrator can add it to your account."));
            } else {
                ids.add(id);
            }
        }
        return ids;
    }

    private List<UUID> groups(NewSchedule wish, List<FieldFault> faults) {
        List<UUID> ids = new ArrayList<>();
        for (String code : wish.groups().stream().distinct().toList()) {
            UUID id = jdbc.sql("""
                            SELECT g.id FROM attendee_group g
                            LEFT JOIN attendee_group batch ON batch.id = g.parent_id
                            JOIN department ON department.id = coalesce(g.department_id, batch.department_id)
                            WHERE g.code = :code AND g.kind IN ('BATCH', 'SECTION')
                              AND department.code = ANY(:departments)
                            """)
                    .param("code", code)
                    .param("departments", wish.departments().toArray(String[]::new))
                    .query(UUID.class)
                    .optional()
                    .orElse(null);
            if (id == null) {
                faults.add(new FieldFault(
                        "groups",
                        "There is no batch (" + code
                                + ") in the chosen departments. Choose its department too, or leave it out."));
            } else {
                ids.add(id);
            }
        }
        return ids;
    }

    /**
     * What a copy of a schedule to another term would be: the same departments and groups, those that are not archived.
     *
     * @param id the schedule
     * @param actor who looks after all of its departments
     */
    public NewSchedule copyOf(ScheduleId id, Actor actor) {
        Schedule schedule = frames.manage(id, actor);
        List<String> groups = jdbc.sql("""
                        SELECT code FROM attendee_group WHERE code = ANY(?) AND archived_at IS NULL ORDER BY entry_no
                        """)
                .param(schedule.groups().toArray(String[]::new))
                .query(String.class)
                .list();
        return new NewSchedule(null, nextTerm(schedule.term()), schedule.departments(), groups);
    }

    /** The term that begins next after another one; null when there is none. */
    private @Nullable String nextTerm(String code) {
        return jdbc.sql("""
                        SELECT code FROM term
                        WHERE archived_at IS NULL AND first_day > (SELECT last_day FROM term WHERE code = ?)
                        ORDER BY first_day LIMIT 1
                        """).param(code).query(String.class).optional().orElse(null);
    }

    /**
     * Makes a schedule of another one for another term, with its pins that the other term can keep.
     *
     * @param wish the new schedule
     * @param source the schedule whose pins are copied
     * @return its id
     * @throws InvalidScopeException as {@link #create}
     */
    @Transactional
    public ScheduleId createFrom(NewSchedule wish, ScheduleId source, Actor actor) {
        frames.manage(source, actor);
        ScheduleId copy = create(wish, actor);
        copyPins(source, copy);
        return copy;
    }

    /** Pins of days and slots that the new term has too, with their people. */
    private void copyPins(ScheduleId source, ScheduleId copy) {
        jdbc.sql("""
                        WITH made AS (
                            INSERT INTO pin (term_id, schedule_id, template_id, group_id, ordinal, day, start_time, room_id)
                            SELECT target.term_id, target.id, pin.template_id, pin.group_id, pin.ordinal, pin.day,
                                   pin.start_time, pin.room_id
                            FROM pin, schedule target
                            WHERE pin.schedule_id = :source AND target.id = :copy
                              AND (pin.day IS NULL
                                   OR EXISTS (SELECT FROM term_day
                                              WHERE term_id = target.term_id AND term_day.day = pin.day)
                                  AND EXISTS (SELECT FROM term_period period
                                              WHERE period.term_id = target.term_id AND period.kind = 'SLOT'
                                                AND period.start_time = pin.start_time))
                            ORDER BY pin.entry_no
                            RETURNING id, template_id, group_id, ordinal)
                        INSERT INTO pin_personnel (pin_id, personnel_id, position)
                        SELECT made.id, person.personnel_id, person.position
                        FROM made
                        JOIN pin old ON old.schedule_id = :source AND old.template_id = made.template_id
                             AND old.group_id IS NOT DISTINCT FROM made.group_id AND old.ordinal = made.ordinal
                        JOIN pin_personnel person ON person.pin_id = old.id
                        """)
                .param("source", source.value())
                .param("copy", copy.value())
                .update();
    }

    /**
     * Takes a step for somebody; beginning and ending allocations is for jobs only.
     *
     * @throws IllegalStepException when the schedule's status does not allow it
     */
    public void step(ScheduleId id, ScheduleStep step, Actor actor) {
        frames.manage(id, actor);
        if (step == ScheduleStep.BEGIN_ALLOCATION || step == ScheduleStep.COMPLETE) {
            throw new InvalidInputException("/step", "The step (" + step + ") is taken by a generation job only.");
        }
        schedules.step(id, step, null);
    }
}
