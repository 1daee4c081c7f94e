package org.horarium.server.approval.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.approval.ApprovalSettings;
import org.horarium.server.approval.Workflow;
import org.horarium.server.platform.Settings;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.horarium.server.testing.Revisions;
import org.horarium.server.testing.TinyCollege;
import org.horarium.server.timetable.Revision;
import org.horarium.server.timetable.RevisionStatus;
import org.horarium.server.timetable.Timetables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** From a draft to what a lecturer sees, page by page. */
@IntegrationTest
class ReviewPagesIT {
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

    private static MockHttpServletRequestBuilder by(Role role, MockHttpServletRequestBuilder request) {
        return Objects.requireNonNull(people).by(role, request);
    }

    @Test
    void submitAskForChangesSubmitAgainApprovePublishAndSee() throws Exception {
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        UUID schedule = revisions.schedule("EEE").id().value();
        UUID empty = revisions.schedule("ART").id().value();
        mvc.perform(by(Role.ADMIN, get("/admin/schedules/" + empty + "/review")))
                .andExpect(content().string(containsString("There is nothing to review yet")));
        Revision draft = revisions.draft(
                revisions.schedule("EEE").id(), List.of(Revisions.circuits(DayOfWeek.TUESDAY, 2, "S1")));
        String page = "/admin/schedules/" + schedule + "/review";
        String steps = page + "/" + draft.workflow() + "/steps";

        mvc.perform(by(Role.STAFF, get(page).param("revision", "" + draft.number())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Submit for review")));
        step(Role.STAFF, steps, "SUBMIT_FOR_REVIEW", "").andExpect(flash().attributeExists("flash"));
        mvc.perform(by(Role.ADMIN, get("/admin/approvals")))
                .andExpect(content()
                        .string(allOf(containsString("Waits for a decision"), containsString("staff@tiny.example"))));
        mvc.perform(by(Role.ADMIN, get("/"))).andExpect(content().string(containsString("href=\"/admin/approvals\"")));
        mvc.perform(by(Role.STAFF, get(page).param("revision", "" + draft.number())))
                .andExpect(content().string(containsString("somebody else has to approve")))
                .andExpect(content().string(not(containsString("value=\"APPROVE\""))));

        step(Role.ADMIN, steps, "REQUEST_REVISION", " ").andExpect(flash().attributeExists("flashError"));
        step(Role.ADMIN, steps, "REQUEST_REVISION", "Not before ten.").andExpect(flash().attributeExists("flash"));
        mvc.perform(by(Role.STAFF, get(page).param("revision", "" + draft.number())))
                .andExpect(content().string(containsString("Not before ten.")));

        step(Role.STAFF, steps, "SUBMIT_FOR_REVIEW", "It is at ten.");
        step(Role.ADMIN, steps, "APPROVE", "").andExpect(flash().attributeExists("flash"));
        mvc.perform(by(Role.FACULTY, get("/timetable")))
                .andExpect(content().string(containsString("Your timetable is not ready yet")));
        mvc.perform(by(Role.ADMIN, get(page).param("revision", "" + draft.number())))
                .andExpect(content().string(containsString("1 people are concerned: 1 who teach, 0 who study.")));
        mvc.perform(by(Role.STUDENT, get("/timetable")))
                .andExpect(content().string(containsString("Your timetable is not ready yet")));
        step(Role.STAFF, steps, "PUBLISH", "").andExpect(flash().attributeExists("flashError"));
        step(Role.ADMIN, steps, "PUBLISH", "See you.").andExpect(flash().attributeExists("flash"));

        mvc.perform(by(Role.FACULTY, get("/timetable")))
                .andExpect(
                        content().string(allOf(containsString("CIRCUITS lecture"), containsString("in force since"))));
        assertThat(timetables.find(draft.id()).orElseThrow().status()).isEqualTo(RevisionStatus.PUBLISHED);
        mvc.perform(by(Role.ADMIN, get("/admin/audit").param("q", "Not before ten")))
                .andExpect(content()
                        .string(allOf(
                                containsString("approval.request_revision"), containsString("admin@tiny.example"))));
        mvc.perform(by(Role.STAFF, get(page + "/" + draft.workflow() + "/checks")))
                .andExpect(content().string(containsString("POWER lab")));
    }

    private ResultActions step(Role who, String steps, String action, String comments) throws Exception {
        return mvc.perform(by(who, post(steps)).param("action", action).param("comments", comments))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void aCommentIsAboutAnActivityAndCanBeSettled() throws Exception {
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        Revision draft = revisions.draft(
                revisions.schedule("EEE").id(), List.of(Revisions.circuits(DayOfWeek.TUESDAY, 2, "S1")));
        String page = "/admin/schedules/" + draft.schedule() + "/review";
        mvc.perform(by(Role.ADMIN, post(page + "/" + draft.workflow() + "/comments"))
                        .param("activity", "CIRCUITS-lecture/2024-EEE/1")
                        .param("text", "<b>Too early</b>"))
                .andExpect(redirectedUrl(page + "?revision=" + draft.number()));
        mvc.perform(by(Role.STAFF, get(page).param("revision", "" + draft.number())))
                .andExpect(content().string(containsString("&lt;b&gt;Too early&lt;/b&gt;")));
        mvc.perform(by(Role.STAFF, post(page + "/" + draft.workflow() + "/comments"))
                        .param("text", " "))
                .andExpect(flash().attributeExists("flashError"));
    }

    @Test
    void programsCommentAndSettleToo() throws Exception {
        Revisions revisions = new Revisions(timetables, schedules, workflow);
        Revision draft = revisions.draft(
                revisions.schedule("EEE").id(), List.of(Revisions.circuits(DayOfWeek.TUESDAY, 2, "S1")));
        String path = "/api/timetable-workflow/" + draft.workflow() + "/comments";
        String said = mvc.perform(by(Role.ADMIN, post(path))
                        .contentType("application/json")
                        .content("{\"activity\": \"CIRCUITS-lecture/2024-EEE/1\", \"text\": \" Too early \"}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$[0].author").value("admin@tiny.example"))
                .andExpect(jsonPath("$[0].text").value("Too early"))
                .andExpect(jsonPath("$[0].resolved_by").isEmpty())
                .andReturn()
                .getResponse()
                .getContentAsString();
        int id = JsonPath.read(said, "$[0].id");
        mvc.perform(by(Role.STAFF, post(path + "/" + id + "/resolve")))
                .andExpect(jsonPath("$[0].resolved_by").value("staff@tiny.example"));
        mvc.perform(by(Role.STAFF, post(path + "/" + (id + 1) + "/resolve"))).andExpect(status().isNotFound());
        mvc.perform(by(Role.STAFF, post(path))
                        .contentType("application/json")
                        .content("{\"activity\": \"nothing\", \"text\": \"About what?\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("/activity"));
        Revision foreign = revisions.draft(
                revisions.schedule("ART").id(), List.of(Revisions.circuits(DayOfWeek.TUESDAY, 2, "S1")));
        mvc.perform(by(Role.STAFF, get("/api/timetable-workflow/" + foreign.workflow() + "/comments")))
                .andExpect(status().isNotFound());
    }

    @Test
    void settingsAreSwitchedByAdministrators() throws Exception {
        mvc.perform(by(Role.ADMIN, post("/admin/settings")).param("on", "approval.staff-publishes"))
                .andExpect(status().is3xxRedirection());
        assertThat(settings.isOn(ApprovalSettings.STAFF_PUBLISHES)).isTrue();
        assertThat(settings.isOn(ApprovalSettings.FOUR_EYES)).isFalse();
        mvc.perform(by(Role.ADMIN, post("/admin/settings")).param("on", "approval.four-eyes"))
                .andExpect(status().is3xxRedirection());
        assertThat(settings.isOn(ApprovalSettings.FOUR_EYES)).isTrue();
        mvc.perform(by(Role.ADMIN, get("/admin/settings")))
                .andExpect(content().string(containsString("checked=\"checked\"")));
        mvc.perform(by(Role.ADMIN, get("/admin/audit").param("q", "settings.change")))
                .andExpect(content().string(containsString("approval.staff-publishes")));
    }
}
