package org.horarium.server.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.approval.Workflow;
import org.horarium.server.platform.Settings;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.horarium.server.testing.Revisions;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.PlacedActivity;
import org.horarium.server.timetable.PlacedActivity.Weeks;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Calendars as calendar programs see them: read with ical4j before and after each change. */
@IntegrationTest
class CalendarFeedIT {
    private static @Nullable People people;

    @Autowired
    MockMvc mvc;

    @Autowired
    Timetables timetables;

    @Autowired
    Schedules schedules;

    @Autowired
    Workflow workflow;

    @Autowired
    Settings settings;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void college(
            @Autowired Colleges colleges,
            @Autowired Accounts accounts,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json)
            throws Exception {
        colleges.insert(TinyCollege.college());
        people = new People(accounts, mvc, json);
    }

    @BeforeEach
    void nothingIsPublished() {
        jdbc.sql("delete from publication").update();
    }

    private static MockHttpServletRequestBuilder by(Role role, MockHttpServletRequestBuilder request) {
        return Objects.requireNonNull(people).by(role, request);
    }

    private void publish(@Nullable LocalDate from, PlacedActivity... placed) {
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        ScheduleId schedule = revisions.schedule("EEE").id();
        revisions.publish(revisions.draft(schedule, List.of(placed)).workflow(), from);
    }

    private String link(Role role, Subject.Kind kind, String code) throws Exception {
        Object link = mvc.perform(
                        by(role, post("/calendars")).param("kind", kind.name()).param("code", code))
                .andExpect(redirectedUrl("/calendars"))
                .andReturn()
                .getFlashMap()
                .get("link");
        String address = String.valueOf(link);
        return address.substring(address.indexOf("/calendar/"));
    }

    private Map<String, VEvent> read(String link) throws Exception {
        String text = mvc.perform(get(link))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return new CalendarBuilder()
                .build(new StringReader(text)).<VEvent>getComponents(Component.VEVENT).stream()
                        .collect(Collectors.toMap(e -> e.getUid().orElseThrow().getValue(), e -> e));
    }

    private static String value(VEvent event, String property) {
        return event.<Property>getProperty(property).orElseThrow().getValue();
    }

