package org.horarium.server.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.DateList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ExDate;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * Writes calendars (RFC 5545 and 7986): times with their zone, so that they are right where the clocks change; identities
 * that last, so that nothing is doubled when a file is read again.
 */
public final class CalendarFile {
    private static final String PRODUCT = "-//Horarium//Horarium//EN";
    private static final Duration REFRESH = Duration.ofMinutes(15);

    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");

    private CalendarFile() {}

    /**
     * A calendar as text.
     *
     * @param name of the calendar
     * @param zone that the times are local to
     * @param events in any order
     */
    public static String write(String name, ZoneId zone, List<CalendarEvent> events) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(PRODUCT));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(ImmutableMethod.PUBLISH);
        calendar.add(new Name(name));
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), REFRESH));
        calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
        @Nullable
        TimeZone known = isUtc(zone)
                ? null
                : TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(zone.getId());
        if (known != null) {
            calendar.add(known.getVTimeZone());
        }
        events.forEach(e -> calendar.add(event(e, zone, known != null)));
        StringWriter text = new StringWriter();
        try {
            // Nothing is validated: the program made it, and its test reads it back.
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static boolean isUtc(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    private static VEvent event(CalendarEvent e, ZoneId zone, boolean zoned) {
        VEvent event = new VEvent(false);
        event.add(new Uid(e.uid()));
        event.add(new DtStamp(e.changed()));
        event.add(new LastModified(e.changed()));
        event.add(new Sequence(e.sequence()));
        event.add(new DtStart<Temporal>(time(e.start(), zone, zoned)));
        event.add(new DtEnd<Temporal>(time(e.end(), zone, zoned)));
        if (e.series() != null) {
            repeat(event, e, e.series(), zone, zoned);
        }
        event.add(new Summary(e.summary()));
        if (e.location() != null) {
            event.add(new Location(e.location()));
        }
        if (e.description() != null) {
            event.add(new Description(e.description()));
        }
        event.add(e.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        return event;
    }

    /** With its zone where the file describes that; else in universal time. */
    private static Temporal time(LocalDateTime time, ZoneId zone, boolean zoned) {
        return zoned ? time.atZone(zone) : Instant.from(time.atZone(zone));
    }

    /** The end of a repetition is in universal time, whatever zone its events are in (RFC 5545, 3.3.10). */
    private static void repeat(VEvent event, CalendarEvent e, CalendarEvent.Series series, ZoneId zone, boolean zoned) {
        LocalTime at = e.start().toLocalTime();
        String until = UNTIL.format(series.last().atTime(at).atZone(zone).withZoneSameInstant(ZoneOffset.UTC));
        event.add(new RRule<Temporal>("FREQ=WEEKLY;INTERVAL=" + series.everyWeeks() + ";UNTIL=" + until));
        for (LocalDate date : series.without()) {
            event.add(
                    zoned
                            ? new ExDate<ZonedDateTime>(
                                    new DateList<>(date.atTime(at).atZone(zone)))
                            : new ExDate<Instant>(
                                    new DateList<>(Instant.from(date.atTime(at).atZone(zone)))));
        }
    }
}
