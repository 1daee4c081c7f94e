package org.horarium.server.schedule.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.Schedule;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.ScheduleStatus;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.horarium.server.testing.TinyCollege;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class SchedulePagesIT {
    private static @Nullable People people;

    @Autowired
    MockMvc mvc;

    @Autowired
    Schedules schedules;

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
    void noSchedules() {
        jdbc.sql("DELETE FROM schedule").update();
    }

    @Test
    void withoutSchedulesThePageSaysSoAndLeadsToTheForm() throws Exception {
        mvc.perform(by(Role.STAFF, get("/admin/schedules")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("No schedules yet")))
                .andExpect(content().string(containsString("href=\"/admin/schedules/new\"")));
    }

    @Test
    void theFormOffersOwnDepartmentsOnly() throws Exception {
        mvc.perform(by(Role.STAFF, get("/admin/schedules/new")))
                .andExpect(content().string(containsString("Electrical Engineering")))
                .andExpect(content().string(not(containsString("Computer Science"))));
        mvc.perform(by(Role.ADMIN, get("/admin/schedules/new")))
                .andExpect(content().string(containsString("Computer Science")))
                .andExpect(content().string(not(containsString("No term yet"))));
    }

    @Test
    void aNewScheduleIsMadeAndShown() throws Exception {
        String address = Objects.requireNonNull(mvc.perform(by(Role.ADMIN, post("/admin/schedules"))
                        .param("term", "T1")
                        .param("departments", "CSE", "EEE")
                        .param("groups", "2024-CSE"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(address).startsWith("/admin/schedules/");
        mvc.perform(by(Role.ADMIN, get(address)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("2024-CSE, First term")))
                .andExpect(content().string(containsString("Nothing. A timetable can be made.")));
        mvc.perform(by(Role.ADMIN, get("/api/schedules")))
                .andExpect(jsonPath("$.items[0].batches[0]", is("2024-CSE")))
                .andExpect(jsonPath("$.items[0].status", is("DRAFT")));
        assertThat(jdbc.sql("SELECT count(*) FROM audit_entry WHERE action = 'schedule.created'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void allFaultsOfTheFormAreShownAtTheirFieldsAndNothingIsSaved() throws Exception {
        mvc.perform(by(Role.STAFF, post("/admin/schedules"))
                        .param("term", "T9")
                        .param("departments", "CSE")
                        .param("groups", "2024-EEE")
                        .param("name", "x".repeat(201)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("There is no term (T9)")))
                .andExpect(content().string(containsString("The department (CSE) is not among yours")))
                .andExpect(content().string(containsString("There is no batch (2024-EEE)")))
                .andExpect(content().string(containsString("at most 200 characters")))
                .andExpect(content().string(containsString("id=\"term-error\"")));
        mvc.perform(by(Role.STAFF, post("/admin/schedules")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose a term.")))
                .andExpect(content().string(containsString("Choose at least one department.")));
        assertThat(jdbc.sql("SELECT count(*) FROM schedule").query(Long.class).single())
                .isZero();
    }

    @Test
    void whatIsMissingIsSaidWithALinkToTheRecord() throws Exception {
        Schedule schedule = schedules.findOrCreate(new ScheduleScope("EEE", null, null, "2024-25"));
        jdbc.sql("UPDATE room SET capacity = 5").update();
        try {
            mvc.perform(by(Role.STAFF, get("/admin/schedules/" + schedule.id())))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("A timetable can be made"))))
                    .andExpect(content().string(containsString("CIRCUITS-lecture")))
                    .andExpect(content().string(containsString("href=\"/admin/data/courses?q=CIRCUITS\"")));
        } finally {
            jdbc.sql("UPDATE room SET capacity = 200").update();
        }
    }

    @Test
    void aDepartmentWithoutBatchesSaysSo() throws Exception {
        Schedule schedule = schedules.findOrCreate(new ScheduleScope("ART", null, null, "2024-25"));
        mvc.perform(by(Role.ADMIN, get("/admin/schedules/" + schedule.id())))
                .andExpect(content().string(containsString("no batch with a section")));
    }

    @Test
    void schedulesOfOtherDepartmentsAreNotThere() throws Exception {
        Schedule other = schedules.findOrCreate(new ScheduleScope("CSE", null, null, "2024-25"));
        mvc.perform(by(Role.STAFF, get("/admin/schedules/" + other.id()))).andExpect(status().isNotFound());
        mvc.perform(by(Role.STAFF, get("/api/schedules/" + other.id()))).andExpect(status().isNotFound());
        mvc.perform(by(Role.STAFF, post("/admin/schedules/" + other.id() + "/steps"))
                        .param("step", "LOCK"))
                .andExpect(status().isNotFound());
        mvc.perform(by(Role.FACULTY, get("/admin/schedules"))).andExpect(status().isForbidden());
        mvc.perform(by(Role.ADMIN, get("/api/schedules/" + UUID.randomUUID()))).andExpect(status().isNotFound());
        mvc.perform(by(Role.ADMIN, get("/api/schedules/7"))).andExpect(status().isBadRequest());
    }

    @Test
    void aSharedScheduleIsSeenByEachDepartmentAndChangedByNeitherAlone() throws Exception {
        String address = Objects.requireNonNull(mvc.perform(by(Role.ADMIN, post("/admin/schedules"))
                        .param("term", "T1")
                        .param("departments", "CSE", "EEE"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        mvc.perform(by(Role.STAFF, get(address)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Change the status"))));
        mvc.perform(by(Role.STAFF, post(address + "/steps")).param("step", "LOCK"))
                .andExpect(status().isForbidden());
    }

    @Test
    void stepsAreTakenAndRefusedByTheTable() throws Exception {
        Schedule schedule = schedules.findOrCreate(new ScheduleScope("EEE", null, null, "2024-25"));
        String address = "/admin/schedules/" + schedule.id();
        mvc.perform(by(Role.STAFF, post(address + "/steps")).param("step", "LOCK"))
                .andExpect(redirectedUrl(address))
                .andExpect(flash().attribute("flash", "schedule.done.LOCK"));
        assertThat(schedules.get(schedule.id()).status()).isEqualTo(ScheduleStatus.LOCKED);
        mvc.perform(by(Role.STAFF, post(address + "/steps")).param("step", "LOCK"))
                .andExpect(flash().attribute("flashError", containsString("is LOCKED")));
        mvc.perform(by(Role.STAFF, get(address))).andExpect(content().string(containsString("Reopen as a draft")));
        mvc.perform(by(Role.STAFF, post(address + "/steps")).param("step", "REOPEN"))
                .andExpect(flash().attribute("flash", "schedule.done.REOPEN"));
        mvc.perform(by(Role.STAFF, post(address + "/steps")).param("step", "BEGIN_ALLOCATION"))
                .andExpect(status().isBadRequest());
        assertThat(schedules.get(schedule.id()).status()).isEqualTo(ScheduleStatus.DRAFT);
    }

    /** Who may take the steps that people take: whoever looks after all departments of the schedule. */
    @ParameterizedTest
    @CsvSource({
        "ADMIN, EEE, 302",
        "ADMIN, CSE, 302",
        "STAFF, EEE, 302",
        "STAFF, CSE, 404",
        "FACULTY, EEE, 403",
        "STUDENT, EEE, 403"
    })
    void theStatusIsChangedByWhoLooksAfterTheSchedule(Role role, String department, int expected) throws Exception {
        Schedule schedule = schedules.findOrCreate(new ScheduleScope(department, null, null, "2024-25"));
        for (String step : List.of("COLLECT", "LOCK", "REOPEN")) {
            ScheduleStatus before = schedules.get(schedule.id()).status();
            mvc.perform(by(role, post("/admin/schedules/" + schedule.id() + "/steps"))
                            .param("step", step))
                    .andExpect(status().is(expected));
            assertThat(schedules.get(schedule.id()).status() == before)
                    .as("%s by %s", step, role)
                    .isEqualTo(expected != 302);
        }
    }

    @Test
    void cursorsWalkTheListFromTheNewest() throws Exception {
        for (int i = 0; i < 5; i++) {
            mvc.perform(by(Role.ADMIN, post("/admin/schedules"))
                    .param("term", "T1")
                    .param("departments", "EEE")
                    .param("name", "Number " + i));
        }
        String first = Objects.requireNonNull(mvc.perform(by(Role.ADMIN, get("/api/schedules?limit=3")))
                .andExpect(jsonPath("$.items[0].name", is("Number 4")))
                .andExpect(jsonPath("$.items.length()", is(3)))
                .andReturn()
                .getResponse()
                .getHeader("Link"));
        String next = first.substring(first.indexOf("next=") + 5, first.indexOf('>'));
        mvc.perform(by(Role.ADMIN, get("/api/schedules?limit=3").param("next", next)))
                .andExpect(jsonPath("$.items[0].name", is("Number 1")))
                .andExpect(jsonPath("$.items.length()", is(2)))
                .andExpect(jsonPath("$.next").isEmpty());
        mvc.perform(by(Role.ADMIN, get("/api/schedules").param("next", "bm9uc2Vuc2U")))
                .andExpect(status().isBadRequest());
    }

    private static MockHttpServletRequestBuilder by(Role role, MockHttpServletRequestBuilder request) {
        return Objects.requireNonNull(people).by(role, request);
    }
}
