package org.horarium.server.timetable;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.horarium.server.schedule.ScheduleId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is, was and will be in force. Whoever decides that something is published calls {@link #add}; everybody else
 * reads. Row rules are for the caller to check first; what is in force is for everybody whom it concerns.
 */
@Service
public class Publications {
    private static final int KEPT = 32;
    private static final String SELECT = """
            select publication.*, timetable_revision.number
            from publication join timetable_revision on timetable_revision.id = revision_id
            """;
    /** Of each schedule the publication in force on a day; where none is yet, the one that will be first. */
    private static final String IN_FORCE = """
            select * from (
                select distinct on (publication.schedule_id) publication.*, timetable_revision.number
                from publication join timetable_revision on timetable_revision.id = revision_id
                order by publication.schedule_id, greatest(effective_from, :day), publication.id desc) newest
            """;

    /** The time tells apart what has the same key in another database: after a restore, for example. */
    private record Kept(long revision, Instant publishedAt) {}

    private final JdbcClient jdbc;
    private final RevisionStore store;
    /** Published revisions never change, so they can be kept, by key and time of publication; the least used goes first. */
    private final Map<Kept, Revision> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Kept, Revision> eldest) {
            return size() > KEPT;
        }
    };

    Publications(JdbcClient jdbc, RevisionStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * Notes that a revision is published.
     *
     * @param revision it belongs to the schedule and has the status {@link RevisionStatus#PUBLISHED}
     * @param from first day in force
     * @param by login of who publishes
     * @param note for those concerned; null for none
     * @param peopleTold how many people it concerns
     */
    @Transactional
    public Publication add(RevisionSummary revision, LocalDate from, String by, @Nullable String note, int peopleTold) {
        long id = jdbc.sql("""
                        insert into publication (schedule_id, revision_id, effective_from, published_by, note, people_told)
                        values (?, ?, ?, ?, ?, ?) returning id
                        """)
                .param(revision.schedule().value())
                .param(revision.id())
                .param(from)
                .param(by)
                .param(note)
                .param(peopleTold)
                .query(Long.class)
                .single();
        return jdbc.sql(SELECT + "where publication.id = ?")
                .param(id)
                .query(Publications::publication)
                .single();
    }

    /** All publications of a schedule, the newest first. */
    @Transactional(readOnly = true)
    public List<Publication> of(ScheduleId schedule) {
        return jdbc.sql(SELECT + "where publication.schedule_id = ? order by publication.id desc")
                .param(schedule.value())
                .query(Publications::publication)
                .list();
    }

    /** The newest publication of a schedule, whether it is in force already or not. */
    @Transactional(readOnly = true)
    public Optional<Publication> newest(ScheduleId schedule) {
        return of(schedule).stream().findFirst();
    }

    /** What is in force on a day, or will be first, of every schedule. */
    @Transactional(readOnly = true)
    public List<Publication> inForce(LocalDate day) {
        return jdbc.sql(IN_FORCE + "order by published_at desc")
                .param("day", day)
                .query(Publications::publication)
                .list();
    }

    /** What is in force on a day, or will be first, of the schedules in which a person gives something. */
    @Transactional(readOnly = true)
    public List<Publication> withPerson(String person, LocalDate day) {
        return having(
                "select from scheduled_event_staff s where s.revision_id = newest.revision_id and person = :id",
                person,
                day);
    }

    /** What is in force on a day, or will be first, of the schedules in which a group without parts attends something. */
    @Transactional(readOnly = true)
    public List<Publication> withGroup(String leaf, LocalDate day) {
        return having(
                "select from scheduled_event e where e.revision_id = newest.revision_id and attendees @> array[cast(:id as text)]",
                leaf,
                day);
    }

    /** What is in force on a day, or will be first, of the schedules in which something takes place in a room. */
    @Transactional(readOnly = true)
    public List<Publication> withRoom(String room, LocalDate day) {
        return having(
                "select from scheduled_event e where e.revision_id = newest.revision_id and room = :id", room, day);
    }

    /** Key of the publication that was made last, of any schedule; 0 when there is none. */
    @Transactional(readOnly = true)
    public long last() {
        return jdbc.sql("select coalesce(max(id), 0) from publication")
                .query(Long.class)
                .single();
    }

    /**
     * The schedules of which something was ever published that concerns somebody.
     *
     * @param by from which side
     * @param ids what is looked for on that side: a person, a room, or the smallest groups
     */
    @Transactional(readOnly = true)
    public List<ScheduleId> everConcerned(Perspective by, Collection<String> ids) {
        String condition = switch (by) {
            case PERSON ->
                "select from scheduled_event_staff s where s.revision_id = p.revision_id and person = any(:ids)";
            case ROOM -> "select from scheduled_event e where e.revision_id = p.revision_id and room = any(:ids)";
            case GROUP ->
                "select from scheduled_event e where e.revision_id = p.revision_id and attendees && cast(:ids as text[])";
        };
        return jdbc
                .sql("select distinct schedule_id from publication p where exists (" + condition + ")")
                .param("ids", ids.toArray(new String[0]))
                .query(UUID.class)
                .list()
                .stream()
                .map(ScheduleId::new)
                .toList();
    }

    private List<Publication> having(String condition, String id, LocalDate day) {
        return jdbc.sql(IN_FORCE + "where exists (" + condition + ") order by published_at desc")
                .param("day", day)
                .param("id", id)
                .query(Publications::publication)
                .list();
    }

    /**
     * What a publication has published.
     *
     * @throws IllegalStateException if the revision is gone, which the database refuses
     */
    @Transactional(readOnly = true)
    public Revision revision(Publication publication) {
        Kept key = new Kept(publication.revision(), publication.publishedAt());
        synchronized (kept) {
            Revision known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        Revision read = store.find(publication.revision())
                .orElseThrow(() -> new IllegalStateException(
                        "The published revision (%d) is not there.".formatted(publication.revision())));
        if (read.status() == RevisionStatus.PUBLISHED) {
            synchronized (kept) {
                kept.put(key, read);
            }
        }
        return read;
    }

    /**
     * When each publication of a schedule is in force; the latest span first, without those that never are.
     *
     * @param publications of one schedule, the newest first
     */
    public static List<Span> spans(List<Publication> publications) {
        List<Span> spans = new ArrayList<>();
        LocalDate until = null;
        for (Publication publication : publications) {
            LocalDate from = publication.effectiveFrom();
            if (until == null || from.isBefore(until)) {
                spans.add(new Span(publication, from, until));
                until = from;
            }
        }
        return spans;
    }

    /**
     * When a publication is in force.
     *
     * @param publication which
     * @param from first day
     * @param until first day on which another one is; null when it has no end
     */
    public record Span(
            Publication publication,
            LocalDate from,
            @Nullable LocalDate until) {
        /** Whether a day lies in it. */
        public boolean contains(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    private static Publication publication(ResultSet row, int number) throws SQLException {
        return new Publication(
                row.getLong("id"),
                new ScheduleId(row.getObject("schedule_id", UUID.class)),
                row.getLong("revision_id"),
                row.getInt("number"),
                row.getObject("effective_from", LocalDate.class),
                row.getString("published_by"),
                row.getTimestamp("published_at").toInstant(),
                row.getString("note"),
                row.getInt("people_told"));
    }
}
