package org.horarium.server.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.horarium.formats.college.College;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Preference;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.platform.RateLimiter;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** The portal as its users see it, and as its attackers try it. */
@IntegrationTest
class PortalIT {
    private static Campus campus;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Schedules schedules;

    @Autowired
    RateLimiter limiter;

    @LocalServerPort
    int port;

    @BeforeAll
    static void college(
            @Autowired Colleges colleges,
            @Autowired Schedules schedules,
            @Autowired Accounts accounts,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json,
            @Autowired JdbcClient jdbc)
            throws Exception {
        campus = new Campus(colleges, schedules, accounts, mvc, json, jdbc);
    }

    @BeforeEach
    void freshRound() throws Exception {
        jdbc.sql("DELETE FROM preference_round").update();
        jdbc.sql("DELETE FROM mail").update();
        jdbc.sql("UPDATE schedule SET status = 'DRAFT', allocation = NULL, status_before_allocation = NULL")
                .update();
        limiter.reset("preference-link:127.0.0.1");
        campus.open();
    }

    private String state() {
        return jdbc.sql("""
                        SELECT (SELECT json_agg(s ORDER BY s.id) FROM preference_sheet s)::text
                            || (SELECT json_agg(l ORDER BY l.token_hash) FROM preference_link l)::text
                            || (SELECT count(*) FROM preference_submission) || (SELECT count(*) FROM audit_entry)
                        """).query(String.class).single();
    }

    // ---- the link

