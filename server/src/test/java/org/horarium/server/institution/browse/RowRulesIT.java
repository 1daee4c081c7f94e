package org.horarium.server.institution.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.horarium.server.testing.TinyCollege;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Role × endpoint: which rows each person gets, or the status they are refused with. */
@IntegrationTest
class RowRulesIT {
    private static @Nullable People people;

    @Autowired
    MockMvc mvc;

    @Autowired
    JsonMapper json;

    @BeforeAll
    static void college(
            @Autowired Colleges colleges,
            @Autowired Schedules schedules,
            @Autowired Accounts accounts,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json)
            throws Exception {
        colleges.insert(TinyCollege.college());
        schedules.findOrCreate(new ScheduleScope("CSE", null, null, "2024-25"));
        schedules.findOrCreate(new ScheduleScope("EEE", null, null, "2024-25"));
        people = new People(accounts, mvc, json);
    }

    @ParameterizedTest(name = "{1} {0}")
    @CsvSource(delimiter = '|', textBlock = """
            departments | ADMIN   | ART CSE EEE
            departments | STAFF   | EEE
            departments | FACULTY | EEE
            departments | STUDENT | CSE
            batches     | ADMIN   | 2024-CSE 2024-EEE 2025-CSE
            batches     | STAFF   | 2024-EEE
            batches     | FACULTY | 2024-CSE 2024-EEE
            batches     | STUDENT | 2024-CSE
            rooms       | ADMIN   | A1 HALL N1 N2 S1
            rooms       | STAFF   | HALL N1 S1
            rooms       | FACULTY | 403
            rooms       | STUDENT | 403
            personnel   | ADMIN   | P1 P2 P3 P4 P5
            personnel   | STAFF   | P3 P5
            personnel   | FACULTY | P3
            personnel   | STUDENT | 403
            courses     | ADMIN   | CIRCUITS DB DRAW GAMES INTRO POWER
            courses     | STAFF   | CIRCUITS POWER
            courses     | FACULTY | CIRCUITS
            courses     | STUDENT | CIRCUITS DB GAMES
            terms       | ADMIN   | T1
            terms       | STAFF   | T1
            terms       | FACULTY | T1
            terms       | STUDENT | T1
            schedules   | ADMIN   | CSE EEE
            schedules   | STAFF   | EEE
            schedules   | FACULTY | 403
            schedules   | STUDENT | 403
            """)
    void listsHoldTheRowsOfTheRole(String kind, Role role, String expected) throws Exception {
        MockHttpServletResponse answer = ask(role, "/api/" + kind + "/");
        if (expected.equals("403")) {
            assertThat(answer.getStatus()).isEqualTo(403);
            assertThat(answer.getContentType()).startsWith("application/problem+json");
            return;
        }
        assertThat(answer.getStatus()).isEqualTo(200);
        List<String> codes = new ArrayList<>();
        for (JsonNode item : json.readTree(answer.getContentAsString()).get("items")) {
            codes.add(
                    kind.equals("schedules")
                            ? item.get("departments").get(0).asString()
                            : item.get("code").asString());
        }
        assertThat(codes).containsExactlyInAnyOrder(expected.split(" "));
    }

    @ParameterizedTest(name = "{1} {0}")
    @CsvSource(delimiter = '|', textBlock = """
            departments/CSE | ADMIN   | 200
            departments/CSE | STAFF   | 404
            departments/EEE | STAFF   | 200
            batches/2024-CSE| STAFF   | 404
            batches/2024-CSE| STUDENT | 200
            batches/2024-EEE| STUDENT | 404
            rooms/N1        | STAFF   | 200
            rooms/N2        | STAFF   | 404
            rooms/N1        | FACULTY | 403
            personnel/P3    | FACULTY | 200
            personnel/P1    | FACULTY | 404
            personnel/P3    | STUDENT | 403
            courses/GAMES   | STUDENT | 200
            courses/DRAW    | STUDENT | 404
            courses/NONE    | ADMIN   | 404
            terms/T1        | STUDENT | 200
            """)
    void aRecordOfSomebodyElseIsNotThere(String path, Role role, int status) throws Exception {
        assertThat(ask(role, "/api/" + path).getStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"ADMIN, 200", "STAFF, 200", "FACULTY, 403", "STUDENT, 403"})
    void pagesOfTheDataAreForAdministratorsAndStaff(Role role, int status) throws Exception {
        for (String page : List.of("", "/departments", "/batches", "/personnel", "/rooms", "/courses", "/terms")) {
            assertThat(ask(role, "/admin/data" + page).getStatus()).as(page).isEqualTo(status);
        }
    }

    @Test
    void pagesHoldTheRowsOfThePerson() throws Exception {
        String rooms = ask(Role.STAFF, "/admin/data/rooms").getContentAsString();
        assertThat(rooms).contains("North 1", "Great hall").doesNotContain("North lab", "Atelier");
    }

    @Test
    void strangersGetNothing() throws Exception {
        assertThat(mvc.perform(get("/api/rooms")).andReturn().getResponse().getStatus())
                .isEqualTo(401);
    }

    private MockHttpServletResponse ask(Role role, String path) throws Exception {
        return mvc.perform(Objects.requireNonNull(people).by(role, get(path)))
                .andReturn()
                .getResponse();
    }
}
