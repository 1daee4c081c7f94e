package org.horarium.server.publishing.feed;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The identities of events in calendars: they name the activity, its term and this installation, nothing that changes. */
@Component
public class CalendarIds {
    private final JdbcClient jdbc;

    CalendarIds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What all identities of this installation end with; it does not change with the address. */
    public String installation() {
        return jdbc.sql("select id::text from installation").query(String.class).single();
    }

    /**
     * The UID of an activity.
     *
     * @param activity its id
     * @param term code of the term
     * @param installation as {@link #installation} says
     */
    public static String uid(String activity, String term, String installation) {
        return "%s.%s@%s".formatted(activity, term, installation);
    }
}