    @Test
    void anEventKeepsItsIdentityWhenItMovesAndStaysVisibleWhenItIsCancelled() throws Exception {
        publish(null, Revisions.circuits(DayOfWeek.TUESDAY, 1, "S1"));
        String link = link(Role.FACULTY, Subject.Kind.PERSON, "P3");
        Map<String, VEvent> first = read(link);
        assertThat(read(link).keySet()).as("read twice").isEqualTo(first.keySet());
        String uid = first.keySet().iterator().next();
        assertThat(uid).startsWith("CIRCUITS-lecture/2024-EEE/1.T1@");
        assertThat(value(Objects.requireNonNull(first.get(uid)), Property.SEQUENCE))
                .isEqualTo("0");
        assertThat(value(Objects.requireNonNull(first.get(uid)), Property.RRULE))
                .contains("FREQ=WEEKLY", "UNTIL=");

        publish(null, Revisions.circuits(DayOfWeek.WEDNESDAY, 2, "S1"));
        Map<String, VEvent> moved = read(link);
        assertThat(moved.keySet()).as("moved, not doubled").isEqualTo(first.keySet());
        assertThat(value(Objects.requireNonNull(moved.get(uid)), Property.SEQUENCE))
                .isEqualTo("1");
        assertThat(value(Objects.requireNonNull(moved.get(uid)), Property.DTSTART))
                .contains("T100000");
        assertThat(value(Objects.requireNonNull(moved.get(uid)), Property.LAST_MODIFIED))
                .isGreaterThanOrEqualTo(value(Objects.requireNonNull(first.get(uid)), Property.LAST_MODIFIED));

        publish(null, Revisions.power(DayOfWeek.MONDAY, 2, Weeks.EVERY, "S1"));
        Map<String, VEvent> cancelled = read(link);
        assertThat(cancelled.keySet()).isEqualTo(first.keySet());
        VEvent gone = Objects.requireNonNull(cancelled.get(uid));
        assertThat(value(gone, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(gone, Property.SUMMARY)).startsWith("Cancelled:");
        assertThat(value(gone, Property.SEQUENCE)).isEqualTo("2");
    }

    @Test
    void whatTookPlaceBeforeAChangeKeepsItsDates() throws Exception {
        LocalDate change = LocalDate.now(ZoneOffset.UTC).plusDays(21);
        publish(null, Revisions.circuits(DayOfWeek.TUESDAY, 1, "S1"));
        publish(change, Revisions.circuits(DayOfWeek.WEDNESDAY, 2, "S1"));

        Map<String, VEvent> events = read(link(Role.FACULTY, Subject.Kind.PERSON, "P3"));

        assertThat(events).hasSize(2);
        VEvent living = events.entrySet().stream()
                .filter(e -> e.getKey().contains("/1.T1@"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        VEvent before = events.entrySet().stream()
                .filter(e -> e.getKey().contains("/1.T1.p"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        assertThat(value(living, Property.DTSTART).substring(0, 8))
                .isGreaterThanOrEqualTo(change.toString().replace("-", ""));
        assertThat(value(before, Property.RRULE).replaceAll(".*UNTIL=(\\d{8}).*", "$1"))
                .isLessThan(change.toString().replace("-", ""));
    }

    @Test
    void holidaysAreLeftOutAndAWeeksSkipBWeeks() throws Exception {
        LocalDate holiday =
                LocalDate.now(ZoneOffset.UTC).plusDays(15).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        jdbc.sql("insert into term_holiday (term_id, day, name) select id, ?, 'Holiday' from term")
                .param(holiday)
                .update();
        publish(
                null,
                Revisions.circuits(DayOfWeek.WEDNESDAY, 1, "S1"),
                Revisions.power(DayOfWeek.TUESDAY, 2, Weeks.B, "S1"));

        Map<String, VEvent> events = read(link(Role.STAFF, Subject.Kind.GROUP, "2024-EEE"));

        assertThat(events).hasSize(2);
        VEvent lab = events.entrySet().stream()
                .filter(e -> e.getKey().startsWith("POWER"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        assertThat(value(lab, Property.RRULE)).contains("INTERVAL=2");
        VEvent lecture = events.entrySet().stream()
                .filter(e -> e.getKey().startsWith("CIRCUITS"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        assertThat(value(lecture, Property.EXDATE)).contains(holiday.toString().replace("-", ""));
    }

    @Test
    void nothingChangedIsAnsweredWithoutABody() throws Exception {
        publish(null, Revisions.circuits(DayOfWeek.TUESDAY, 1, "S1"));
        String link = link(Role.STUDENT, Subject.Kind.ROOM, "S1");
        String etag = Objects.requireNonNull(mvc.perform(get(link))
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "text/calendar;charset=UTF-8"))
                .andExpect(content().string(containsString("REFRESH-INTERVAL")))
                .andReturn()
                .getResponse()
                .getHeader(HttpHeaders.ETAG));
        mvc.perform(get(link).header(HttpHeaders.IF_NONE_MATCH, etag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        jdbc.sql("insert into term_holiday (term_id, day, name) select id, current_date + 9, 'New' from term")
                .update();
        mvc.perform(get(link).header(HttpHeaders.IF_NONE_MATCH, etag)).andExpect(status().isOk());
        publish(null, Revisions.circuits(DayOfWeek.TUESDAY, 2, "S1"));
        mvc.perform(get(link).header(HttpHeaders.IF_NONE_MATCH, etag)).andExpect(status().isOk());
    }

    @Test
    void aLinkIsASecretThatCanBeRevoked() throws Exception {
        String link = link(Role.FACULTY, Subject.Kind.PERSON, "P3");
        assertThat(jdbc.sql("select count(*) from calendar_feed where encode(secret_hash, 'escape') like ?")
                        .param("%" + link.substring(10, 20) + "%")
                        .query(Long.class)
                        .single())
                .as("only its hash is kept")
                .isZero();
        long id =
                jdbc.sql("select max(id) from calendar_feed").query(Long.class).single();
        mvc.perform(by(Role.STUDENT, post("/calendars/" + id + "/revoke"))).andExpect(status().isNotFound());
        mvc.perform(get(link)).andExpect(status().isOk());
        mvc.perform(by(Role.FACULTY, post("/calendars/" + id + "/revoke"))).andExpect(redirectedUrl("/calendars"));
        String revoked = mvc.perform(get(link))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getErrorMessage();
        String unknown = mvc.perform(get("/calendar/unknown.ics"))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getErrorMessage();
        assertThat(revoked).isEqualTo(unknown);
    }

    @Test
    void nobodySubscribesToTheWeekOfSomebodyElse() throws Exception {
        mvc.perform(by(Role.FACULTY, post("/calendars")).param("kind", "PERSON").param("code", "P1"));
        mvc.perform(
                by(Role.STUDENT, post("/calendars")).param("kind", "STUDENT").param("code", "s1"));
        mvc.perform(by(Role.ADMIN, post("/calendars")).param("kind", "STUDENT").param("code", "s1"));
        assertThat(jdbc.sql("select count(*) from calendar_feed where code in ('P1', 's1')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void roomsAndDepartmentsArePublicWhenASettingSaysSo() throws Exception {
        publish(null, Revisions.circuits(DayOfWeek.TUESDAY, 1, "S1"));
        for (String[] page : new String[][] {
            {"/rooms/S1/timetable", "publishing.public-rooms"},
            {"/departments/EEE/timetable", "publishing.public-departments"}
        }) {
            mvc.perform(get(page[0])).andExpect(redirectedUrl("/login"));
            mvc.perform(by(Role.STUDENT, get(page[0]))).andExpect(content().string(containsString("CIRCUITS lecture")));
            var setting = settings.all().stream()
                    .filter(s -> s.key().equals(page[1]))
                    .findFirst()
                    .orElseThrow();
            settings.set(setting, true, "test");
            mvc.perform(get(page[0]))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("CIRCUITS lecture")));
            settings.set(setting, false, "test");
        }
    }
}
