package org.horarium.server.timetable.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.horarium.server.access.Actor;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.RevisionStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Drafts and their edits in PostgreSQL. All methods run in the caller's transaction. */
@Repository
class BoardStore {
    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BoardStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** How a revision stands while nobody else can change it. */
    record Head(long version, RevisionStatus status) {}

    /** Keeps others from changing the revision until the transaction ends. */
    Head lock(long revision) {
        return jdbc.sql("select version, status from timetable_revision where id = :id for update")
                .param("id", revision)
                .query((row, n) -> new Head(row.getLong("version"), RevisionStatus.of(row.getString("status"))))
                .single();
    }

    /** Takes activities off the board, from their places and from the list of those without one. */
    void clear(long revision, Set<String> activities) {
        String[] ids = activities.toArray(String[]::new);
        jdbc.sql("delete from scheduled_event where revision_id = ? and activity = any (?)")
                .params(revision, ids)
                .update();
        jdbc.sql("delete from unplaced_activity where revision_id = ? and activity = any (?)")
                .params(revision, ids)
                .update();
        jdbc.sql("delete from board_override where revision_id = ? and activity = any (?)")
                .params(revision, ids)
                .update();
    }

    /** Puts a cleared activity somewhere. Groups are booked unless it is an elective, which only some of a group take. */
    void place(long revision, PlacedActivity a, boolean elective, boolean overridden) {
        long id = jdbc.sql("""
                insert into scheduled_event
                    (revision_id, activity, template, group_code, attendees, day, slots, weeks, room, overridden)
                values (:revision, :activity, :template, :group, :attendees, :day, int4range(:slot, :end), :weeks::int4range,
                        :room, :overridden)
                returning id
                """)
                .param("revision", revision)
                .param("activity", a.activity())
                .param("template", a.template())
                .param("group", a.group())
                .param("attendees", a.attendees().toArray(String[]::new))
                .param("day", a.day().getValue())
                .param("slot", a.slot())
                .param("end", a.end())
                .param("weeks", range(a.weeks()))
                .param("room", a.room())
                .param("overridden", overridden)
                .query(Long.class)
                .single();
        for (int i = 0; i < a.staff().size(); i++) {
            jdbc.sql("""
                    insert into scheduled_event_staff
                        (event_id, revision_id, day, slots, weeks, position, role, person, overridden)
                    select id, revision_id, day, slots, weeks, :position, :role, :person, overridden
                    from scheduled_event where id = :id
                    """)
                    .param("position", i)
                    .param("role", a.staff().get(i).role())
                    .param("person", a.staff().get(i).person())
                    .param("id", id)
                    .update();
        }
        if (!elective) {
            jdbc.sql("""
                    insert into scheduled_event_group (event_id, revision_id, day, slots, weeks, leaf, overridden)
                    select id, revision_id, day, slots, weeks, unnest(attendees), overridden
                    from scheduled_event where id = :id
                    """).param("id", id).update();
        }
    }

    /** Notes that a cleared activity has no place. */
    void park(long revision, String activity, String reason) {
        jdbc.sql("insert into unplaced_activity (revision_id, activity, reason) values (?, ?, ?)")
                .params(revision, activity, reason)
                .update();
    }

    void insist(long revision, String activity, Actor actor, String reason) {
        jdbc.sql("""
                insert into board_override (revision_id, activity, actor, actor_name, reason) values (?, ?, ?, ?, ?)
                """)
                .params(revision, activity, actor.email(), actor.fullName(), reason)
                .update();
    }

    List<Acknowledged> acknowledged(long revision) {
        return jdbc.sql("select * from board_override where revision_id = ? order by activity")
                .param(revision)
                .query((row, n) -> new Acknowledged(
                        row.getString("activity"),
                        row.getString("actor_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("reason")))
                .list();
    }

    /** Key of the newest regeneration of a draft that runs or waits for a decision, or nothing. */
    Optional<UUID> anew(long revision) {
        return jdbc.sql("""
                        select id from regeneration
                        where revision_id = ? and status in ('queued', 'running', 'ready') order by created_at desc limit 1
                        """).param(revision).query(UUID.class).optional();
    }

    /** Writes what the revision is worth now, and counts the change. Returns the new version. */
    long score(long revision, long hard, long total, Map<String, Long> costs) {
        RevisionStatus status = hard == 0 ? RevisionStatus.DRAFT : RevisionStatus.PARTIAL;
        return jdbc.sql("""
                update timetable_revision
                set hard = ?, total = ?, costs = ?::jsonb, status = ?, version = version + 1
                where id = ? returning version
                """)
                .params(hard, total, json.writeValueAsString(costs), status.code(), revision)
                .query(Long.class)
                .single();
    }

    /** Keeps an edit. What was undone before can't be redone any more. */
    void note(long revision, Actor actor, EditKind kind, List<Change> changes, @Nullable String reason) {
        jdbc.sql("update board_edit set state = 'dropped' where revision_id = ? and state = 'undone'")
                .param(revision)
                .update();
        jdbc.sql("""
                insert into board_edit (revision_id, actor, actor_name, kind, changes, reason)
                values (:revision, :actor, :name, :kind, :changes::jsonb, :reason)
                """)
                .param("revision", revision)
                .param("actor", actor.email())
                .param("name", actor.fullName())
                .param("kind", kind.code())
                .param("changes", json.writeValueAsString(changes))
                .param("reason", reason)
                .update();
    }

    /** The newest edits that were not undone and then overtaken, the newest first. */
    List<BoardEdit> history(long revision, int most) {
        return jdbc.sql(
                        "select * from board_edit where revision_id = ? and state <> 'dropped' order by id desc limit ?")
                .params(revision, most)
                .query(this::edit)
                .list();
    }

    /** The edit that undo takes back: the newest that is done. */
    Optional<BoardEdit> lastDone(long revision) {
        return jdbc.sql("select * from board_edit where revision_id = ? and state = 'done' order by id desc limit 1")
                .param(revision)
                .query(this::edit)
                .optional();
    }

    /** The edit that redo brings back: the oldest that is undone. */
    Optional<BoardEdit> firstUndone(long revision) {
        return jdbc.sql("select * from board_edit where revision_id = ? and state = 'undone' order by id limit 1")
                .param(revision)
                .query(this::edit)
                .optional();
    }

    void mark(long edit, boolean undone) {
        jdbc.sql("update board_edit set state = ? where id = ?")
                .params(undone ? "undone" : "done", edit)
                .update();
    }

    private BoardEdit edit(ResultSet row, int number) throws SQLException {
        return new BoardEdit(
                row.getLong("id"),
                row.getString("actor_name"),
                row.getTimestamp("at").toInstant(),
                EditKind.of(row.getString("kind")),
                json.readValue(row.getString("changes"), CHANGES),
                row.getString("reason"),
                row.getString("state").equals("undone"));
    }

    private static String range(Weeks weeks) {
        return switch (weeks) {
            case EVERY -> "[1,3)";
            case A -> "[1,2)";
            case B -> "[2,3)";
        };
    }
}
