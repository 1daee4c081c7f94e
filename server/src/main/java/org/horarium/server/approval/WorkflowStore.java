package org.horarium.server.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.RevisionSummary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The steps in PostgreSQL. */
@Repository
class WorkflowStore {
    private final JdbcClient jdbc;

    WorkflowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One publication at a time, in every process: whether rooms and people are free is looked up before. */
    void lockPublishing() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('approval.publish', 60))")
                .query((row, n) -> 0)
                .single();
    }

    WorkflowStep add(
            RevisionSummary before, WorkflowAction action, String hash, String actor, @Nullable String reason) {
        return jdbc.sql("""
                        insert into workflow_step (revision_id, action, from_status, to_status, content_hash, actor, reason)
                        values (?, ?, ?, ?, ?, ?, ?) returning *
                        """)
                .param(before.id())
                .param(action.code())
                .param(before.status().code())
                .param(action.to().code())
                .param(hash)
                .param(actor)
                .param(reason)
                .query(WorkflowStore::step)
                .single();
    }

    /** The steps of a revision, the first first. */
    List<WorkflowStep> steps(long revision) {
        return jdbc.sql("select * from workflow_step where revision_id = ? order by id")
                .param(revision)
                .query(WorkflowStore::step)
                .list();
    }

    /** The step that led to the present status. */
    Optional<WorkflowStep> last(long revision) {
        return jdbc.sql("select * from workflow_step where revision_id = ? order by id desc limit 1")
                .param(revision)
                .query(WorkflowStore::step)
                .optional();
    }

    private static WorkflowStep step(ResultSet row, int number) throws SQLException {
        return new WorkflowStep(
                WorkflowAction.of(row.getString("action")),
                RevisionStatus.of(row.getString("from_status")),
                RevisionStatus.of(row.getString("to_status")),
                row.getString("content_hash"),
                row.getString("actor"),
                row.getTimestamp("at").toInstant(),
                row.getString("reason"));
    }
}
