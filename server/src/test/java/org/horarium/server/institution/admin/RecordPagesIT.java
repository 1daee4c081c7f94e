package org.horarium.server.institution.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.Objects;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.horarium.server.testing.TinyCollege;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Records by forms and by REST. */
@IntegrationTest
class RecordPagesIT {
    private static @Nullable People people;

    @Autowired
    MockMvc mvc;

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

    private MockHttpServletResponse ask(Role role, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(Objects.requireNonNull(people).by(role, request))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse json(MockHttpServletRequestBuilder request, String body) throws Exception {
        return ask(Role.ADMIN, request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    @ParameterizedTest
    @EnumSource(org.horarium.server.institution.records.RecordKind.class)
    void everyKindHasItsPages(org.horarium.server.institution.records.RecordKind kind) throws Exception {
        for (String page : new String[] {"", "/new"}) {
            MockHttpServletResponse answer = ask(Role.ADMIN, get("/admin/data/" + kind.path() + page));
            assertThat(answer.getStatus()).as(kind.path() + page).isEqualTo(200);
            assertThat(answer.getContentAsString()).as("texts that are missing").doesNotContain("??");
        }
    }

    @Test
    void aFormMakesARecordAndTellsWhatIsWrong() throws Exception {
        MockHttpServletResponse wrong =
                ask(Role.ADMIN, post("/admin/data/rooms").param("v.code", "F1").param("v.capacity", "none"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("is not a whole number", "value=\"F1\"");
        MockHttpServletResponse made = ask(
                Role.ADMIN,
                post("/admin/data/rooms")
                        .param("v.code", "F1")
                        .param("v.name", "Form 1")
                        .param("v.type", "lecture")
                        .param("v.capacity", "12")
                        .param("p.equipment", "")
                        .param("v.equipment.number", "3", "", "")
                        .param("v.equipment.what", "scope", "beamer", "")
                        .param("p.unavailable", "")
                        .param("v.unavailable", "1/09:00", "1/10:00", "2/13:00")
                        .param("v.unavailable.rest", "friday 7:00-8:00"));
        assertThat(made.getStatus()).isEqualTo(302);
        assertThat(ask(Role.ADMIN, get("/api/data/rooms/F1")).getContentAsString())
                .contains("\"3 scope; 1 beamer\"", "\"monday 09:00-11:00; tuesday 13:00-14:00; friday 07:00-08:00\"");
        String form = ask(Role.ADMIN, get("/admin/data/rooms/records/F1")).getContentAsString();
        assertThat(form).contains("friday 07:00-08:00").containsPattern("value=\"1/10:00\"[^>]*checked");
    }

    @Test
    void theSecondOfTwoEditorsSeesBothVersions() throws Exception {
        assertThat(ask(
                                Role.ADMIN,
                                post("/admin/data/rooms/records/N1")
                                        .param("version", "0")
                                        .param("v.capacity", "81"))
                        .getStatus())
                .isEqualTo(302);
        MockHttpServletResponse second = ask(
                Role.ADMIN,
                post("/admin/data/rooms/records/N1").param("version", "0").param("v.capacity", "82"));
        assertThat(second.getStatus()).isEqualTo(412);
        assertThat(second.getContentAsString()).contains("value=\"82\"", ">81<", "name=\"version\" value=\"1\"");
    }

    @Test
    void theSecondOfTwoEditorsOfTheCollegeSeesBothVersions() throws Exception {
        String form = ask(Role.ADMIN, get("/admin/data/college")).getContentAsString();
        String version = form.replaceFirst("(?s).*name=\"version\" value=\"(-?\\d+)\".*", "$1");
        assertThat(college("First name", "7", version).getStatus()).isEqualTo(302);
        MockHttpServletResponse second = college("Second name", "9", version);
        assertThat(second.getStatus()).isEqualTo(412);
        assertThat(second.getContentAsString()).contains("value=\"Second name\"", ">First name<", "value=\"9\"", ">7<");
        String next = second.getContentAsString().replaceFirst("(?s).*name=\"version\" value=\"(-?\\d+)\".*", "$1");
        assertThat(college("Second name", "9", next).getStatus()).isEqualTo(302);
    }

    private MockHttpServletResponse college(String name, String spread, String version) throws Exception {
        return ask(
                Role.ADMIN,
                post("/admin/data/college")
                        .param("name", name)
                        .param("preferences", "3")
                        .param("studentGaps", "2")
                        .param("spread", spread)
                        .param("loadBalance", "1")
                        .param("roomFit", "1")
                        .param("version", version));
    }

    @Test
    void restNeedsTheVersionThatWasRead() throws Exception {
        MockHttpServletResponse made = json(post("/api/data/buildings"), "{\"code\": \"WEST\", \"name\": \"West\"}");
        assertThat(made.getStatus()).isEqualTo(201);
        String tag = String.valueOf(made.getHeader("ETag"));
        assertThat(json(put("/api/data/buildings/WEST"), "{\"name\": \"x\"}").getStatus())
                .isEqualTo(428);
        MockHttpServletResponse changed =
                json(put("/api/data/buildings/WEST").header("If-Match", tag), "{\"name\": \"West wing\"}");
        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(json(put("/api/data/buildings/WEST").header("If-Match", tag), "{\"name\": \"y\"}")
                        .getStatus())
                .isEqualTo(412);
        MockHttpServletResponse odd =
                json(put("/api/data/buildings/WEST").header("If-Match", tag), "{\"colour\": \"red\"}");
        assertThat(odd.getStatus()).isEqualTo(400);
        assertThat(odd.getContentAsString()).contains("/colour");
        assertThat(json(delete("/api/data/buildings/NORTH").header("If-Match", "\"0\""), "")
                        .getStatus())
                .as("rooms are in it")
                .isEqualTo(409);
        MockHttpServletResponse gone = json(
                delete("/api/data/buildings/WEST").header("If-Match", String.valueOf(changed.getHeader("ETag"))), "");
        assertThat(gone.getStatus()).isEqualTo(204);
        assertThat(json(post("/api/data/undo/" + gone.getHeader("Horarium-Undo")), "")
                        .getStatus())
                .isEqualTo(200);
        assertThat(ask(Role.ADMIN, get("/api/data/buildings/WEST")).getContentAsString())
                .contains("West wing");
    }

    @Test
    void manyAreChangedAtOnceOrNone() throws Exception {
        ask(
                Role.ADMIN,
                post("/admin/data/rooms/bulk")
                        .param("action", "change")
                        .param("codes", "S1", "A1")
                        .param("column", "building")
                        .param("value", "SOUTH"));
        assertThat(ask(Role.ADMIN, get("/api/data/rooms/A1")).getContentAsString())
                .contains("SOUTH");
        ask(
                Role.STAFF,
                post("/admin/data/rooms/bulk")
                        .param("action", "change")
                        .param("codes", "S1", "N1")
                        .param("column", "capacity")
                        .param("value", "7"));
        assertThat(ask(Role.ADMIN, get("/api/data/rooms/S1")).getContentAsString())
                .as("N1 is not theirs")
                .contains("\"60\"");
    }

    @Test
    void theFormOfATemplateCountsItsActivities() throws Exception {
        assertThat(ask(
                                Role.ADMIN,
                                get("/admin/data/templates/activities")
                                        .param("v.course", "DB")
                                        .param("v.attendees", "subgroup")
                                        .param("v.sessions_per_week", "2"))
                        .getContentAsString())
                .contains("Makes 6 activities a week: 3 groups");
    }

    @Test
    void theOverviewSaysWhatIsMissing() throws Exception {
        String page = ask(Role.ADMIN, get("/admin/data")).getContentAsString();
        assertThat(page).contains("/admin/data/rooms\"", "of 11 done").doesNotContain("??");
    }
}
