package org.horarium.server.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.horarium.formats.college.College;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Schedules in their tables. */
@Service
class JdbcSchedules implements Schedules {
    static final String SELECT = """
            SELECT schedule.*, term.code AS term, term.name AS term_name, term.academic_year,
                   ARRAY(SELECT department.code
                         FROM schedule_department JOIN department ON department.id = department_id
                         WHERE schedule_id = schedule.id ORDER BY department.entry_no)::text[] AS departments,
                   ARRAY(SELECT attendee_group.code
                         FROM schedule_group JOIN attendee_group ON attendee_group.id = group_id
                         WHERE schedule_id = schedule.id ORDER BY attendee_group.entry_no)::text[] AS groups
            FROM schedule JOIN term ON term.id = term_id
            """;

    private final JdbcClient jdbc;
    private final ScopeResolver resolver;
    private final JdbcColleges colleges;
    private final TakenElsewhere elsewhere;

    JdbcSchedules(JdbcClient jdbc, ScopeResolver resolver, JdbcColleges colleges, TakenElsewhere elsewhere) {
        this.jdbc = jdbc;
        this.resolver = resolver;
        this.colleges = colleges;
        this.elsewhere = elsewhere;
    }

    @Override
    @Transactional
    public Schedule findOrCreate(ScheduleScope scope) {
        ScopeResolver.Resolved resolved = resolver.resolve(scope);
        Optional<UUID> created = jdbc.sql("""
                        INSERT INTO schedule (name, term_id, semester, requested_scope) VALUES (?, ?, ?, ?)
                        ON CONFLICT (requested_scope) DO NOTHING RETURNING id
                        """)
                .param(resolved.name())
                .param(resolved.term())
                .param(resolved.semester())
                .param(resolved.key())
                .query(UUID.class)
                .optional();
        if (created.isPresent()) {
            addDepartment(created.get(), resolved.department());
            if (resolved.group() != null) {
                addGroup(created.get(), resolved.group());
            }
        }
        return jdbc.sql(SELECT + "WHERE requested_scope = ?")
                .param(resolved.key())
                .query(JdbcSchedules::schedule)
                .single();
    }

    /** Makes a schedule that is not found by its scope again. */
    @Transactional
    ScheduleId create(String name, UUID term, List<UUID> departments, List<UUID> groups) {
        UUID id = jdbc.sql("INSERT INTO schedule (name, term_id) VALUES (?, ?) RETURNING id")
                .params(name, term)
                .query(UUID.class)
                .single();
        departments.forEach(department -> addDepartment(id, department));
        groups.forEach(group -> addGroup(id, group));
        return new ScheduleId(id);
    }

    private void addDepartment(UUID schedule, UUID department) {
        jdbc.sql("INSERT INTO schedule_department (schedule_id, department_id) VALUES (?, ?)")
                .params(schedule, department)
                .update();
    }

    private void addGroup(UUID schedule, UUID group) {
        jdbc.sql("""
                        INSERT INTO schedule_group (schedule_id, group_id, group_kind)
                        SELECT ?, id, kind FROM attendee_group WHERE id = ?
                        """).params(schedule, group).update();
    }

    @Override
    public Optional<Schedule> find(ScheduleId id) {
        return jdbc.sql(SELECT + "WHERE schedule.id = ?")
                .param(id.value())
                .query(JdbcSchedules::schedule)
                .optional();
    }

    @Override
    public Schedule get(ScheduleId id) {
        return find(id).orElseThrow(() -> new ScheduleNotFoundException(id));
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public College college(ScheduleId id) {
        Schedule schedule = get(id);
        return ScopedCollege.of(
                colleges.read(schedule.term(), id), schedule, elsewhere.by(othersOfTerm(schedule.id())));
    }

    @Override
    public List<ScheduleId> othersOfTerm(ScheduleId id) {
        get(id);
        return jdbc.sql("""
                        SELECT id FROM schedule
                        WHERE id <> :id AND term_id = (SELECT term_id FROM schedule WHERE id = :id) ORDER BY created_at, id
                        """).param("id", id.value()).query(UUID.class).list().stream()
                .map(ScheduleId::new)
                .toList();
    }

    @Override
    public void beginAllocation(ScheduleId id, UUID job) {
        step(id, ScheduleStep.BEGIN_ALLOCATION, job);
    }

    @Override
    @Transactional
    public boolean endAllocation(ScheduleId id, UUID job, AllocationOutcome outcome) {
        int ended = jdbc.sql("""
                        UPDATE schedule SET status = CASE WHEN :completed THEN 'COMPLETED' ELSE status_before_allocation END,
                               allocation = NULL, status_before_allocation = NULL
                        WHERE id = :id AND status = 'ALLOCATING' AND allocation = :job
                        """)
                .param("completed", outcome == AllocationOutcome.COMPLETED)
                .param("id", id.value())
                .param("job", job)
                .update();
        if (ended == 0) {
            get(id);
        }
        return ended == 1;
    }

    /**
     * Takes a step, if the status allows it at the moment of the update: of several callers at once, one succeeds.
     *
     * @param job the job that begins; null for other steps
     */
    void step(ScheduleId id, ScheduleStep step, @Nullable UUID job) {
        while (!take(id, step, job)) {
            Schedule schedule = get(id);
            if (schedule.allocation() != null && step == ScheduleStep.BEGIN_ALLOCATION) {
                throw new AllocationRunningException(id, schedule.allocation());
            }
            if (!step.from().contains(schedule.status())) {
                throw new IllegalStepException(id, step, schedule.status());
            }
        }
    }

    private boolean take(ScheduleId id, ScheduleStep step, @Nullable UUID job) {
        List<String> from = step.from().stream().map(Enum::name).toList();
        return jdbc.sql("""
                        UPDATE schedule SET status = :to, allocation = :job,
                               status_before_allocation = CASE WHEN :to = 'ALLOCATING' THEN status END
                        WHERE id = :id AND status IN (:from)
                        """)
                        .param("to", step.to().name())
                        .param("job", job)
                        .param("id", id.value())
                        .param("from", from)
                        .update()
                == 1;
    }

    static Schedule schedule(ResultSet row, int number) throws SQLException {
        return new Schedule(
                new ScheduleId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("term"),
                row.getString("term_name"),
                row.getString("academic_year"),
                List.of((String[]) row.getArray("departments").getArray()),
                List.of((String[]) row.getArray("groups").getArray()),
                row.getObject("semester", Integer.class),
                ScheduleStatus.valueOf(row.getString("status")),
                row.getObject("allocation", UUID.class),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
