package org.horarium.server.timetable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.timetable.PlacedActivity.Staff;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Revisions in PostgreSQL. */
@Repository
class RevisionStore {
    private static final TypeReference<Map<String, Long>> COSTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;

    RevisionStore(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    long insert(NewRevision revision) {
        // Two revisions of one schedule at once: the second waits here, and takes the next number.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:schedule::text, 30))")
                .param("schedule", revision.schedule().value())
                .query((row, n) -> 0)
                .single();
        RevisionStatus status = revision.hard() == 0 ? RevisionStatus.DRAFT : RevisionStatus.PARTIAL;
        long id = jdbc.sql("""
                insert into timetable_revision
                    (schedule_id, number, generation_job_id, status, hard, total, costs, frame)
                select :schedule, coalesce(max(number), 0) + 1, :job, :status, :hard, :total, :costs::jsonb, :frame::jsonb
                from timetable_revision where schedule_id = :schedule
                returning id
                """)
                .param("schedule", revision.schedule().value())
                .param("job", revision.job())
                .param("status", status.code())
                .param("hard", revision.hard())
                .param("total", revision.total())
                .param("costs", json.writeValueAsString(revision.costs()))
                .param("frame", json.writeValueAsString(revision.frame()))
                .query(Long.class)
                .single();
        Set<String> electives = revision.frame().templates().stream()
                .filter(Frame.Template::elective)
                .map(Frame.Template::id)
                .collect(Collectors.toCollection(HashSet::new));
        insertEvents(id, revision.activities());
        Map<String, Long> eventIds = eventIds(id);
        insertStaff(id, revision.activities(), eventIds);
        insertGroups(
                id,
                revision.activities().stream()
                        .filter(a -> !electives.contains(a.template()))
                        .toList(),
                eventIds);
        batches.batchUpdate(
                "insert into unplaced_activity (revision_id, activity, reason) values (?, ?, ?)",
                revision.unplaced().stream()
                        .map(u -> new Object[] {id, u.activity(), u.reason()})
                        .toList());
        return id;
    }

    private void insertEvents(long revision, List<PlacedActivity> activities) {
        batches.batchUpdate("""
                insert into scheduled_event
                    (revision_id, activity, template, group_code, attendees, day, slots, weeks, room)
                values (?, ?, ?, ?, ?, ?, int4range(?, ?), ?::int4range, ?)
                """, activities, 500, (statement, a) -> {
            statement.setLong(1, revision);
            statement.setString(2, a.activity());
            statement.setString(3, a.template());
            statement.setString(4, a.group());
            statement.setArray(
                    5,
                    statement
                            .getConnection()
                            .createArrayOf("text", a.attendees().toArray()));
            statement.setInt(6, a.day().getValue());
            statement.setInt(7, a.slot());
            statement.setInt(8, a.end());
            statement.setString(9, range(a.weeks()));
            statement.setString(10, a.room());
        });
    }

    private Map<String, Long> eventIds(long revision) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql("select id, activity from scheduled_event where revision_id = :revision")
                .param("revision", revision)
                .query(row -> {
                    ids.put(row.getString("activity"), row.getLong("id"));
                });
        return ids;
    }

    private void insertStaff(long revision, List<PlacedActivity> activities, Map<String, Long> eventIds) {
        List<Object[]> rows = new ArrayList<>();
        for (PlacedActivity a : activities) {
            for (int i = 0; i < a.staff().size(); i++) {
                Staff staff = a.staff().get(i);
                rows.add(new Object[] {
                    eventIds.get(a.activity()),
                    revision,
                    a.day().getValue(),
                    a.slot(),
                    a.end(),
                    range(a.weeks()),
                    i,
                    staff.role(),
                    staff.person()
                });
            }
        }
        batches.batchUpdate("""
                insert into scheduled_event_staff
                    (event_id, revision_id, day, slots, weeks, position, role, person)
                values (?, ?, ?, int4range(?, ?), ?::int4range, ?, ?, ?)
                """, rows);
    }

    private void insertGroups(long revision, List<PlacedActivity> activities, Map<String, Long> eventIds) {
        List<Object[]> rows = new ArrayList<>();
        for (PlacedActivity a : activities) {
            for (String leaf : a.attendees()) {
                rows.add(new Object[] {
                    eventIds.get(a.activity()), revision, a.day().getValue(), a.slot(), a.end(), range(a.weeks()), leaf
                });
            }
        }
        batches.batchUpdate("""
                insert into scheduled_event_group (event_id, revision_id, day, slots, weeks, leaf)
                values (?, ?, ?, int4range(?, ?), ?::int4range, ?)
                """, rows);
    }

    Optional<Long> idOfJob(UUID job) {
        return jdbc.sql("select id from timetable_revision where generation_job_id = :job order by number desc limit 1")
                .param("job", job)
                .query(Long.class)
                .optional();
    }

    Optional<Long> newestId(ScheduleId schedule) {
        return jdbc.sql("""
                select id from timetable_revision where schedule_id = :schedule order by number desc limit 1
                """)
                .param("schedule", schedule.value())
                .query(Long.class)
                .optional();
    }

    Optional<Long> idOf(ScheduleId schedule, int number) {
        return jdbc.sql("select id from timetable_revision where schedule_id = :schedule and number = :number")
                .param("schedule", schedule.value())
                .param("number", number)
                .query(Long.class)
                .optional();
    }

