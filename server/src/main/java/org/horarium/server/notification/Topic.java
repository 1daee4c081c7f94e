package org.horarium.server.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.horarium.server.access.Role;

/** What notices are about. For each of them a person says by which way it should come. */
public enum Topic {
    /** The own timetable is published, or changes. */
    TIMETABLE(Channel.BOTH, Role.values()),
    /** Preferences are asked for and not yet given. */
    REMINDER(Channel.BOTH, Role.ADMIN, Role.STAFF, Role.FACULTY),
    /** A timetable waits for a decision of this person. */
    REVIEW(Channel.BOTH, Role.ADMIN, Role.STAFF),
    /** What was decided about a timetable that this person submitted. */
    DECISION(Channel.BOTH, Role.ADMIN, Role.STAFF),
    /** A timetable that this person asked for is ready, or could not be made. No mail, unless they choose it. */
    GENERATION(Channel.APP, Role.ADMIN, Role.STAFF);

    private final Channel usual;
    private final Set<Role> roles;

    Topic(Channel usual, Role... roles) {
        this.usual = usual;
        this.roles = Set.of(roles);
    }

    /** By which way it comes to those who have not chosen. */
    Channel usual() {
        return usual;
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
