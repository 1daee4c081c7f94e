package org.horarium.server.approval;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.schedule.ScheduleFrames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionSummary;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Comments on revisions; everybody who may look at a schedule for planning may write and settle them. */
@Service
public class ReviewComments {
    private static final int LENGTH = 2000;

    private final JdbcClient jdbc;
    private final Timetables timetables;
    private final ScheduleFrames frames;
    private final AuditLog audit;

    ReviewComments(JdbcClient jdbc, Timetables timetables, ScheduleFrames frames, AuditLog audit) {
        this.jdbc = jdbc;
        this.timetables = timetables;
        this.frames = frames;
        this.audit = audit;
    }

    /** The comments on a revision, the oldest first. */
    @Transactional(readOnly = true)
    public List<ReviewComment> of(Actor actor, UUID workflow) {
        return of(open(actor, workflow).id());
    }

    private List<ReviewComment> of(long revision) {
        return jdbc.sql("select * from review_comment where revision_id = ? order by id")
                .param(revision)
                .query((row, n) -> new ReviewComment(
                        row.getLong("id"),
                        row.getString("activity"),
                        row.getString("author"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("comment"),
                        row.getString("resolved_by")))
                .list();
    }

    /**
     * Adds a comment.
     *
     * @param activity id of the activity it is about; null or empty when it is about the whole
     * @throws InvalidInputException if it says nothing, says too much, or the revision has no such activity
     */
    @Transactional
    public void add(Actor actor, UUID workflow, @Nullable String activity, @Nullable String text) {
        RevisionSummary revision = open(actor, workflow);
        String said = text == null ? "" : text.strip();
        if (said.isEmpty() || said.length() > LENGTH) {
            throw new InvalidInputException(
                    "/text", "A comment has 1 to %d characters, this one %d.".formatted(LENGTH, said.length()));
        }
        String about = activity == null || activity.isBlank() ? null : activity;
        if (about != null && !activities(revision).contains(about)) {
            throw new InvalidInputException(
                    "/activity", "Revision %d has no activity (%s).".formatted(revision.number(), about));
        }
        jdbc.sql("insert into review_comment (revision_id, activity, author, comment) values (?, ?, ?, ?)")
                .param(revision.id())
                .param(about)
                .param(actor.email())
                .param(said)
                .update();
        audit.record(actor.email(), "approval.comment", workflow.toString(), Map.of("revision", revision.number()));
    }

    private Set<String> activities(RevisionSummary summary) {
        Revision revision = timetables.find(summary.id()).orElseThrow();
        return revision.activities().stream().map(PlacedActivity::activity).collect(Collectors.toSet());
    }

    /**
     * Notes that a comment is settled. Doing it twice is no fault.
     *
     * @throws NotFoundException if the revision has no such comment
     */
    @Transactional
    public void resolve(Actor actor, UUID workflow, long comment) {
        RevisionSummary revision = open(actor, workflow);
        if (of(revision.id()).stream().noneMatch(c -> c.id() == comment)) {
            throw new NotFoundException("Revision %d has no comment (%d).".formatted(revision.number(), comment));
        }
        jdbc.sql("""
                        update review_comment set resolved_by = ?, resolved_at = now()
                        where id = ? and resolved_by is null
                        """).params(actor.email(), comment).update();
    }

    private RevisionSummary open(Actor actor, UUID workflow) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
        RevisionSummary revision = timetables
                .summary(workflow)
                .orElseThrow(() -> new NotFoundException("There is no timetable revision (%s).".formatted(workflow)));
        frames.open(revision.schedule(), "", actor);
        return revision;
    }
}
