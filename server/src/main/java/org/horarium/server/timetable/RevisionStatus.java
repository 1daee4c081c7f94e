package org.horarium.server.timetable;

import java.util.Locale;

/** Where a revision stands. While it is {@link #open}, what it holds may change; after that, never. */
public enum RevisionStatus {
    /** Complete and without conflicts; nobody has been asked to decide yet. */
    DRAFT,
    /** Something could not be placed. Kept to be looked at; it can't be submitted. */
    PARTIAL,
    /** Submitted: somebody entitled should decide. */
    PENDING_REVIEW,
    /** Approved, and can be published. */
    APPROVED,
    /** Is, was or will be in force; {@link Publications} know when. */
    PUBLISHED,
    /** Rejected; this is its end. */
    REJECTED;

    /** Whether what it holds may still change. */
    public boolean open() {
        return this == DRAFT || this == PARTIAL;
    }

    /** The word in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of a word. */
    public static RevisionStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
