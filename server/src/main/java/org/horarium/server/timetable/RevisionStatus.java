package org.horarium.server.timetable;

import java.util.Locale;

/** What a revision is worth. */
public enum RevisionStatus {
    /** Complete and without conflicts; nobody has decided on it yet. */
    DRAFT,
    /** Something could not be placed. Kept to be looked at; it can never be approved. */
    PARTIAL,
    /** Somebody entitled has approved it. */
    APPROVED,
    /** Somebody entitled has rejected it. */
    REJECTED;

    /** The word in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RevisionStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
