package org.horarium.server.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.horarium.server.access.Role;

/** What notices are about. For each of them a person says by which way it should come. */
public enum Topic {
    /** The own timetable is published, or changes. */
    TIMETABLE(Set.of(Role.values())),
    /** Preferences are asked for and not yet given. */
    REMINDER(Set.of(Role.ADMIN, Role.STAFF, Role.FACULTY)),
    /** A timetable waits for a decision of this person. */
    REVIEW(Set.of(Role.ADMIN, Role.STAFF)),
    /** What was decided about a timetable that this person submitted. */
    DECISION(Set.of(Role.ADMIN, Role.STAFF));

    private final Set<Role> roles;

    Topic(Set<Role> roles) {
        this.roles = roles;
    }

    /** The word in the database and in message keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The topics that can concern people of a role, in order. */
    static List<Topic> of(Role role) {
        return Arrays.stream(values()).filter(t -> t.roles.contains(role)).toList();
    }

    /** The topic of a word. */
    static Topic of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