    @Test
    void openingALinkByHeadOrGetAnyNumberOfTimesChangesNothing() throws Exception {
        String link = "/preferences/" + campus.schedule + "?token=" + campus.token("P1");
        String before = state();
        for (int i = 0; i < 4; i++) {
            HttpResponse<String> page = http(link, "GET");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).contains("Grace Hill").contains("Continue");
            assertThat(http(link, "HEAD").statusCode()).isEqualTo(200);
        }
        assertThat(state()).isEqualTo(before);
    }

    private HttpResponse<String> http(String path, String method) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theLinkIsNeverStoredNorToldToOthers() throws Exception {
        String token = campus.token("P1");
        assertThat(token).hasSizeGreaterThanOrEqualTo(43);
        MockHttpServletResponse page = mvc.perform(get("/preferences/" + campus.schedule + "?token=" + token))
                .andReturn()
                .getResponse();
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(page.getHeader("Content-Security-Policy"))
                .contains("default-src 'self'")
                .doesNotContain("unsafe");
        assertThat(Pattern.compile("(?:src|href)=\"(?:https?:)?//")
                        .matcher(page.getContentAsString())
                        .find())
                .as("third-party resources")
                .isFalse();
        assertThat(jdbc.sql("SELECT encode(token_hash, 'escape') FROM preference_link")
                        .query(String.class)
                        .list())
                .noneMatch(hash -> hash.contains(token));
    }

    @Test
    void everyTokenThatIsNotGoodIsTheSame404() throws Exception {
        ScheduleId other = schedules
                .findOrCreate(new ScheduleScope("EEE", null, null, "2024-25"))
                .id();
        String good = campus.token("P1");
        String revoked = campus.token("P2");
        mvc.perform(campus.people.by(Role.ADMIN, post(campus.tab() + "/revoke")).param("person", "P2"));
        String expired = campus.token("P3");
        List<String> answers = new ArrayList<>();
        answers.add(body("/preferences/" + campus.schedule));
        answers.add(body("/preferences/" + campus.schedule + "?token="));
        answers.add(body("/preferences/" + campus.schedule + "?token=nonsense"));
        answers.add(body("/preferences/" + campus.schedule + "?token=" + "x".repeat(5000)));
        answers.add(body("/preferences/" + campus.schedule + "?token=" + revoked));
        answers.add(body("/preferences/" + other + "?token=" + good));
        answers.add(body("/preferences/" + UUID.randomUUID() + "?token=" + good));
        answers.add(body("/preferences/no-id?token=" + good));
        answers.add(body("/preferences/" + campus.schedule + "/sheet"));
        answers.add(body("/preferences/" + campus.schedule + "/receipt"));
        jdbc.sql("UPDATE preference_round SET deadline = now() - interval '15 days'")
                .update();
        answers.add(body("/preferences/" + campus.schedule + "?token=" + expired));
        assertThat(answers).allMatch(answers.get(0)::equals);
        jdbc.sql("DELETE FROM schedule WHERE id = ?").param(other.value()).update();
    }

    /** The page of a 404, without what differs between any two answers. */
    private String body(String path) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(path))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse();
        return answer.getErrorMessage() + answer.getContentAsString().replaceAll("_csrf[^>]*", "");
    }

    @Test
    void enteringWithAWrongTokenIsA404AndTooManyAreSlowedDown() throws Exception {
        mvc.perform(post("/preferences/" + campus.schedule + "/enter")
                        .param("token", "x")
                        .with(csrf()))
                .andExpect(status().isNotFound());
        for (int i = 0; i < 70; i++) {
            mvc.perform(get("/preferences/" + campus.schedule + "?token=guess" + i));
        }
        mvc.perform(get("/preferences/" + campus.schedule + "?token=guess")).andExpect(status().isTooManyRequests());
        mvc.perform(post("/preferences/" + campus.schedule + "/enter")
                        .param("token", "x")
                        .with(csrf()))
                .andExpect(status().isTooManyRequests());
    }

    @Test
    void withoutTheFormsOwnSecretNothingIsTaken() throws Exception {
        mvc.perform(post("/preferences/" + campus.schedule + "/enter").param("token", campus.token("P1")))
                .andExpect(status().isForbidden());
        assertThat(campus.one("SELECT count(*) FROM preference_sheet WHERE opened_at IS NOT NULL", Long.class))
                .isZero();
    }

    @Test
    void enteringMovesTheTokenIntoAFreshSession() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        assertThat(browser.sheet()).contains("Grace Hill").contains("Databases").doesNotContain("token=");
        assertThat(campus.one("SELECT count(*) FROM preference_sheet WHERE opened_at IS NOT NULL", Long.class))
                .isEqualTo(1);
    }

    @Test
    void revokingEndsVisitsThatHaveBegun() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        mvc.perform(campus.people.by(Role.ADMIN, post(campus.tab() + "/revoke")).param("person", "P1"));
        assertThat(browser.send(get("/preferences/" + campus.schedule + "/sheet"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void whoIsNoLongerInTheScheduleIsToldSo() throws Exception {
        String token = campus.token("P5");
        jdbc.sql(
                        "UPDATE personnel SET department_id = (SELECT id FROM department WHERE code = 'ART') WHERE code = 'P5'")
                .update();
        try {
            MockHttpServletResponse page = mvc.perform(get("/preferences/" + campus.schedule + "?token=" + token))
                    .andReturn()
                    .getResponse();
            assertThat(page.getStatus()).isEqualTo(403);
            assertThat(page.getContentAsString()).contains("You are not assigned to this schedule.");
            mvc.perform(campus.people
                            .by(Role.ADMIN, post(campus.tab() + "/link"))
                            .param("person", "P4"))
                    .andExpect(status().isNotFound());
        } finally {
            jdbc.sql(
                            "UPDATE personnel SET department_id = (SELECT id FROM department WHERE code = 'EEE') WHERE code = 'P5'")
                    .update();
        }
    }

    @Test
    void peopleWithAnAccountNeedNoLink() throws Exception {
        // the account of the role FACULTY is P3
        mvc.perform(campus.people.by(Role.FACULTY, get("/preferences/" + campus.schedule)))
                .andExpect(status().isOk());
        mvc.perform(campus.people.by(Role.STUDENT, get("/preferences/" + campus.schedule)))
                .andExpect(status().isNotFound());
        assertThat(mvc.perform(campus.people.by(Role.FACULTY, get("/")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("/preferences/" + campus.schedule);
    }

    // ---- the sheet

    @Test
    void onlyActivitiesThatOneCanGiveAreShownInAnOrderOfOnesOwn() throws Exception {
        String sheet = campus.browser("P3").sheet();
        assertThat(sheet)
                .contains("CIRCUITS lecture")
                .doesNotContain("DB lecture")
                .doesNotContain("POWER lab");

        Campus.Browser browser = campus.browser("P2");
        List<String> order = order(browser.sheet());
        assertThat(order).hasSizeGreaterThan(3);
        assertThat(order(browser.sheet())).isEqualTo(order);
        List<List<String>> orders = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            jdbc.sql("UPDATE preference_sheet SET seed = gen_random_uuid()").update();
            orders.add(order(browser.sheet()));
        }
        assertThat(orders).as("the start is random").anyMatch(each -> !each.equals(order));
        assertThat(orders).allSatisfy(each -> assertThat(each).containsExactlyInAnyOrderElementsOf(order));
    }

    private static List<String> order(String sheet) {
        return Pattern.compile("data-template=\"([^\"]+)\"")
                .matcher(sheet)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void aDraftIsKeptAndDoesNotCountYet() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        MockHttpServletResponse answer = browser.send(browser.form(
                        "save",
                        0,
                        List.of(campus.line("DB-lab", "PREFER", 1), campus.line("INTRO-lecture", "PREFER", 2)))
                .header("X-Requested-With", "autosave"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("{\"version\":1,\"changedSinceSubmission\":false}");
        assertThat(preferencesOf("P1")).extracting(Preference::template).containsExactly("DB-lecture");
        assertThat(campus.browser("P1").version()).as("kept for the next visit").isEqualTo(1);
        assertThat(campus.one("SELECT count(*) FROM mail", Long.class)).isZero();
    }

    @Test
    void whatIsSubmittedCountsAndIsReceipted() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        MockHttpServletResponse answer = browser.post(
                "submit",
                0,
                List.of(
                        campus.line("DB-lab", "STRONGLY_PREFER", 3),
                        campus.line("INTRO-lecture", "STRONGLY_PREFER", 7),
                        campus.line("DB-lecture", "RATHER_NOT", 0)),
                Map.of("cell", "2@10:00", "comment", "I live far away, sorry"));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/preferences/" + campus.schedule + "/receipt");
        String receipt = browser.send(get("/preferences/" + campus.schedule + "/receipt"))
                .getContentAsString();
        String hash = campus.one("SELECT encode(content_hash, 'hex') FROM preference_submission", String.class);
        assertThat(receipt)
                .contains("DB lab")
                .contains("INTRO lecture")
                .contains(hash)
                .contains("grace@tiny.example");

        assertThat(preferencesOf("P1"))
                .containsExactly(
                        new Preference("P1", "DB-lab", Preference.Bucket.STRONGLY_PREFER, 1, null),
                        new Preference("P1", "INTRO-lecture", Preference.Bucket.STRONGLY_PREFER, 2, null),
                        new Preference("P1", "DB-lecture", Preference.Bucket.RATHER_NOT, null, null));
        Personnel person = schedules.college(campus.schedule).personnel().stream()
                .filter(each -> each.id().equals("P1"))
                .findFirst()
                .orElseThrow();
        assertThat(person.unavailable())
                .extracting("start")
                .extracting(Object::toString)
                .containsExactly("10:00");

        Map<String, Object> mail = jdbc.sql("SELECT * FROM mail WHERE kind = 'preference-receipt'")
                .query()
                .singleRow();
        assertThat(mail).containsEntry("recipient", "grace@tiny.example");
        assertThat((String) mail.get("body_text"))
                .contains("1. DB lab")
                .contains("2. INTRO lecture")
                .contains(hash);
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_entry WHERE action = 'preference.submitted' AND actor = 'personnel P1'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    private List<Preference> preferencesOf(String person) {
        College college = schedules.college(campus.schedule);
        return college.preferences().stream()
                .filter(preference -> preference.person().equals(person))
                .toList();
    }

    @Test
    void submittingTheSameTwiceIsOneSubmission() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        List<Campus.Line> lines = List.of(campus.line("DB-lab", "PREFER", 1));
        browser.post("submit", 0, lines, Map.of());
        assertThat(browser.post("submit", 0, lines, Map.of()).getRedirectedUrl())
                .endsWith("/receipt");
        assertThat(campus.one("SELECT count(*) FROM preference_submission", Long.class))
                .isEqualTo(1);
        assertThat(campus.one("SELECT count(*) FROM mail WHERE kind = 'preference-receipt'", Long.class))
                .isEqualTo(1);
    }

    @Test
    void anEditAfterSubmittingNeedsToBeSubmittedAgain() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        browser.submit(campus.line("DB-lab", "PREFER", 1));
        MockHttpServletResponse answer =
                browser.send(browser.form("save", browser.version(), List.of(campus.line("DB-lab", "RATHER_NOT", 1)))
                        .header("X-Requested-With", "autosave"));
        assertThat(answer.getContentAsString()).contains("\"changedSinceSubmission\":true");
        assertThat(browser.sheet())
                .contains("You changed something after submission no. 1")
                .contains("Submit again");
        assertThat(preferencesOf("P1"))
                .containsExactly(new Preference("P1", "DB-lab", Preference.Bucket.PREFER, 1, null));

        browser.submit(campus.line("DB-lab", "RATHER_NOT", 1));
        assertThat(preferencesOf("P1"))
                .containsExactly(new Preference("P1", "DB-lab", Preference.Bucket.RATHER_NOT, 1, null));
        assertThat(campus.one("SELECT max(number) FROM preference_submission", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void arrowsWorkWithoutScripts() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        List<Campus.Line> lines =
                List.of(campus.line("DB-lab", "PREFER", 1), campus.line("INTRO-lecture", "PREFER", 2));
        browser.post("down:" + campus.template("DB-lab"), 0, lines, Map.of());
        assertThat(order(browser.sheet())
                        .subList(
                                order(browser.sheet()).size() - 2,
                                order(browser.sheet()).size()))
                .containsExactly(
                        campus.template("INTRO-lecture").toString(),
                        campus.template("DB-lab").toString());
    }

    @Test
    void whatWasSaidBeforeCanBeCopied() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        assertThat(browser.sheet()).contains("Copy what I said last time");
        browser.post("copy", 0, List.of(), Map.of());
        assertThat(campus.one("SELECT draft::text FROM preference_sheet", String.class))
                .contains("STRONGLY_PREFER")
                .contains(campus.template("DB-lecture").toString());
        assertThat(browser.sheet()).doesNotContain("Copy what I said last time");
    }

    // ---- refusals of the server

    @Test
    void aStaleVersionIsRefusedWith412AndNothingIsLost() throws Exception {
        Campus.Browser first = campus.browser("P1");
        Campus.Browser second = campus.browser("P1");
        first.post("save", 0, List.of(campus.line("DB-lab", "PREFER", 1)), Map.of());
        MockHttpServletResponse answer = second.post(
                "save", 0, List.of(campus.line("INTRO-lecture", "RATHER_NOT", 1)), Map.of("comment", "from the train"));
        assertThat(answer.getStatus()).isEqualTo(412);
        assertThat(answer.getContentAsString())
                .contains("saved elsewhere meanwhile")
                .contains("from the train")
                .contains("name=\"version\" value=\"1\"");
        assertThat(campus.one("SELECT draft ->> 'comment' FROM preference_sheet", String.class))
                .isEmpty();
        // what the page shows can be sent again
        assertThat(second.post("save", 1, List.of(campus.line("INTRO-lecture", "RATHER_NOT", 1)), Map.of())
                        .getStatus())
                .isEqualTo(302);
    }

    @Test
    void foreignAndDoubledActivitiesAndWrongFormsAreRefusedWithAllTheirFaults() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        MockHttpServletResponse answer = browser.post(
                "save",
                0,
                List.of(
                        campus.line("CIRCUITS-lecture", "PREFER", 1),
                        campus.line("DB-lab", "PREFER", 1),
                        campus.line("DB-lab", "NEUTRAL", 1)),
                Map.of("cell", "6@10:00", "comment", "kept on the page"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("not one that you can be asked for")
                .contains("given twice")
                .contains("There is no slot on day (6)")
                .contains("kept on the page");
        for (Campus.Line wrong : List.of(
                new Campus.Line(campus.template("DB-lab"), "MAYBE", "", ""),
                new Campus.Line(campus.template("DB-lab"), "PREFER", "first", ""),
                new Campus.Line(campus.template("DB-lab"), "PREFER", "-1", ""),
                new Campus.Line(campus.template("DB-lab"), "PREFER", "", "x".repeat(1001)),
                new Campus.Line(UUID.randomUUID(), "PREFER", "", ""))) {
            assertThat(browser.post("save", 0, List.of(wrong), Map.of()).getStatus())
                    .as(wrong.toString())
                    .isEqualTo(422);
        }
        assertThat(browser.send(post("/preferences/" + campus.schedule + "/sheet")
                                .param("version", "0")
                                .param("template", campus.template("DB-lab").toString())
                                .param("bucket", "PREFER", "PREFER"))
                        .getStatus())
                .as("damaged")
                .isEqualTo(422);
        assertThat(browser.version()).isZero();
    }

    @Test
    void refusingNeedsAReasonAndHasABudget() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        MockHttpServletResponse answer =
                browser.submit(campus.cannot("DB-lab", " "), campus.cannot("INTRO-lecture", "I never did"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("Say why you cannot give “DB lab”")
                .contains("You said “cannot” to 2 activities; at most 1");
        assertThat(campus.one("SELECT count(*) FROM preference_submission", Long.class))
                .isZero();
        assertThat(browser.submit(campus.cannot("DB-lab", "No, thanks, never")).getStatus())
                .isEqualTo(302);
        assertThat(campus.one("SELECT reason FROM preference WHERE veto = 'PENDING'", String.class))
                .as("commas stay")
                .isEqualTo("No, thanks, never");
    }

    @Test
    void aRefusalIsHardOnceItIsApproved() throws Exception {
        campus.browser("P1").submit(campus.cannot("DB-lab", "I am allergic to dust"));
        assertThat(preferencesOf("P1"))
                .containsExactly(
                        new Preference("P1", "DB-lab", Preference.Bucket.RATHER_NOT, 10, "I am allergic to dust"));
        long entry = campus.one("SELECT entry_no FROM preference WHERE veto = 'PENDING'", Long.class);
        mvc.perform(campus.people
                        .by(Role.ADMIN, post(campus.tab() + "/vetoes"))
                        .param("entry", Long.toString(entry))
                        .param("approved", "true"))
                .andExpect(status().is3xxRedirection());
        assertThat(preferencesOf("P1"))
                .containsExactly(
                        new Preference("P1", "DB-lab", Preference.Bucket.CANNOT, null, "I am allergic to dust"));

        Campus.Browser browser = campus.browser("P1");
        browser.submit(campus.cannot("DB-lab", "I am allergic to dust"), campus.line("INTRO-lecture", "PREFER", 1));
        assertThat(preferencesOf("P1"))
                .as("the same words stay decided")
                .anyMatch(preference -> preference.bucket() == Preference.Bucket.CANNOT);
        browser.submit(campus.cannot("DB-lab", "I do not feel like it"));
        assertThat(preferencesOf("P1")).noneMatch(preference -> preference.bucket() == Preference.Bucket.CANNOT);
    }

    @Test
    void nobodySeesWhatOthersChose() throws Exception {
        campus.browser("P1").submit(campus.cannot("DB-lab", "A very private reason"));
        assertThat(campus.browser("P2").sheet())
                .doesNotContain("A very private reason")
                .doesNotContain("Grace");
        for (Role role : List.of(Role.FACULTY, Role.STUDENT)) {
            mvc.perform(campus.people.by(role, get(campus.tab()))).andExpect(status().isForbidden());
        }
        // a head of another department
        mvc.perform(campus.people.by(Role.STAFF, get(campus.tab()))).andExpect(status().isNotFound());
    }

    /** Preferences would go with their people and activities, so these stay; archiving keeps both. */
    @Test
    void whoSaidSomethingAndWhatItWasAboutCanNotBeDeleted() throws Exception {
        campus.browser("P1").submit(campus.line("DB-lab", "PREFER", 1));
        Campus.Browser other = campus.browser("P2");
        other.post("save", other.version(), List.of(campus.line("DB-lecture", "PREFER", 1)), Map.of());
        for (String path : List.of("personnel/P1", "personnel/P2", "templates/DB-lab", "templates/DB-lecture")) {
            String version = String.valueOf(mvc.perform(campus.people.by(Role.ADMIN, get("/api/data/" + path)))
                    .andReturn()
                    .getResponse()
                    .getHeader("ETag"));
            mvc.perform(campus.people
                            .by(Role.ADMIN, delete("/api/data/" + path))
                            .header("If-Match", version))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("preferences")));
        }
        mvc.perform(campus.people.by(Role.ADMIN, get("/admin/data/personnel/records/P2/delete")))
                .andExpect(content().string(containsString("sheets of preferences")));
    }

    // ---- the deadline

    @Test
    void afterTheDeadlineNothingIsTaken() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        browser.submit(campus.line("DB-lab", "PREFER", 1));
        jdbc.sql("UPDATE preference_round SET deadline = now() - interval '1 second'")
                .update();

        MockHttpServletResponse answer = browser.post(
                "submit",
                1,
                List.of(campus.line("DB-lab", "RATHER_NOT", 1)),
                Map.of("comment", "too late, still here"));
        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString()).contains("This was not saved").contains("too late, still here");
        assertThat(browser.send(browser.form("save", 1, List.of()).header("X-Requested-With", "autosave"))
                        .getStatus())
                .isEqualTo(409);
        assertThat(preferencesOf("P1"))
                .containsExactly(new Preference("P1", "DB-lab", Preference.Bucket.PREFER, 1, null));
        assertThat(browser.sheet())
                .contains("nothing can be changed any more")
                .contains("disabled")
                .doesNotContain("Drag activities");
        assertThat(browser.send(get("/preferences/" + campus.schedule + "/receipt"))
                        .getStatus())
                .as("the receipt stays")
                .isEqualTo(200);
    }

    @Test
    void lockingTheScheduleClosesItToo() throws Exception {
        Campus.Browser browser = campus.browser("P1");
        mvc.perform(campus.people.by(Role.ADMIN, post(campus.tab() + "/close"))).andExpect(status().is3xxRedirection());
        assertThat(browser.post("save", 0, List.of(), Map.of()).getStatus()).isEqualTo(409);
        campus.open();
        assertThat(browser.sheet()).contains("Drag activities");
        assertThat(browser.post("save", 0, List.of(), Map.of()).getStatus()).isEqualTo(302);
    }

    @Test
    void onePersonCanBeGivenMoreTime() throws Exception {
        Campus.Browser first = campus.browser("P1");
        Campus.Browser second = campus.browser("P2");
        jdbc.sql("UPDATE preference_round SET deadline = now() - interval '1 second'")
                .update();
        mvc.perform(campus.people
                        .by(Role.ADMIN, post(campus.tab() + "/reopen"))
                        .param("person", "P1")
                        .param(
                                "until",
                                java.time.LocalDateTime.now(java.time.ZoneOffset.UTC)
                                        .plusHours(2)
                                        .withNano(0)
                                        .toString()))
                .andExpect(status().is3xxRedirection());
        assertThat(first.submit(campus.line("DB-lab", "PREFER", 1)).getStatus()).isEqualTo(302);
        assertThat(second.post("submit", 0, List.of(), Map.of()).getStatus()).isEqualTo(409);
    }
}
