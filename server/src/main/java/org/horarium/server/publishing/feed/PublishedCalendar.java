package org.horarium.server.publishing.feed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.horarium.server.document.CalendarEvent;
import org.horarium.server.document.CalendarEvent.Series;
import org.horarium.server.institution.TermCalendar;
import org.horarium.server.publishing.Subjects;
import org.horarium.server.timetable.FrameNames;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.Publication;
import org.horarium.server.timetable.Publications.Span;
import org.horarium.server.timetable.Revision;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * Turns everything that was published of one schedule into calendar events of one subject.
 *
 * <p>Each activity is one series of events, whose UID stays the same across revisions: it names the activity and its term, not
 * the time. When it moves, its UID moves with it, SEQUENCE grows and LAST-MODIFIED is the time of the publication; what took
 * place before the change keeps its dates under a UID of its own. An activity that is not there any more, or not about this
 * subject, stays visible as cancelled.
 */
final class PublishedCalendar {
    private final TermCalendar term;
    private final Subjects.Search search;
    private final String installation;
    private final String cancelled;

    PublishedCalendar(
            TermCalendar term, Subjects.Search search, String installation, MessageSource messages, Locale locale) {
        this.term = term;
        this.search = search;
        this.installation = installation;
        this.cancelled = messages.getMessage("publishing.cancelled", null, locale);
    }

    /** A publication with what it published. */
    record Published(Publication publication, Revision revision) {}

    /**
     * The events.
     *
     * @param history all publications of the schedule, the first first
     * @param spans when they are in force, the latest first
     */
    List<CalendarEvent> events(List<Published> history, List<Span> spans) {
        List<Version> versions = history.stream().map(this::version).toList();
        TreeSet<String> activities = new TreeSet<>();
        versions.forEach(version -> activities.addAll(version.placed().keySet()));
        List<CalendarEvent> events = new ArrayList<>();
        for (String activity : activities) {
            events.addAll(events(activity, versions, spans));
        }
        events.sort(Comparator.comparing(CalendarEvent::start).thenComparing(CalendarEvent::uid));
        return events;
    }

    private Version version(Published published) {
        Revision revision = published.revision();
        Predicate<PlacedActivity> mine = search.in(revision.frame());
        Map<String, PlacedActivity> placed = new LinkedHashMap<>();
        revision.activities().stream().filter(mine).forEach(a -> placed.put(a.activity(), a));
        return new Version(published.publication(), new FrameNames(revision.frame()), placed);
    }

    /** What one publication says of the subject. */
    private record Version(Publication publication, FrameNames names, Map<String, PlacedActivity> placed) {
        @Nullable
        Event of(String activity) {
            PlacedActivity at = placed.get(activity);
            return at == null ? null : Event.of(at, names);
        }
    }

    /** All that people would notice of an activity. */
    private record Event(
            DayOfWeek day,
            LocalTime start,
            LocalTime end,
            Weeks weeks,
            String title,
            String group,
            @Nullable String room,
            List<String> people) {
        static Event of(PlacedActivity at, FrameNames names) {
            return new Event(
                    at.day(),
                    names.start(at),
                    names.end(at),
                    at.weeks(),
                    names.template(at).name(),
                    names.group(at),
                    names.room(at),
                    names.people(at));
        }
    }

    /** A time in which an activity is as it is; without event it does not take place. */
    private record Stretch(@Nullable Event event, LocalDate from, LocalDate until, long publication) {}

    private List<CalendarEvent> events(String activity, List<Version> versions, List<Span> spans) {
        int sequence = -1;
        Instant changed = versions.get(0).publication().publishedAt();
        Event before = null;
        Event last = null;
        LocalDate lastFrom = term.first();
        for (Version version : versions) {
            Event now = version.of(activity);
            if (!Objects.equals(now, before)) {
                sequence++;
                changed = version.publication().publishedAt();
            }
            if (now != null) {
                last = now;
                lastFrom = version.publication().effectiveFrom();
            }
            before = now;
        }
        List<Stretch> stretches = stretches(activity, versions, spans);
        String uid = CalendarIds.uid(activity, term.code(), installation);
        List<CalendarEvent> events = new ArrayList<>();
        for (int i = 0; i < stretches.size(); i++) {
            Stretch stretch = stretches.get(i);
            boolean living = i == stretches.size() - 1;
            if (stretch.event() != null) {
                String own = living
                        ? uid
                        : "%s.%s.p%d@%s".formatted(activity, term.code(), stretch.publication(), installation);
                add(
                        events,
                        own,
                        living ? sequence : 0,
                        stretch.event(),
                        stretch.from(),
                        stretch.until(),
                        changed,
                        false);
            }
        }
        boolean gone =
                stretches.isEmpty() || stretches.get(stretches.size() - 1).event() == null;
        if (gone && last != null) {
            LocalDate from = stretches.isEmpty()
                    ? lastFrom
                    : stretches.get(stretches.size() - 1).from();
            add(events, uid, Math.max(1, sequence), last, from, term.last().plusDays(1), changed, true);
        }
        return events;
    }

    /** The times of an activity, the first first; equal neighbours are one. */
    private List<Stretch> stretches(String activity, List<Version> versions, List<Span> spans) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = spans.size() - 1; i >= 0; i--) {
            Span span = spans.get(i);
            Event event = versions.stream()
                    .filter(version ->
                            version.publication().id() == span.publication().id())
                    .findFirst()
                    .map(version -> version.of(activity))
                    .orElse(null);
            LocalDate until = span.until() == null ? term.last().plusDays(1) : span.until();
            int end = stretches.size() - 1;
            if (end >= 0 && Objects.equals(stretches.get(end).event(), event)) {
                Stretch earlier = stretches.get(end);
                stretches.set(end, new Stretch(event, earlier.from(), until, earlier.publication()));
            } else if (end >= 0 || event != null) {
                stretches.add(new Stretch(
                        event, span.from(), until, span.publication().id()));
            }
        }
        return stretches;
    }

    private void add(
            List<CalendarEvent> events,
            String uid,
            int sequence,
            Event event,
            LocalDate from,
            LocalDate until,
            Instant changed,
            boolean off) {
        List<LocalDate> dates =
                term.dates(event.day(), event.weeks() != Weeks.B, event.weeks() != Weeks.A, from, until.minusDays(1));
        if (dates.isEmpty()) {
            return;
        }
        LocalDate first = dates.get(0);
        LocalDate end = dates.get(dates.size() - 1);
        int every = event.weeks() == Weeks.EVERY ? 1 : 2;
        List<LocalDate> without = first.datesUntil(end.plusDays(1), Period.ofWeeks(every))
                .filter(date -> !dates.contains(date))
                .toList();
        events.add(new CalendarEvent(
                uid,
                sequence,
                first.atTime(event.start()),
                first.atTime(event.end()),
                off ? cancelled + " " + event.title() : event.title(),
                event.room(),
                description(event),
                changed,
                off,
                new Series(every, end, without)));
    }

    private static String description(Event event) {
        List<String> lines = new ArrayList<>();
        lines.add(event.group());
        if (!event.people().isEmpty()) {
            lines.add(String.join(", ", event.people()));
        }
        return String.join("\n", lines);
    }
}
