package org.horarium.server.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.horarium.formats.college.Fairness;
import org.horarium.formats.college.Personnel;
import org.horarium.formats.college.Preference.Bucket;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.preference.round.Progress;
import org.horarium.server.preference.round.RoundBook;
import org.horarium.server.preference.sheet.PreferenceSheets;
import org.horarium.server.preference.sheet.SheetClosedException;
import org.horarium.server.preference.sheet.SheetContent;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The Personnel tab, and what happens when a round ends while somebody writes. */
@IntegrationTest
class RoundsIT {
    private static Campus campus;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RoundBook book;

    @Autowired
    PreferenceSheets sheets;

    @Autowired
    Schedules schedules;

    @Autowired
    TransactionTemplate transaction;

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
    void noRound() {
        jdbc.sql("DELETE FROM preference_round").update();
        jdbc.sql("UPDATE schedule SET status = 'DRAFT', allocation = NULL, status_before_allocation = NULL")
                .update();
    }

    @Test
    void everybodyIsListedWithHowFarTheyAre() throws Exception {
        campus.open();
        assertThat(counts())
                .isEqualTo(Map.of(
                        Progress.NOT_INVITED, 4L,
                        Progress.INVITED, 0L,
                        Progress.OPENED, 0L,
                        Progress.DRAFT, 0L,
                        Progress.SUBMITTED, 0L));
        campus.token("P5");
        campus.browser("P3");
        Campus.Browser drafting = campus.browser("P2");
        drafting.post("save", 0, List.of(campus.line("DB-lab", "PREFER", 1)), Map.of());
        campus.browser("P1").submit(campus.line("DB-lab", "PREFER", 1));
        assertThat(counts())
                .isEqualTo(Map.of(
                        Progress.NOT_INVITED, 0L,
                        Progress.INVITED, 1L,
                        Progress.OPENED, 1L,
                        Progress.DRAFT, 1L,
                        Progress.SUBMITTED, 1L));
        mvc.perform(campus.people.by(Role.ADMIN, get(campus.tab())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Copy preference link")))
                .andExpect(content().string(containsString("Grace Hill")));
        mvc.perform(campus.people.by(Role.ADMIN, get(campus.tab() + "/live")))
                .andExpect(content().string(containsString("Submitted")));
    }

    /** Whoever looks at the table from elsewhere reads the same clock as the people who answer. */
    @Test
    void timesAreToldOnTheClocksOfTheRound() throws Exception {
        campus.open();
        campus.browser("P3");
        jdbc.sql("UPDATE preference_round SET time_zone = 'Asia/Tokyo'").update();
        jdbc.sql("UPDATE preference_sheet SET invited_at = '2026-03-02T20:07:00Z'")
                .update();
        mvc.perform(campus.people.by(Role.ADMIN, get(campus.tab())).header("Accept-Language", "de"))
                .andExpect(content().string(containsString("03.03.26, 05:07")));
    }

    private Map<Progress, Long> counts() {
        return book.counts(campus.schedule);
    }

    /** Who is asked is who the planner may plan. */
    @Test
    void whoIsAskedIsWhoIsInTheScheduleSCollege() {
        TreeSet<String> planned = new TreeSet<>();
        schedules.college(campus.schedule).personnel().stream()
                .map(Personnel::id)
                .forEach(planned::add);
        TreeSet<String> asked = new TreeSet<>();
        book.rows(campus.schedule).forEach(row -> asked.add(row.code()));
        assertThat(asked).isEqualTo(planned);
    }

    @Test
    void aRoundThatCanNotBeIsRefusedWithAllItsFaults() throws Exception {
        mvc.perform(campus.people
                        .by(Role.ADMIN, post(campus.tab() + "/round"))
                        .param("deadline", "2026-03-29T02:30")
                        .param("zone", "Mars/Olympus")
                        .param("vetoBudget", "99")
                        .param("note", "x".repeat(2001)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is no time zone (Mars/Olympus)")))
                .andExpect(content().string(containsString("must be from 0 to 50")))
                .andExpect(content().string(containsString("at most 2,000 characters")));
        for (String deadline : List.of("2020-01-01T10:00", "tomorrow", "2199-01-01T10:00", "")) {
            mvc.perform(campus.people
                            .by(Role.ADMIN, post(campus.tab() + "/round"))
                            .param("deadline", deadline)
                            .param("zone", "Europe/Vienna"))
                    .andExpect(status().isUnprocessableContent());
        }
        assertThat(campus.one("SELECT count(*) FROM preference_round", Long.class))
                .isZero();
        assertThat(campus.one("SELECT status FROM schedule", String.class)).isEqualTo("DRAFT");
    }

    @Test
    void aHeadOfAnotherDepartmentSeesAndChangesNothing() throws Exception {
        campus.open();
        for (String path : List.of("/close", "/remind", "/invite")) {
            mvc.perform(campus.people.by(Role.STAFF, post(campus.tab() + path))).andExpect(status().isNotFound());
        }
        for (String path : List.of("/link", "/revoke", "/proxy")) {
            mvc.perform(campus.people.by(Role.STAFF, post(campus.tab() + path)).param("person", "P1"))
                    .andExpect(status().isNotFound());
        }
        assertThat(campus.one("SELECT count(*) FROM preference_link", Long.class))
                .isZero();
    }

    @Test
    void whatIsEnteredForSomebodyIsMarked() throws Exception {
        campus.open();
        UUID sheet = sheetOf("P2");
        sheets.submit(sheet, 0, SheetContent.EMPTY, "head@tiny.example");
        assertThat(book.rows(campus.schedule))
                .filteredOn(row -> row.code().equals("P2"))
                .allMatch(RoundBook.Row::proxy);
        assertThat(campus.one(
                        "SELECT count(*) FROM audit_entry WHERE action = 'preference.submitted' AND actor = 'head@tiny.example'",
                        Long.class))
                .isPositive();
    }

    private UUID sheetOf(String person) throws Exception {
        campus.token(person);
        return jdbc.sql("""
                        SELECT sheet.id FROM preference_sheet sheet JOIN personnel ON personnel.id = personnel_id
                        WHERE personnel.code = ?
                        """).param(person).query(UUID.class).single();
    }

    @Test
    void theScheduleChoosesHowPreferencesAreWeighed() throws Exception {
        assertThat(schedules.college(campus.schedule).objective().fairness()).isEqualTo(Fairness.LEXIMIN);
        mvc.perform(
                campus.people.by(Role.ADMIN, post(campus.tab() + "/fairness")).param("fairness", "SUM"));
        assertThat(schedules.college(campus.schedule).objective().fairness()).isEqualTo(Fairness.SUM);
    }

    /** A submission that waits while the round is being closed comes too late, although it was sent in time. */
    @Test
    void aSubmissionThatOvertakesTheEndOfARoundIsDecidedByTheDatabase() throws Exception {
        campus.open();
        UUID sheet = sheetOf("P1");
        CountDownLatch closing = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<?> head = threads.submit(() -> transaction.executeWithoutResult(t -> {
            jdbc.sql("UPDATE preference_round SET deadline = now() - interval '1 second'")
                    .update();
            closing.countDown();
            await(sent);
            waitUntilSomebodyWaits();
        }));
        Future<Boolean> person = threads.submit(() -> {
            await(closing);
            sent.countDown();
            try {
                sheets.submit(sheet, 0, said(), null);
                return true;
            } catch (SheetClosedException e) {
                return false;
            }
        });
        head.get(1, TimeUnit.MINUTES);
        assertThat(person.get(1, TimeUnit.MINUTES)).as("taken").isFalse();
        threads.shutdown();
        assertThat(campus.one("SELECT count(*) FROM preference_submission", Long.class))
                .isZero();
    }

    private SheetContent said() {
        return new SheetContent(
                List.of(new SheetContent.Entry(campus.template("DB-lab"), Bucket.PREFER, 1, null)), List.of(), "");
    }

    private void waitUntilSomebodyWaits() {
        while (jdbc.sql("SELECT count(*) FROM pg_locks WHERE NOT granted")
                        .query(Long.class)
                        .single()
                == 0) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody came");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of several windows that save at once, one wins, and the others are told. */
    @Test
    void ofManySavesOfOneVersionOneIsTaken() throws Exception {
        campus.open();
        UUID sheet = sheetOf("P1");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> saves = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            SheetContent content = new SheetContent(List.of(), List.of(), "window " + i);
            saves.add(threads.submit(() -> {
                try {
                    sheets.save(sheet, 0, content, null);
                    return true;
                } catch (org.horarium.server.platform.StaleEditException e) {
                    return false;
                }
            }));
        }
        int taken = 0;
        for (Future<Boolean> save : saves) {
            taken += save.get(1, TimeUnit.MINUTES) ? 1 : 0;
        }
        threads.shutdown();
        assertThat(taken).isEqualTo(1);
        assertThat(campus.one("SELECT draft_version FROM preference_sheet", Long.class))
                .isEqualTo(1);
    }
}
