package org.horarium.server.assessmentcentre;

import java.util.Locale;

/** Who has a sheet of their own. */
public enum PersonKind {
    PARTICIPANT,
    ASSESSOR;

    /** The word in the database and in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word. */
    public static PersonKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
