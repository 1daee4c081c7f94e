package org.horarium.server.assessmentcentre.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.horarium.assessment.model.Session;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.ExampleCentre;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.assessmentcentre.ExampleCentres;
import org.horarium.server.assessmentcentre.store.PlanStore;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The pages of centres with the example that is part of the demo data, planned already. */
@IntegrationTest
class CentrePagesIT {
    private static final String BASE = "/admin/assessment-centres";
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);
    private static final String AT = MONDAY + "T09:20";
    private static @Nullable People people;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ExampleCentres examples;

    @Autowired
    PlanStore plans;

    private String centre = "";

    @BeforeAll
    static void people(@Autowired Accounts accounts, @Autowired MockMvc mvc, @Autowired JsonMapper json)
            throws Exception {
        people = new People(accounts, mvc, json);
    }

    @BeforeEach
    void oneCentre() {
        jdbc.sql("delete from assessment_centre").update();
        jdbc.sql("INSERT INTO department (code, name) VALUES ('EEE', 'Electronics') ON CONFLICT DO NOTHING")
                .update();
        examples.insert("EEE", MONDAY);
        centre = BASE + "/"
                + jdbc.sql("select id from assessment_centre").query(UUID.class).single();
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B by(Role role, B request) {
        return Objects.requireNonNull(people).by(role, request);
    }

    private String page(String path) throws Exception {
        return mvc.perform(by(Role.STAFF, get(URI.create(path))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private byte[] file(MockHttpServletRequestBuilder request, String type) throws Exception {
        return mvc.perform(request)
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", containsString(type)))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void withoutCentresThePageSaysSo() throws Exception {
        jdbc.sql("delete from assessment_centre").update();
        assertThat(page(BASE)).contains("No assessment centre yet", "href=\"/admin/assessment-centres/new\"");
    }

    @Test
    void thePlanIsShownByEverybodyWhoIsInIt() throws Exception {
        assertThat(page(BASE)).contains("Graduate intake, two days");
        assertThat(page(centre)).contains("Plan 1", "not proven");
        for (String rows : List.of("participant", "assessor", "room")) {
            assertThat(page(centre + "/plan?by=" + rows)).contains("<table class=\"gantt\">", "Business Case");
            assertThat(page(centre + "/plan?view=list&by=" + rows)).doesNotContain("<table class=\"gantt\">");
        }
        assertThat(page(centre + "/plan?by=assessment"))
                .contains("Business Case")
                .doesNotContain("class=\"gantt\"");
        assertThat(page(centre + "/people")).contains("must never meet", "Dr. Alvarez", "<meter");
    }

    @Test
    void anUploadIsLookedAtBeforeItIsSaved() throws Exception {
        long before = count();
        MockMultipartFile file = new MockMultipartFile(
                "file",
                "centre.json",
                "application/json",
                ExampleCentre.SECTION_13.json().getBytes(StandardCharsets.UTF_8));
        String preview = mvc.perform(
                        by(Role.STAFF, multipart(BASE + "/preview").file(file).param("by", "file")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(preview).contains("Nothing is saved yet", "Role Play");
        assertThat(count()).isEqualTo(before);
        mvc.perform(by(Role.STAFF, post(BASE)).param("document", ExampleCentre.SECTION_13.json()))
                .andExpect(flash().attribute("flash", "centre.created"));
        assertThat(count()).isEqualTo(before + 1);
    }

    private long count() {
        return jdbc.sql("select count(*) from assessment_centre")
                .query(Long.class)
                .single();
    }

    @Test
    void allFaultsOfTheFormAreToldAtTheirFieldsAndNothingIsSaved() throws Exception {
        long before = count();
        mvc.perform(by(Role.STAFF, post(BASE + "/preview"))
                        .param("by", "form")
                        .param("name", "Broken")
                        .param("participants", "P1; Ada\nP1; Ben")
                        .param("assessors", "A1")
                        .param("rooms", "R1")
                        .param("day0", "2031-03-03")
                        .param("daily_start_time", "09:00")
                        .param("daily_end_time", "08:00")
                        .param("duration_of_each_activity", "half an hour")
                        .param("absences", "Z9; 2031-03-03 09:00; 2031-03-03 10:00")
                        .param("a0_type", "role_play")
                        .param("a0_id", "role-play")
                        .param("a0_rooms", "R7"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("/participants/1")))
                .andExpect(content().string(containsString("/days/0")))
                .andExpect(content().string(containsString("/duration_of_each_activity")))
                .andExpect(content().string(containsString("/room_assessment_mapping/role-play/0")))
                .andExpect(content().string(containsString("Z9")))
                .andExpect(content().string(containsString("id=\"assessments-error\"")));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void theFormSaysWhatTheCentreIs() throws Exception {
        String form = page(centre + "/edit");
        assertThat(form).contains("P5; Elif Demir; 25", "P7; A4", "P11; 2031-03-03 09:00; 2031-03-03 10:00");
        var example = CentreReader.read(ExampleCentre.TWO_DAYS.json());
        assertThat(CentreReader.read(CentreForm.of(example).json())).isEqualTo(example);
    }

    @Test
    void theDayIsMarkedRepairedAndTheRepairTakenBack() throws Exception {
        String day = page(centre + "/day?at=" + AT);
        assertThat(day).contains("09:20", "should run", "Rehearsal");
        String session = first("name=\"session\" value=\"([^\"]+)\"", day);
        mvc.perform(by(Role.STAFF, post(centre + "/day/marks"))
                        .param("session", session)
                        .param("mark", "STARTED")
                        .param("at", AT))
                .andExpect(status().is3xxRedirection());
        assertThat(page(centre + "/day?at=" + AT)).contains("board-running");

        String ways = waysAfter("ASSESSOR_OUT", "A2", AT);
        String shown = page(ways);
        assertThat(shown).contains("Ms. Brandt drops out", "Fewest people", "Earliest end", "In between");
        mvc.perform(by(Role.STAFF, post(ways.replaceAll("\\?.*", "")))
                        .param("option", "0")
                        .param("at", AT))
                .andExpect(flash().attribute("flash", "centre.flash.chosen"));
        assertThat(page(centre + "/day?at=" + AT)).contains("Plan 2", "must be told", "Take the repair back");
        mvc.perform(by(Role.STAFF, post(centre + "/day/undo"))
                        .param("plan", "2")
                        .param("at", AT))
                .andExpect(flash().attribute("flash", "centre.flash.undone"));
        assertThat(page(centre)).contains("Plan 3");
    }

    /** Where the ways to go on are shown after an incident. */
    private String waysAfter(String kind, String subject, String at) throws Exception {
        return Objects.requireNonNull(mvc.perform(by(Role.STAFF, post(centre + "/day/incidents"))
                        .param("kind", kind)
                        .param("subject", subject)
                        .param("at", at))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeCount(0))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    /** The Atrium is the only room for the group activity; before the last session of all, hardly anything can change. */
    @Test
    void fewerThanThreeWaysAreToldAsSuch() throws Exception {
        assertThat(page(waysAfter("ROOM_LOST", "R1", AT)))
                .contains("No way keeps all the rules")
                .doesNotContain("card way");
        UUID id = UUID.fromString(centre.substring(BASE.length() + 1));
        Session last = plans.current(id).orElseThrow().plan().sessions().stream()
                .max(Comparator.comparing(Session::start))
                .orElseThrow();
        assertThat(page(waysAfter(
                        "PARTICIPANT_ABSENT",
                        last.participants().get(0),
                        last.start().minusMinutes(1).toString())))
                .contains("Only one way was found", "Fewest people")
                .doesNotContain("Earliest end");
    }

    @Test
    void sheetsArePrintedWithTheirFontsAndPageNumbers() throws Exception {
        for (String kind : List.of("participants", "assessors", "rooms", "overview")) {
            byte[] pdf = file(by(Role.STAFF, get(centre + "/sheets/" + kind + ".pdf")), "application/pdf");
            try (PDDocument document = Loader.loadPDF(pdf)) {
                int pages = document.getNumberOfPages();
                assertThat(new PDFTextStripper().getText(document)).contains("1 / " + pages, "Plan 1");
                for (var font : document.getPage(0).getResources().getFontNames()) {
                    assertThat(document.getPage(0).getResources().getFont(font).isEmbedded())
                            .isTrue();
                }
            }
        }
        String own = text(
                file(by(Role.STAFF, get(centre + "/sheets/participants.pdf").param("of", "P1")), "application/pdf"));
        assertThat(own).contains("Ada Moreno", "Group Activity").doesNotContain("Ben Okafor", "Dr. Alvarez");
        assertThat(text(file(by(Role.STAFF, get(centre + "/sheets/rooms.pdf")), "application/pdf")))
                .contains("Atrium")
                .doesNotContain("Ada Moreno");
        mvc.perform(by(Role.STAFF, get(centre + "/sheets/nothing.pdf"))).andExpect(status().isNotFound());
    }

    @Test
    void calendarsKeepTheirIdentitiesThroughARepair() throws Exception {
        String before = calendar("P1");
        String ways = waysAfter("PARTICIPANT_ABSENT", "P1", MONDAY + "T08:00");
        mvc.perform(by(Role.STAFF, post(ways.replaceAll("\\?.*", "")))
                .param("option", "0")
                .param("at", MONDAY + "T08:00"));
        String after = calendar("P1");
        assertThat(uids(after)).isEqualTo(uids(before)).hasSize(5);
        assertThat(before).contains("SEQUENCE:1", "TZID=Europe/Berlin").doesNotContain("CANCELLED");
        assertThat(after).contains("SEQUENCE:2", "STATUS:CANCELLED").doesNotContain("CONFIRMED");
    }

    private String calendar(String person) throws Exception {
        return new String(
                file(
                        by(
                                Role.STAFF,
                                get(centre + "/sheets/calendar.ics")
                                        .param("kind", "PARTICIPANT")
                                        .param("person", person)),
                        "text/calendar"),
                StandardCharsets.UTF_8);
    }

    private static List<String> uids(String calendar) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(calendar)).<CalendarComponent>getComponents("VEVENT").stream()
                        .map(event -> event.getRequiredProperty("UID").getValue())
                        .sorted()
                        .toList();
    }

    @Test
    void aSecretLinkShowsTheOwnDayOnlyUntilItIsRevoked() throws Exception {
        String made = mvc.perform(by(Role.STAFF, post(centre + "/links")).param("kind", "PARTICIPANT"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String path = first("(/itinerary/[A-Za-z0-9_-]{43})", made);
        mvc.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(containsString("Ada Moreno")))
                .andExpect(content().string(not(containsString("Ben Okafor"))))
                .andExpect(content().string(not(containsString("Dr. Alvarez"))));
        assertThat(new String(file(get(path + "/calendar.ics"), "text/calendar"), StandardCharsets.UTF_8))
                .contains("SUMMARY:Role Play")
                .doesNotContain("Ada Moreno");
        assertThat(text(file(get(path + "/sheet.pdf"), "application/pdf"))).contains("Ada Moreno");
        assertThat(jdbc.sql("select count(*) from assessment_link")
                        .query(Long.class)
                        .single())
                .isEqualTo(24);

        Long link = jdbc.sql("select id from assessment_link where person = 'P1'")
                .query(Long.class)
                .single();
        mvc.perform(by(Role.STAFF, post(centre + "/links/" + link + "/revoke")));
        mvc.perform(get(path)).andExpect(status().isNotFound());
        mvc.perform(get("/itinerary/" + "x".repeat(43))).andExpect(status().isNotFound());
        mvc.perform(get("/itinerary/" + "x".repeat(43) + "/sheet.pdf")).andExpect(status().isNotFound());
    }

    @Test
    void othersDoNotGetIn() throws Exception {
        mvc.perform(by(Role.STUDENT, get(centre))).andExpect(status().isForbidden());
        jdbc.sql("update assessment_centre set department = 'CSE'").update();
        for (String path : List.of("", "/plan", "/people", "/day", "/sheets", "/sheets/overview.pdf", "/edit")) {
            mvc.perform(by(Role.STAFF, get(centre + path))).andExpect(status().isForbidden());
            mvc.perform(by(Role.ADMIN, get(centre + path))).andExpect(status().isOk());
        }
        mvc.perform(by(Role.STAFF, get(BASE))).andExpect(content().string(not(containsString("Graduate"))));
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
