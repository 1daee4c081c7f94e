package org.horarium.server.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.Test;

class CalendarFileTest {
    private static final CalendarEvent EVENT = new CalendarEvent(
            "role-play/P1@example",
            3,
            LocalDateTime.of(2026, 3, 2, 9, 0),
            LocalDateTime.of(2026, 3, 2, 9, 30),
            "Role Play; with a very long title, so that the line has to be folded somewhere in the middle of it",
            "Room A",
            null,
            Instant.parse("2026-02-01T10:00:00Z"),
            false);

    @Test
    void timesCarryTheZoneThatTheFileDescribes() throws Exception {
        String text = CalendarFile.write("My day", ZoneId.of("Europe/Berlin"), List.of(EVENT));
        assertThat(text)
                .contains("BEGIN:VTIMEZONE", "TZID:Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20260302T090000")
                .contains("SEQUENCE:3", "STATUS:CONFIRMED", "LAST-MODIFIED:20260201T100000Z", "X-WR-CALNAME:My day")
                .contains("\\; with a very long title\\, so");
        assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        Calendar read = new CalendarBuilder().build(new StringReader(text));
        assertThat(read.getComponents("VEVENT")).hasSize(1);
    }

    @Test
    void universalTimeNeedsNoZone() {
        String text = CalendarFile.write("My day", ZoneId.of("UTC"), List.of(EVENT));
        assertThat(text).contains("DTSTART:20260302T090000Z").doesNotContain("VTIMEZONE");
    }

    @Test
    void whatWasCalledOffStaysVisible() {
        CalendarEvent off = new CalendarEvent(
                EVENT.uid(), 4, EVENT.start(), EVENT.end(), "Gone", null, null, EVENT.changed(), true);
        assertThat(CalendarFile.write("My day", ZoneId.of("UTC"), List.of(off))).contains("STATUS:CANCELLED");
    }
}
