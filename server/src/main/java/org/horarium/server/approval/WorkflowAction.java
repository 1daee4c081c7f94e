package org.horarium.server.approval;

import java.util.Locale;
import java.util.Set;
import org.horarium.server.timetable.RevisionStatus;

/** The steps of a revision, and from which status each may be taken. There are no others. */
public enum WorkflowAction {
    /** Somebody who plans asks for a decision. What the revision holds is frozen. */
    SUBMIT_FOR_REVIEW(Set.of(RevisionStatus.DRAFT), RevisionStatus.PENDING_REVIEW),
    /** Good. */
    APPROVE(Set.of(RevisionStatus.PENDING_REVIEW), RevisionStatus.APPROVED),
    /** Not good, and not to be mended; needs a reason. */
    REJECT(Set.of(RevisionStatus.PENDING_REVIEW), RevisionStatus.REJECTED),
    /** To be changed and submitted again; needs a reason. */
    REQUEST_REVISION(Set.of(RevisionStatus.PENDING_REVIEW), RevisionStatus.DRAFT),
    /** It comes into force. A revision that was published before can be again, which takes the present one back. */
    PUBLISH(Set.of(RevisionStatus.APPROVED, RevisionStatus.PUBLISHED), RevisionStatus.PUBLISHED);

    private final Set<RevisionStatus> from;
    private final RevisionStatus to;

    WorkflowAction(Set<RevisionStatus> from, RevisionStatus to) {
        this.from = from;
        this.to = to;
    }

    /** The statuses from which it may be taken. */
    public Set<RevisionStatus> from() {
        return from;
    }

    /** The status to which it leads. */
    public RevisionStatus to() {
        return to;
    }

    /** Whether it has to say why. */
    public boolean needsReason() {
        return this == REJECT || this == REQUEST_REVISION;
    }

    /** The word in addresses and in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The action of a word. */
    static WorkflowAction of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
