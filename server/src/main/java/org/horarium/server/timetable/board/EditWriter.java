package org.horarium.server.timetable.board;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.horarium.server.access.Actor;
import org.horarium.server.audit.AuditLog;
import org.horarium.server.timetable.PlacedActivity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes edits that were judged: the rows, the cost, the history and the audit entry. Runs in the caller's transaction. */
@Component
class EditWriter {
    private final BoardStore store;
    private final AuditLog audit;

    EditWriter(BoardStore store, AuditLog audit) {
        this.store = store;
        this.audit = audit;
    }

    /**
     * Makes an edit.
     *
     * @param insisted activities on which somebody insists so far
     * @return the new version
     */
    long write(
            Actor actor,
            OpenDraft draft,
            EditKind kind,
            List<Change> changes,
            OpenDraft.Judged judged,
            Set<String> insisted,
            @Nullable String reason) {
        store.note(draft.revision().id(), actor, kind, changes, reason);
        return rows(actor, draft, kind.code(), changes, judged, insisted, reason);
    }

    /** Takes an edit back, or makes it again. */
    long replay(
            Actor actor,
            OpenDraft draft,
            BoardEdit edit,
            List<Change> changes,
            OpenDraft.Judged judged,
            Set<String> insisted,
            boolean redo) {
        store.mark(edit.id(), !redo);
        return rows(actor, draft, redo ? "redo" : "undo", changes, judged, insisted, null);
    }

    private long rows(
            Actor actor,
            OpenDraft draft,
            String action,
            List<Change> changes,
            OpenDraft.Judged judged,
            Set<String> insisted,
            @Nullable String reason) {
        long revision = draft.revision().id();
        Set<String> activities = new LinkedHashSet<>();
        changes.forEach(change -> activities.add(change.activity()));
        Set<String> odd = new HashSet<>(insisted);
        odd.removeAll(activities);
        store.clear(revision, activities);
        for (Change change : changes) {
            PlacedActivity after = change.after();
            String why = change.is().insisted();
            if (after == null) {
                store.park(
                        revision,
                        change.activity(),
                        Objects.requireNonNullElse(change.is().withoutPlace(), "It was taken off the board."));
            } else {
                store.place(revision, after, draft.isElective(after), why != null);
            }
            if (why != null) {
                store.insist(revision, change.activity(), actor, why);
                odd.add(change.activity());
            }
        }
        long version = store.score(
                revision, judged.unacknowledged(odd), judged.verdict().score().total(), judged.costs());
        Map<String, Object> details = new HashMap<>();
        details.put("revision", draft.revision().number());
        details.put("activities", activities);
        if (reason != null) {
            details.put("reason", reason);
        }
        audit.record(
                actor.email(),
                "timetable." + action,
                draft.revision().schedule().toString(),
                details);
        return version;
    }
}
