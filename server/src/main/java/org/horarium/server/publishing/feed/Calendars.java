package org.horarium.server.publishing.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.horarium.server.document.CalendarEvent;
import org.horarium.server.document.CalendarFile;
import org.horarium.server.institution.TermCalendar;
import org.horarium.server.institution.TermCalendars;
import org.horarium.server.publishing.Subject;
import org.horarium.server.publishing.Subjects;
import org.horarium.server.publishing.feed.PublishedCalendar.Published;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.timetable.Publication;
import org.horarium.server.timetable.Publications;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar of a subject as it is published now. Calendar programs ask again and again, mostly for nothing: what was
 * answered is kept as long as nothing has been published and no term has changed.
 */
@Service
public class Calendars {
    /** How many calendars are kept; the least used goes first. */
    private static final int KEPT = 500;
    /** Terms that ended longer ago are left out, in days. */
    private static final int OLD_DAYS = 60;

    private final Publications publications;
    private final Schedules schedules;
    private final TermCalendars terms;
    private final Subjects subjects;
    private final MessageSource messages;
    private final CalendarIds ids;
    private final Map<String, Calendar> kept = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Calendar> eldest) {
            return size() > KEPT;
        }
    });

    Calendars(
            Publications publications,
            Schedules schedules,
            TermCalendars terms,
            Subjects subjects,
            MessageSource messages,
            CalendarIds ids) {
        this.publications = publications;
        this.schedules = schedules;
        this.terms = terms;
        this.subjects = subjects;
        this.messages = messages;
        this.ids = ids;
    }

    /**
     * A calendar.
     *
     * @param text of the file
     * @param etag changes with the text
     */
    public record Calendar(String text, String etag) {}

    /**
     * What the ETag of a calendar is now, without making the calendar.
     *
     * @param name of the calendar
     */
    @Transactional(readOnly = true)
    public String etag(Subject subject, String name, Locale locale) {
        return hash(String.join(
                "\n",
                ids.installation(),
                subject.kind().code(),
                subject.code(),
                name,
                locale.toLanguageTag(),
                subjects.search(subject).fingerprint(),
                Long.toString(publications.last()),
                terms.fingerprint(),
                terms.today().withDayOfMonth(1).toString()));
    }

    /** The calendar of a subject. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Calendar of(Subject subject, String name, Locale locale) {
        String etag = etag(subject, name, locale);
        Calendar known = kept.get(etag);
        if (known != null) {
            return known;
        }
        Subjects.Search search = subjects.search(subject);
        List<CalendarEvent> events = new ArrayList<>();
        ZoneId zone = ZoneOffset.UTC;
        String installation = ids.installation();
        for (ScheduleId schedule : publications.everConcerned(search.by(), search.ids())) {
            Optional<TermCalendar> term = terms.of(schedules.get(schedule).term())
                    .filter(t -> t.last().plusDays(OLD_DAYS).isAfter(terms.today()));
            if (term.isEmpty()) {
                continue;
            }
            zone = term.get().zone();
            List<Publication> all = publications.of(schedule);
            List<Published> history = new ArrayList<>(all.stream()
                    .map(p -> new Published(p, publications.revision(p)))
                    .toList());
            Collections.reverse(history);
            events.addAll(new PublishedCalendar(term.get(), search, installation, messages, locale)
                    .events(history, Publications.spans(all)));
        }
        Calendar made = new Calendar(CalendarFile.write(name, zone, events), etag);
        kept.put(etag, made);
        return made;
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