    private static final String SUMMARY = """
            select id, workflow_id, version, schedule_id, number, generation_job_id, status, content_hash, hard, total,
                   created_at
            from timetable_revision
            """;

    List<RevisionSummary> list(ScheduleId schedule) {
        return jdbc.sql(SUMMARY + "where schedule_id = :schedule order by number desc")
                .param("schedule", schedule.value())
                .query(RevisionStore::summary)
                .list();
    }

    List<RevisionSummary> list(RevisionStatus status) {
        return jdbc.sql(SUMMARY + "where status = :status order by created_at desc, id desc")
                .param("status", status.code())
                .query(RevisionStore::summary)
                .list();
    }

    Optional<RevisionSummary> summary(UUID workflow) {
        return jdbc.sql(SUMMARY + "where workflow_id = :workflow")
                .param("workflow", workflow)
                .query(RevisionStore::summary)
                .optional();
    }

    Optional<RevisionSummary> summary(ScheduleId schedule, int number) {
        return jdbc.sql(SUMMARY + "where schedule_id = :schedule and number = :number")
                .param("schedule", schedule.value())
                .param("number", number)
                .query(RevisionStore::summary)
                .optional();
    }

    Optional<RevisionSummary> summaryOfJob(UUID job) {
        return jdbc.sql(SUMMARY + "where generation_job_id = :job order by number desc limit 1")
                .param("job", job)
                .query(RevisionStore::summary)
                .optional();
    }

    private static RevisionSummary summary(ResultSet row, int number) throws SQLException {
        return new RevisionSummary(
                row.getLong("id"),
                row.getObject("workflow_id", UUID.class),
                row.getLong("version"),
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                row.getInt("number"),
                row.getObject("generation_job_id", UUID.class),
                RevisionStatus.of(row.getString("status")),
                row.getString("content_hash"),
                row.getLong("hard"),
                row.getLong("total"),
                row.getTimestamp("created_at").toInstant());
    }

    /**
     * Moves a revision from one status to another, if it has that status and version at the moment of the update. Leaving
     * the open statuses notes the hash of the content, going back to them forgets it.
     *
     * @return whether it was moved
     */
    boolean move(long id, long version, RevisionStatus from, RevisionStatus to) {
        return jdbc.sql("""
                update timetable_revision
                set status = :to, version = version + 1,
                    content_hash = case when :open then null else coalesce(content_hash, revision_content_hash(id)) end
                where id = :id and status = :from and version = :version
                """)
                        .param("to", to.code())
                        .param("open", to.open())
                        .param("id", id)
                        .param("from", from.code())
                        .param("version", version)
                        .update()
                == 1;
    }

    Optional<Revision> find(long id) {
        List<PlacedActivity> activities = activities(id);
        List<Revision.Unplaced> unplaced = jdbc.sql(
                        "select activity, reason from unplaced_activity where revision_id = :id order by activity")
                .param("id", id)
                .query((row, n) -> new Revision.Unplaced(row.getString("activity"), row.getString("reason")))
                .list();
        return jdbc.sql("select * from timetable_revision where id = :id")
                .param("id", id)
                .query((row, n) -> new Revision(
                        row.getLong("id"),
                        row.getObject("workflow_id", UUID.class),
                        row.getLong("version"),
                        new ScheduleId(row.getObject("schedule_id", UUID.class)),
                        row.getInt("number"),
                        row.getObject("generation_job_id", UUID.class),
                        RevisionStatus.of(row.getString("status")),
                        row.getString("content_hash"),
                        row.getLong("hard"),
                        json.readValue(row.getString("costs"), COSTS),
                        row.getLong("total"),
                        json.readValue(row.getString("frame"), Frame.class),
                        activities,
                        unplaced,
                        row.getTimestamp("created_at").toInstant()))
                .optional();
    }

    private List<PlacedActivity> activities(long revision) {
        Map<Long, List<Staff>> staff = new HashMap<>();
        jdbc.sql("""
                select event_id, role, person from scheduled_event_staff
                where revision_id = :revision order by event_id, position
                """).param("revision", revision).query(row -> {
            staff.computeIfAbsent(row.getLong("event_id"), id -> new ArrayList<>())
                    .add(new Staff(row.getString("role"), row.getString("person")));
        });
        return jdbc.sql("""
                select *, lower(slots) as slot, upper(slots) - lower(slots) as duration, weeks::text as week_range
                from scheduled_event where revision_id = :revision order by day, lower(slots), activity
                """)
                .param("revision", revision)
                .query((row, n) -> activity(row, staff.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static PlacedActivity activity(ResultSet row, List<Staff> staff) throws SQLException {
        return new PlacedActivity(
                row.getString("activity"),
                row.getString("template"),
                row.getString("group_code"),
                List.of((String[]) row.getArray("attendees").getArray()),
                DayOfWeek.of(row.getInt("day")),
                row.getInt("slot"),
                row.getInt("duration"),
                weeks(row.getString("week_range")),
                row.getString("room"),
                staff);
    }

    private static String range(Weeks weeks) {
        return switch (weeks) {
            case EVERY -> "[1,3)";
            case A -> "[1,2)";
            case B -> "[2,3)";
        };
    }

    private static Weeks weeks(@Nullable String range) {
        for (Weeks weeks : Weeks.values()) {
            if (range(weeks).equals(range)) {
                return weeks;
            }
        }
        throw new IllegalStateException("Unknown weeks (%s) of a scheduled event.".formatted(range));
    }
}
