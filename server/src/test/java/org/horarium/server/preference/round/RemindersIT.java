package org.horarium.server.preference.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.preference.Campus;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.json.JsonMapper;

/** Rounds that remind by themselves. Only P1 of the college has an address. */
@IntegrationTest
class RemindersIT {
    private static final int PROCESSES = 4;

    @Autowired
    Reminders reminders;

    @Autowired
    ReminderPlan plan;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private static Campus campus;

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
        jdbc.sql("DELETE FROM mail").update();
        jdbc.sql("UPDATE schedule SET status = 'DRAFT'").update();
    }

    private ResultActions open(int days, String hours) throws Exception {
        return mvc.perform(campus.people
                .by(Role.ADMIN, post(campus.tab() + "/round"))
                .param(
                        "deadline",
                        LocalDateTime.now(ZoneOffset.UTC)
                                .plusDays(days)
                                .withSecond(0)
                                .withNano(0)
                                .toString())
                .param("zone", "UTC")
                .param("vetoBudget", "1")
                .param("remindHours", hours));
    }

    private void invite() throws Exception {
        mvc.perform(campus.people.by(Role.ADMIN, post(campus.tab() + "/invite")))
                .andExpect(status().is3xxRedirection());
    }

    /** Its time has come. */
    private void letTheNextBeDue() {
        jdbc.sql("""
                        UPDATE preference_reminder SET due_at = now() - interval '1 minute'
                        WHERE id = (SELECT id FROM preference_reminder WHERE done_at IS NULL ORDER BY due_at LIMIT 1)
                        """).update();
    }

    private long mails() {
        return jdbc.sql("SELECT count(*) FROM mail WHERE kind = 'preference-reminder'")
                .query(Long.class)
                .single();
    }

    @Test
    void aReminderIsSentOnceByWhicheverProcessFindsItFirst() throws Exception {
        open(3, "4, 48");
        invite();
        assertThat(plan.coming(campus.schedule)).hasSize(2);
        assertThat(mvc.perform(campus.people.by(Role.ADMIN, get(campus.tab())))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("value=\"48, 4\"")
                .contains("Reminders go out by themselves:");
        assertThat(reminders.sendDue()).as("before its time").isZero();

        letTheNextBeDue();
        ExecutorService processes = Executors.newFixedThreadPool(PROCESSES);
        CyclicBarrier together = new CyclicBarrier(PROCESSES);
        List<Callable<Integer>> looks = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            looks.add(() -> {
                together.await();
                return reminders.sendDue();
            });
        }
        for (Future<Integer> look : processes.invokeAll(looks)) {
            look.get();
        }
        processes.shutdown();
        assertThat(mails()).isEqualTo(1);
        assertThat(reminders.sendDue()).as("after a restart").isZero();
        assertThat(plan.coming(campus.schedule)).hasSize(1);
        assertThat(jdbc.sql("SELECT created_by FROM mail WHERE kind = 'preference-reminder'")
                        .query(String.class)
                        .single())
                .isEqualTo("system");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM audit_entry WHERE action = 'preference.reminders-sent' AND actor = 'system'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void whoHasSubmittedOrWasNeverInvitedIsLeftInPeace() throws Exception {
        open(3, "48");
        letTheNextBeDue();
        assertThat(reminders.sendDue()).isEqualTo(1);
        assertThat(mails()).as("nobody was invited").isZero();

        open(3, "48");
        invite();
        campus.browser("P1").submit();
        letTheNextBeDue();
        assertThat(reminders.sendDue()).isEqualTo(1);
        assertThat(mails()).isZero();
    }

    @Test
    void aRoundThatHasEndedRemindsNobody() throws Exception {
        open(3, "48");
        invite();
        mvc.perform(campus.people.by(Role.ADMIN, post(campus.tab() + "/close")));
        letTheNextBeDue();
        assertThat(reminders.sendDue()).isEqualTo(1);
        assertThat(mails()).isZero();
        assertThat(reminders.sendDue()).isZero();
    }

    @Test
    void anotherDeadlinePlansAnewAndWhatIsOverIsLeftOut() throws Exception {
        open(1, "48, 4");
        assertThat(plan.coming(campus.schedule)).hasSize(1);
        open(10, "48, 4, 200");
        assertThat(plan.coming(campus.schedule)).hasSize(3).isSorted();
        open(10, "");
        assertThat(plan.coming(campus.schedule)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "0", "-4", "721", "1, 2, 3, 4, 5, 6", "48; x"})
    void hoursThatCanNotBeAreRefused(String hours) throws Exception {
        open(3, hours).andExpect(status().isUnprocessableContent());
        assertThat(plan.coming(campus.schedule)).isEmpty();
    }
}
