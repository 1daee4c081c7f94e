package org.horarium.server.institution.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.institution.records.ChangePlan.Planned;
import org.horarium.server.institution.records.RecordChange.Status;
import org.horarium.server.institution.records.RecordEdit.Origin;
import org.horarium.server.institution.records.RecordUses.Use;
import org.horarium.server.platform.ConflictException;
import org.horarium.server.platform.NotFoundException;
import org.horarium.server.platform.StaleEditException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one way in which records of the college change. Each set of changes is one transaction that is noted with what was
 * before, so that it can be undone. Changes wait for each other (one lock), so that what was checked is still so when it
 * is written.
 */
@Service
public class Records {
    /** Key of the advisory lock: any number that nobody else takes. */
    private static final long LOCK = 0x484F_5241_5249_0040L;

    private final RecordPlanner planner;
    private final RecordWriter writer;
    private final RecordStore store;
    private final ChangeLog log;
    private final List<RecordUses> uses;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Records(
            RecordPlanner planner,
            RecordWriter writer,
            RecordStore store,
            ChangeLog log,
            List<RecordUses> uses,
            AuditLog audit,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.planner = planner;
        this.writer = writer;
        this.store = store;
        this.log = log;
        this.uses = List.copyOf(uses);
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * What was done.
     *
     * @param plan what was planned; with faults, nothing was written
     * @param undo by which it can be undone; null when nothing was written
     */
    public record Done(ChangePlan plan, @Nullable UUID undo) {}

    /**
     * Says what edits would do, by a trial that is taken back: what it finds possible the database has accepted.
     *
     * @param actor who wants to
     */
    public ChangePlan plan(List<RecordEdit> edits, Actor actor) {
        requireEditor(actor);
        return inTransaction(() -> attempt(edits, actor), false);
    }

    /**
     * Does edits: all of them, or none when there is a fault.
     *
     * @param what last part of the message key {@code change.…} under which it can be undone
     */
    public Done apply(List<RecordEdit> edits, Actor actor, String what) {
        return apply(edits, actor, what, plan -> true);
    }

    /** As {@link #apply(List, Actor, String)}, when what would be done is still wanted. */
    public Done apply(
            List<RecordEdit> edits, Actor actor, String what, java.util.function.Predicate<ChangePlan> wanted) {
        requireEditor(actor);
        return inTransaction(
                () -> {
                    ChangePlan plan = attempt(edits, actor);
                    boolean write = plan.possible() && wanted.test(plan);
                    return new Done(plan, write ? note(plan.effective(), actor, what) : null);
                },
                true);
    }

    private static void requireEditor(Actor actor) {
        actor.requireRole(Role.ADMIN, Role.STAFF);
    }

    /** Under the lock; taken back when not to be kept, or when it came to nothing. */
    private <T> T inTransaction(Supplier<T> work, boolean keep) {
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(rows -> {});
            T result = work.get();
            if (!keep || (result instanceof Done done && done.undo() == null)) {
                status.setRollbackOnly();
            }
            return result;
        }));
    }

    private ChangePlan attempt(List<RecordEdit> edits, Actor actor) {
        ChangePlan plan = planner.plan(edits, actor);
        if (!plan.possible()) {
            return plan;
        }
        try {
            writer.write(plan.effective());
            return plan;
        } catch (DataAccessException e) {
            return new ChangePlan(plan.changes(), List.of(new RecordFault(originOf(plan), "", Refusals.explain(e))));
        }
    }

    private static Origin originOf(ChangePlan plan) {
        List<Origin> origins =
                plan.changes().stream().map(Planned::origin).distinct().toList();
        return origins.size() == 1 ? origins.get(0) : Origin.FORM;
    }

    private @Nullable UUID note(List<RecordChange> changes, Actor actor, String what) {
        if (changes.isEmpty()) {
            return null;
        }
        Map<String, Integer> sizes = new HashMap<>();
        changes.forEach(change -> sizes.merge(change.kind().path(), 1, Integer::sum));
        audit.record(
                actor.email(),
                "institution." + what,
                changes.size() == 1 ? changes.get(0).code() : "",
                sizes);
        return log.add(actor, what, changes);
    }

    /**
     * A record that somebody may see, archived or not.
     *
     * @throws NotFoundException when there is none
     */
    public StoredRecord get(RecordKind kind, String code, Actor actor) {
        requireEditor(actor);
        Map<String, Object> params = RecordStore.rights(actor);
        params.put("code", code);
        return jdbc.sql(RecordStore.select(kind, kind.columns()) + " WHERE it.code = :code AND "
                        + RecordStore.visible(kind) + (kind == RecordKind.GROUPS ? " AND it.kind <> 'BATCH'" : ""))
                .params(params)
                .query((row, n) -> RecordStore.record(kind, kind.columns(), actor, row))
                .optional()
                .orElseThrow(() -> new NotFoundException(
                        "There is no record (" + code + ") among the " + kind.path() + " that you may see."));
    }

    /**
     * Creates a record, or changes one.
     *
     * @param version the version that was read; null for a new record
     * @throws StaleEditException when somebody else changed or made it meanwhile
     */
    public Done save(RecordEdit edit, @Nullable Long version, Actor actor) {
        requireEditor(actor);
        return inTransaction(
                () -> {
                    StoredRecord now =
                            store.byCode(edit.kind(), List.of(edit.code())).get(edit.code());
                    if (version == null && now != null) {
                        return new Done(
                                new ChangePlan(
                                        List.of(),
                                        List.of(new RecordFault(
                                                edit.origin(),
                                                "code",
                                                "The code (" + edit.code() + ") is taken"
                                                        + (now.archived() ? " by an archived record" : "") + "."))),
                                null);
                    }
                    if (version != null && (now == null || now.version() != version)) {
                        throw new StaleEditException("The record (" + edit.code() + ") "
                                + (now == null
                                        ? "was deleted"
                                        : "is at version (" + now.version() + ") now, not at (" + version + ")")
                                + ": somebody changed it meanwhile. Reload it and do your change again.");
                    }
                    ChangePlan plan = attempt(List.of(edit), actor);
                    return new Done(
                            plan,
                            plan.possible()
                                    ? note(plan.effective(), actor, version == null ? "created" : "changed")
                                    : null);
                },
                true);
    }

    /**
     * What uses a record, so that it can't go.
     *
     * @param forGood whether it would be deleted, with its parts and with what others have said about it
     */
    public List<Use> uses(RecordKind kind, String code, boolean forGood) {
        List<Use> found = new ArrayList<>();
        uses.forEach(each -> found.addAll(each.of(kind, code)));
        if (forGood) {
            uses.forEach(each -> found.addAll(each.lostWith(kind, code)));
            for (RecordChange part : parts(kind, code, false)) {
                uses.forEach(each -> found.addAll(each.of(part.kind(), part.code())));
                uses.forEach(each -> found.addAll(each.lostWith(part.kind(), part.code())));
            }
        }
        return found;
    }

    /** What goes with a record, as deletions: the groups of a batch, the templates of a course. */
    public List<RecordChange> parts(RecordKind kind, String code, boolean students) {
        List<RecordChange> parts = new ArrayList<>();
        switch (kind) {
            case BATCHES, GROUPS -> {
                parts.addAll(those(RecordKind.GROUPS, """
                        SELECT own.code FROM attendee_group own
                        JOIN attendee_group parent ON parent.id = own.parent_id
                        LEFT JOIN attendee_group top ON top.id = parent.parent_id
                        WHERE ? IN (parent.code, top.code)""", code));
                if (students) {
                    parts.addAll(those(RecordKind.STUDENTS, """
                            SELECT student.code FROM student JOIN attendee_group own ON own.id = group_id
                            LEFT JOIN attendee_group parent ON parent.id = own.parent_id
                            LEFT JOIN attendee_group top ON top.id = parent.parent_id
                            WHERE ? IN (parent.code, top.code)""", code));
                }
            }
            case COURSES -> parts.addAll(those(RecordKind.TEMPLATES, """
                        SELECT it.code FROM activity_template it JOIN course ON course.id = it.course_id
                        WHERE course.code = ?""", code));
            default -> {}
        }
        return parts;
    }

    private List<RecordChange> those(RecordKind kind, String sql, String code) {
        List<String> codes = jdbc.sql(sql).param(code).query(String.class).list();
        return store.byCode(kind, codes).values().stream()
                .map(record -> new RecordChange(kind, record.code(), RecordPlanner.withState(kind, record), null))
                .toList();
    }

    /**
     * Deletes a record with its parts.
     *
     * @param version the version that was read; null for any
     * @throws ConflictException when something uses it
     * @throws StaleEditException when somebody changed it meanwhile
     */
    public UUID delete(RecordKind kind, String code, @Nullable Long version, Actor actor) {
        return write(actor, "deleted", () -> {
            StoredRecord record = own(kind, code, actor);
            if (version != null && record.version() != version) {
                throw new StaleEditException("The record (" + code + ") is at version (" + record.version()
                        + ") now, not at (" + version + "): somebody changed it meanwhile. Look at it again.");
            }
            requireUnused(kind, code, true);
            List<RecordChange> changes = new ArrayList<>();
            if (kind != RecordKind.COURSES) {
                changes.addAll(parts(kind, code, false));
            } else {
                changes.addAll(parts(kind, code, true));
            }
            changes.add(new RecordChange(kind, code, RecordPlanner.withState(kind, record), null));
            return changes;
        });
    }

    private void requireUnused(RecordKind kind, String code, boolean forGood) {
        List<Use> found = uses(kind, code, forGood);
        if (!found.isEmpty()) {
            throw new ConflictException(
                    "The record (" + code + ") is used by "
                            + String.join(
                                    ", ",
                                    found.stream()
                                            .map(use -> use.count() + " " + use.what() + " ("
                                                    + String.join(", ", use.examples())
                                                    + (use.count()
                                                                    > use.examples()
                                                                            .size()
                                                            ? ", …"
                                                            : "") + ")")
                                            .toList())
                            + ". Change these first.",
                    Map.of("used_by", found));
        }
    }

    /**
     * Puts records away, or takes them back. Batches take their groups and students with them.
     *
     * @throws ConflictException when something that is not archived uses one of them
     */
    public UUID archive(RecordKind kind, Collection<String> codes, boolean away, Actor actor) {
        if (!kind.archivable()) {
            throw new ConflictException("Records of the kind (" + kind.path()
                    + ") can't be archived; delete them, or archive what they belong to.");
        }
        return write(actor, away ? "archived" : "restored", () -> {
            Map<String, RecordChange> changes = new LinkedHashMap<>();
            for (String code : codes) {
                StoredRecord record = own(kind, code, actor);
                if (away) {
                    requireUnused(kind, code, false);
                }
                parts(kind, code, true).stream()
                        .filter(part -> part.kind() != RecordKind.TEMPLATES)
                        .map(part -> archived(part, away))
                        .forEach(change -> changes.put(change.kind() + " " + change.code(), change));
                changes.put(
                        kind + " " + code,
                        archived(new RecordChange(kind, code, RecordPlanner.withState(kind, record), null), away));
            }
            return changes.values().stream()
                    .filter(change -> change.status() != Status.UNCHANGED)
                    .toList();
        });
    }

    private static RecordChange archived(RecordChange record, boolean away) {
        Map<String, String> after = new HashMap<>(Objects.requireNonNull(record.before()));
        after.put("archived", away ? "yes" : "no");
        return new RecordChange(record.kind(), record.code(), record.before(), after);
    }

    private StoredRecord own(RecordKind kind, String code, Actor actor) {
        StoredRecord record = get(kind, code, actor);
        if (!record.mine()) {
            throw new AccessDeniedException("the record (" + code + ") belongs to "
                    + (record.owner() == null ? "the college" : "the department " + record.owner()) + ".");
        }
        return record;
    }

    private UUID write(Actor actor, String what, Supplier<List<RecordChange>> changes) {
        requireEditor(actor);
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(rows -> {});
            List<RecordChange> all = changes.get();
            try {
                writer.write(all);
            } catch (DataAccessException e) {
                throw new ConflictException(Refusals.explain(e));
            }
            UUID undo = note(all, actor, what);
            return undo == null ? UUID.randomUUID() : undo;
        }));
    }

    /**
     * Takes a set of changes back.
     *
     * @param id of the set
     * @return how many records were changed back
     * @throws NotFoundException when it is not theirs, or was undone already
     * @throws ConflictException when one of the records was changed again since
     */
    public int undo(UUID id, Actor actor) {
        requireEditor(actor);
        return Objects.requireNonNull(transaction.execute(status -> {
            jdbc.sql("SELECT pg_advisory_xact_lock(?)").param(LOCK).query(rows -> {});
            List<RecordChange> done = log.take(id, actor);
            List<RecordChange> back = done.stream().map(RecordChange::reversed).toList();
            for (RecordKind kind : RecordKind.values()) {
                List<RecordChange> own =
                        back.stream().filter(change -> change.kind() == kind).toList();
                Map<String, StoredRecord> now =
                        store.byCode(kind, own.stream().map(RecordChange::code).toList());
                for (RecordChange change : own) {
                    StoredRecord stored = now.get(change.code());
                    Map<String, String> state = stored == null ? null : RecordPlanner.withState(kind, stored);
                    if (!Objects.equals(state, change.before())) {
                        throw new ConflictException("The record (" + change.code() + ") of the " + kind.path()
                                + " was changed again since. Undo that first, or change it by hand.");
                    }
                }
            }
            try {
                writer.write(back);
            } catch (DataAccessException e) {
                throw new ConflictException("It can't be undone any more: " + Refusals.explain(e));
            }
            audit.record(actor.email(), "institution.undone", id.toString(), Map.of("records", back.size()));
            return back.size();
        }));
    }
}
