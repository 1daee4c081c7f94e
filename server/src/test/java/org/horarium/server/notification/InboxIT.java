package org.horarium.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.jayway.jsonpath.JsonPath;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.notification.NoticeDesk.Announcement;
import org.horarium.server.platform.SmtpUrl;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The ways by which a notice reaches people, from the desk to the inbox page and the mail server. */
@IntegrationTest
class InboxIT {
    private static final Addressee LECTURER = new Addressee(Addressee.Kind.PERSON, "P3", "Lecturer", "p3@tiny.example");
    private static final Addressee OUTSIDER =
            new Addressee(Addressee.Kind.STUDENT, "s99", "No account", "Outsider@tiny.example");

    private static People people;

    /** How many were unsubscribed so far. */
    private long ended;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    NoticeDesk desk;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnsubscribeLinks links;

    @Autowired
    MessageSource messages;

    @BeforeAll
    static void accounts(@Autowired Accounts accounts, @Autowired MockMvc mvc, @Autowired JsonMapper json)
            throws Exception {
        people = new People(accounts, mvc, json);
    }

    @BeforeEach
    void empty() {
        for (String table : List.of("notice", "mail", "notice_choice", "notice_language", "mail_unsubscription")) {
            jdbc.sql("delete from " + table).update();
        }
    }

    private void tell(Topic topic, @Nullable String onceKey, Addressee... to) {
        transaction.executeWithoutResult(t -> desk.tell(
                new Announcement(topic, "test-kind", "thread", onceKey, "planner@tiny.example"),
                List.of(to),
                (who, locale) -> new Message(
                        locale.equals(Locale.GERMAN) ? "Deutsch" : "English",
                        List.of("It changes:"),
                        List.of("Your Tuesday lab moved.", "<b>Two</b>"),
                        "/timetable?day=2026-01-05")));
    }

    private List<String> mailed() {
        return jdbc.sql("select recipient from mail order by recipient")
                .query(String.class)
                .list();
    }

    private long noticeId() {
        return jdbc.sql("select id from notice").query(Long.class).single();
    }

    private void choose(String topic, String channel, String language) throws Exception {
        mvc.perform(people.by(Role.FACULTY, post("/notices/settings"))
                        .param(topic, channel)
                        .param("language", language))
                .andExpect(redirectedUrl("/notices/settings"));
    }

    @Test
    void theBellCountsTheInboxListsAndOpeningMarksAsRead() throws Exception {
        tell(Topic.TIMETABLE, null, LECTURER);

        mvc.perform(people.by(Role.FACULTY, get("/notices")))
                .andExpect(content().string(containsString("Notices: 1 unread")))
                .andExpect(content().string(containsString("Your Tuesday lab moved.")))
                .andExpect(content().string(containsString("&lt;b&gt;Two&lt;/b&gt;")));
        mvc.perform(people.by(Role.STUDENT, get("/notices")))
                .andExpect(content().string(containsString("Notices: nothing unread")))
                .andExpect(content().string(not(containsString("Tuesday lab"))));

        mvc.perform(people.by(Role.STUDENT, post("/notices/" + noticeId() + "/open")))
                .andExpect(status().isNotFound());
        mvc.perform(people.by(Role.FACULTY, post("/notices/" + noticeId() + "/open")))
                .andExpect(redirectedUrl("/timetable?day=2026-01-05"));
        mvc.perform(people.by(Role.FACULTY, get("/notices")))
                .andExpect(content().string(containsString("Notices: nothing unread")))
                .andExpect(content().string(containsString("Your Tuesday lab moved.")));
        mvc.perform(people.by(Role.FACULTY, get("/notices?unread=true")))
                .andExpect(content().string(containsString("Nothing unread")));
    }

    @Test
    void allThatWasShownIsMarkedAndPagesFollowEachOther() throws Exception {
        for (int i = 0; i < 30; i++) {
            tell(Topic.TIMETABLE, null, LECTURER);
        }
        mvc.perform(people.by(Role.FACULTY, get("/notices?page=2")))
                .andExpect(content().string(containsString("Page 2 of 2")));
        long newest = jdbc.sql("select max(id) from notice").query(Long.class).single();
        tell(Topic.TIMETABLE, null, LECTURER);
        mvc.perform(people.by(Role.FACULTY, post("/notices/read")).param("upTo", Long.toString(newest)))
                .andExpect(redirectedUrl("/notices?unread=false&page=1"));
        assertThat(jdbc.sql("select count(*) from notice where read_at is null")
                        .query(Long.class)
                        .single())
                .as("what came meanwhile")
                .isEqualTo(1);
    }

