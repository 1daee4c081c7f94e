package org.horarium.server.explanation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.UUID;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.explanation.Explanation;
import org.horarium.server.explanation.Waiting;
import org.horarium.server.explanation.store.ExplanationStore;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.horarium.server.testing.TinyCollege;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Explanations of the tiny college's department EEE, whose only lecture is made impossible. */
@IntegrationTest
@Timeout(120)
class ExplanationPagesIT {
    private static @Nullable People people;

    @Autowired
    MockMvc mvc;

    @Autowired
    Schedules schedules;

    @Autowired
    ExplanationStore store;

    @Autowired
    JdbcClient jdbc;

    private @Nullable ScheduleId schedule;

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
    void newSchedule() {
        jdbc.sql("DELETE FROM generation_job").update();
        jdbc.sql("DELETE FROM schedule").update();
        jdbc.sql("DELETE FROM personnel_unavailability").update();
        schedule = schedules
                .findOrCreate(new ScheduleScope("EEE", "2024-EEE", 3, "2024-25"))
                .id();
    }

    private ScheduleId schedule() {
        return Objects.requireNonNull(schedule);
    }

    private static MockHttpServletRequestBuilder by(Role role, MockHttpServletRequestBuilder request) {
        return Objects.requireNonNull(people).by(role, request);
    }

    /** Nobody of EEE is there on any day. */
    private void allAway() {
        jdbc.sql("""
                INSERT INTO personnel_unavailability (personnel_id, day, start_time, end_time)
                SELECT personnel.id, day, '08:00', '18:00' FROM personnel, generate_series(1, 5) day
                """).update();
    }

    private Explanation explained() throws Exception {
        return Waiting.ended(() -> store.newest(schedule(), 1).get(0));
    }

    private String tab() {
        return "/admin/schedules/" + schedule() + "/explanation";
    }

    @Test
    void preflightNamesRecordsInBothLanguages() throws Exception {
        allAway();
        mvc.perform(by(Role.STAFF, get(tab() + "/preflight")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/admin/data/templates/records/CIRCUITS-lecture")))
                .andExpect(content().string(containsString("No time is left")));
        mvc.perform(by(Role.STAFF, get(tab() + "/preflight")).param("lang", "de"))
                .andExpect(content().string(containsString("bleibt keine Zeit")));
        mvc.perform(by(Role.STAFF, get("/api/schedules/" + schedule() + "/preflight")))
                .andExpect(jsonPath("$.clear", is(false)))
                .andExpect(jsonPath("$.findings[0].family", is("no-time")))
                .andExpect(jsonPath("$.findings[0].records[0].href", containsString("/admin/data/")));
    }

    @Test
    void withNothingInTheWayItSaysSo() throws Exception {
        mvc.perform(by(Role.STAFF, get(tab() + "/preflight")))
                .andExpect(content().string(containsString("That proves nothing yet")));
        mvc.perform(by(Role.STAFF, post(tab())).param("seconds", "60")).andExpect(redirectedUrl(tab()));
        assertThat(Objects.requireNonNull(explained().findings()).solvable()).isTrue();
        mvc.perform(by(Role.STAFF, get(tab())))
                .andExpect(content().string(containsString("There is a timetable")))
                .andExpect(content().string(not(containsString("What would help"))));
    }

    @Test
    void fromTheQuestionToANewGeneration() throws Exception {
        assumeTrue(NativeSolver.problem() == null, NativeSolver::problem);
        allAway();
        mvc.perform(by(Role.STAFF, post(tab())).param("seconds", "60")).andExpect(redirectedUrl(tab()));
        Explanation explanation = explained();
        mvc.perform(by(Role.STAFF, get(tab() + "/progress"))).andExpect(header().string("HX-Refresh", "true"));
        mvc.perform(by(Role.STAFF, get(tab())))
                .andExpect(content().string(containsString("Rules that exclude each other")))
                .andExpect(content().string(containsString("Proved: these cannot all be kept, and without")))
                .andExpect(content().string(containsString("Do this and generate")))
                .andExpect(content().string(containsString("Make ")));
        mvc.perform(by(Role.STAFF, get(tab())).param("lang", "de"))
                .andExpect(content().string(containsString("verfügbar machen: ")))
                .andExpect(content().string(containsString("Ausführen und planen")));

        mvc.perform(by(Role.STAFF, post(tab() + "/" + explanation.id() + "/apply"))
                        .param("suggestion", "1"))
                .andExpect(redirectedUrlPattern("/admin/generation-jobs/*"));

        mvc.perform(by(Role.STAFF, get("/api/schedules/" + schedule() + "/explanations/" + explanation.id())))
                .andExpect(jsonPath("$.status", is("completed")))
                .andExpect(jsonPath("$.applied.suggestion", is(1)))
                .andExpect(jsonPath("$.suggestions[0].one_click", is(true)))
                .andExpect(jsonPath("$.suggestions[0].solved", is(true)));
        mvc.perform(by(Role.STAFF, get(tab()))).andExpect(content().string(containsString("Take it back")));
        mvc.perform(by(Role.STAFF, post(tab() + "/" + explanation.id() + "/undo")))
                .andExpect(redirectedUrl(tab()));
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'explanation.undone'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void restTellsWhatIsWrongWithARequest() throws Exception {
        String path = "/api/schedules/" + schedule() + "/explanations";
        mvc.perform(by(Role.STAFF, post(path))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"seconds\": 1}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer", is("/seconds")));
        mvc.perform(by(Role.STAFF, get(path + "/" + UUID.randomUUID()))).andExpect(status().isNotFound());
        mvc.perform(by(Role.STAFF, post(path + "/" + UUID.randomUUID() + "/apply"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer", is("/suggestion")));
    }

    @Test
    void otherDepartmentsSchedulesAreNotSeen() throws Exception {
        ScheduleId foreign = schedules
                .findOrCreate(new ScheduleScope("CSE", null, null, "2024-25"))
                .id();
        mvc.perform(by(Role.STAFF, get("/api/schedules/" + foreign + "/preflight")))
                .andExpect(status().isNotFound());
        mvc.perform(by(Role.STAFF, post("/admin/schedules/" + foreign + "/explanation")))
                .andExpect(status().isNotFound());
        mvc.perform(by(Role.FACULTY, get(tab()))).andExpect(status().isForbidden());
    }
}