    @Test
    void programsReadAndSettleTheInboxOfTheirOwner() throws Exception {
        for (int i = 0; i < 3; i++) {
            tell(Topic.TIMETABLE, null, LECTURER);
        }
        String first = mvc.perform(people.by(Role.FACULTY, get("/api/notices?limit=2")))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[0].topic").value("timetable"))
                .andExpect(jsonPath("$.items[0].lines[0]").value("Your Tuesday lab moved."))
                .andExpect(jsonPath("$.items[0].read").value(false))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String next = JsonPath.read(first, "$.next");
        int newest = JsonPath.read(first, "$.items[0].id");
        mvc.perform(people.by(Role.FACULTY, get("/api/notices?limit=2&next=" + next)))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.next").isEmpty());
        mvc.perform(people.by(Role.STUDENT, get("/api/notices")))
                .andExpect(jsonPath("$.items.length()").value(0));
        mvc.perform(people.by(Role.STUDENT, post("/api/notices/" + newest + "/read")))
                .andExpect(status().isNotFound());
        mvc.perform(people.by(Role.FACULTY, post("/api/notices/" + newest + "/read")))
                .andExpect(jsonPath("$.unread").value(2));
        mvc.perform(people.by(Role.FACULTY, get("/api/notices?unread=true")))
                .andExpect(jsonPath("$.items.length()").value(2));
        tell(Topic.TIMETABLE, null, LECTURER);
        mvc.perform(people.by(Role.FACULTY, post("/api/notices/read"))
                        .contentType("application/json")
                        .content("{\"up_to\": %d}".formatted(newest)))
                .andExpect(jsonPath("$.unread").value(1));
        mvc.perform(people.by(Role.FACULTY, post("/api/notices/read"))
                        .contentType("application/json")
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/up_to"));
        mvc.perform(people.by(Role.FACULTY, get("/api/notices?next=nonsense"))).andExpect(status().isBadRequest());
    }

    @Test
    void programsChooseTheWaysAndHearOfEveryFault() throws Exception {
        mvc.perform(people.by(Role.STAFF, get("/api/notices/settings")))
                .andExpect(jsonPath("$.language").value("en"))
                .andExpect(jsonPath("$.topics.review").value("both"))
                .andExpect(jsonPath("$.topics.generation").value("app"));
        mvc.perform(people.by(Role.STAFF, put("/api/notices/settings"))
                        .contentType("application/json")
                        .content("{\"topics\": {\"generation\": \"mail\"}}"))
                .andExpect(jsonPath("$.language").value("en"))
                .andExpect(jsonPath("$.topics.review").value("both"))
                .andExpect(jsonPath("$.topics.generation").value("mail"));
        mvc.perform(people.by(Role.STUDENT, put("/api/notices/settings"))
                        .contentType("application/json")
                        .content(
                                "{\"language\": \"xx\", \"topics\": {\"review\": \"app\", \"timetable\": \"pigeon\"}}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()").value(3));
    }

    @Test
    void eachGetsItByTheWayTheyChose() throws Exception {
        tell(Topic.TIMETABLE, null, LECTURER, OUTSIDER);
        assertThat(mailed()).containsExactly("Outsider@tiny.example", "p3@tiny.example");

        empty();
        choose("timetable", "MAIL", "de");
        tell(Topic.TIMETABLE, null, LECTURER);
        assertThat(mailed()).containsExactly("p3@tiny.example");
        assertThat(jdbc.sql("select subject from mail").query(String.class).single())
                .isEqualTo("Deutsch");
        assertThat(jdbc.sql("select count(*) from notice").query(Long.class).single())
                .isZero();

        choose("timetable", "APP", "en");
        tell(Topic.TIMETABLE, null, LECTURER);
        tell(Topic.REMINDER, null, LECTURER);
        assertThat(mailed()).as("the other topic is as it was").hasSize(2);
        assertThat(jdbc.sql("select count(*) from notice where subject = 'English'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void aKeyTellsOnceByEachWay() {
        tell(Topic.TIMETABLE, "publication-7", LECTURER);
        tell(Topic.TIMETABLE, "publication-7", LECTURER);
        assertThat(mailed()).hasSize(1);
        assertThat(noticeId()).isPositive();
    }

    @Test
    void whoHasNeitherAccountNorAddressIsLeftOut() {
        tell(Topic.TIMETABLE, null, new Addressee(Addressee.Kind.STUDENT, "s98", "Nobody", null));
        assertThat(mailed()).isEmpty();
    }

    @Test
    void theSettingsShowWhatCanConcernTheRoleAndRefuseNonsense() throws Exception {
        mvc.perform(people.by(Role.STUDENT, get("/notices/settings")))
                .andExpect(content().string(containsString("My timetable")))
                .andExpect(content().string(not(containsString("Waiting for my decision"))));
        mvc.perform(people.by(Role.STAFF, get("/notices/settings")))
                .andExpect(content().string(containsString("Waiting for my decision")));
        mvc.perform(people.by(Role.FACULTY, post("/notices/settings")).param("timetable", "PIGEON"))
                .andExpect(status().isBadRequest());
        mvc.perform(people.by(Role.FACULTY, post("/notices/settings")).param("language", "xx"))
                .andExpect(status().isBadRequest());
        assertThat(jdbc.sql("select count(*) from notice_choice")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aMailCarriesTheOneClickHeadersAndTheLinkEndsThem() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            tell(Topic.TIMETABLE, null, OUTSIDER, LECTURER);
            jdbc.sql("update mail set status = 'WAITING'").update();
            new MailDelivery(
                            jdbc,
                            new MailServer(
                                    SmtpUrl.parse("smtp://127.0.0.1:"
                                            + server.getSmtp().getPort()),
                                    "http://localhost"),
                            transaction,
                            links,
                            messages)
                    .deliverDue();
            for (MimeMessage mail : server.getReceivedMessages()) {
                assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
                String link = mail.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", "");
                assertThat(GreenMailUtil.getBody(mail).replace("=\r\n", "")).contains(link);
                oneClick(URI.create(link).getPath());
            }
        } finally {
            server.stop();
        }
        empty(List.of("mail", "notice"));
        tell(Topic.TIMETABLE, null, OUTSIDER, LECTURER);
        assertThat(mailed()).isEmpty();
        assertThat(noticeId()).as("the account's inbox has it").isPositive();
        tell(Topic.REMINDER, null, OUTSIDER);
        assertThat(mailed()).as("about something else").hasSize(1);
    }

    private void empty(List<String> tables) {
        tables.forEach(table -> jdbc.sql("delete from " + table).update());
    }

    /** As a mail program does it: no cookies, no CSRF field; opening the link before it changes nothing. */
    private void oneClick(String path) throws Exception {
        mvc.perform(get(path))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(content().string(containsString("Send no more of these mails")));
        assertThat(jdbc.sql("select count(*) from mail_unsubscription")
                                .query(Long.class)
                                .single()
                        + jdbc.sql("select count(*) from notice_choice")
                                .query(Long.class)
                                .single())
                .as("opening it changes nothing")
                .isEqualTo(ended);
        mvc.perform(post(path).contentType("application/x-www-form-urlencoded").param("List-Unsubscribe", "One-Click"))
                .andExpect(status().isOk());
        ended++;
    }

    @Test
    void theLinkOfAnotherMailIsRefusedAndItCanBeTakenBack() throws Exception {
        tell(Topic.TIMETABLE, null, OUTSIDER);
        UUID mail = jdbc.sql("select id from mail").query(UUID.class).single();
        String path = URI.create(links.link(mail)).getPath();
        mvc.perform(post(path.substring(0, path.length() - 1) + "_")).andExpect(status().isNotFound());
        mvc.perform(post(path).with(csrf())).andExpect(content().string(containsString("gets no more mails")));
        tell(Topic.TIMETABLE, null, OUTSIDER);
        assertThat(mailed()).hasSize(1);
        mvc.perform(post(path + "/again").with(csrf())).andExpect(status().isOk());
        tell(Topic.TIMETABLE, null, OUTSIDER);
        assertThat(mailed()).hasSize(2);
    }
}
