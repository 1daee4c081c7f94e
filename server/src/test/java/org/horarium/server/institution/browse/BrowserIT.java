package org.horarium.server.institution.browse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Actor;
import org.horarium.server.access.Role;
import org.horarium.server.platform.CursorPage;
import org.horarium.server.platform.InvalidInputException;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.horarium.server.testing.TinyCollege;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Cursors, with 120 more rooms than the tiny college has. */
@IntegrationTest
class BrowserIT {
    private static final Actor ADMIN = new Actor(1, "admin@tiny.example", "Admin", Role.ADMIN, Set.of(), null, null);
    private static @Nullable People people;

    @Autowired
    Browser browser;

    @Autowired
    RoomCatalog rooms;

    @Autowired
    CourseCatalog courses;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    @BeforeAll
    static void college(
            @Autowired Colleges colleges,
            @Autowired Accounts accounts,
            @Autowired JdbcClient jdbc,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json)
            throws Exception {
        colleges.insert(TinyCollege.college());
        jdbc.sql("""
                INSERT INTO room (code, name, room_type, capacity)
                SELECT 'X' || to_char(n, 'FM000'), 'Pavilion 100%_' || n, 'lecture', 10 + n FROM generate_series(1, 120) n
                """).update();
        people = new People(accounts, mvc, json);
    }

    @Test
    void cursorsWalkTheWholeListOnceEvenWhenRowsCome() {
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            CursorPage<RoomCatalog.Row> part = browser.after(rooms, ADMIN, "", CursorPage.Request.of(40, next));
            part.items().forEach(row -> seen.add(row.code()));
            next = part.next();
            jdbc.sql("INSERT INTO room (code, name, room_type, capacity) VALUES (?, 'Early', 'lecture', 1)")
                    .param("A0" + seen.size())
                    .update();
        } while (next != null);
        jdbc.sql("DELETE FROM room WHERE name = 'Early'").update();
        assertThat(seen).hasSize(125).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aBadLimitOrCursorIsSaid() {
        assertThatThrownBy(() -> CursorPage.Request.of(0, null))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("(0)");
        assertThatThrownBy(() -> CursorPage.Request.of(201, null)).hasMessageContaining("200");
        assertThatThrownBy(() -> CursorPage.Request.of(10, "§§")).hasMessageContaining("§§");
    }

    @Test
    void restTellsWhereToGoOn() throws Exception {
        mvc.perform(admin("/api/rooms/?limit=2"))
                .andExpect(status().isOk())
                .andExpect(header().string("Link", containsString("</api/rooms?limit=2&next=")))
                .andExpect(header().string("Link", containsString("rel=\"next\"")))
                .andExpect(jsonPath("$.items.length()", is(2)))
                .andExpect(jsonPath("$.items[0].code", is("A1")));
        mvc.perform(admin("/api/rooms?q=HALL"))
                .andExpect(header().doesNotExist("Link"))
                .andExpect(jsonPath("$.next").isEmpty());
        mvc.perform(admin("/api/rooms?limit=many"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"));
        mvc.perform(admin("/api/rooms?limit=1000"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer", is("/limit")));
    }

    @Test
    void aRecordHasItsPartsAndItsVersionAsTag() throws Exception {
        mvc.perform(admin("/api/rooms/S1"))
                .andExpect(header().string("ETag", "\"0\""))
                .andExpect(jsonPath("$.type", is("lecture")))
                .andExpect(jsonPath("$.equipment[0].code", is("scope")))
                .andExpect(jsonPath("$.equipment[0].quantity", is(4)));
        mvc.perform(admin("/api/personnel/P2"))
                .andExpect(jsonPath("$.max_slots_per_week", is(10)))
                .andExpect(jsonPath("$.unavailable[0].day", is("MONDAY")))
                .andExpect(jsonPath("$.unavailable[0].start", is("09:00:00")));
        mvc.perform(admin("/api/terms/T1"))
                .andExpect(jsonPath("$.academic_year", is("2024-25")))
                .andExpect(jsonPath("$.periods.length()", is(5)));
        mvc.perform(admin("/api/courses/DB"))
                .andExpect(jsonPath("$.weekly_activities", is(5)))
                .andExpect(jsonPath("$.templates[1].room_type", is("computer-lab")))
                .andExpect(jsonPath("$.templates[1].personnel[1].role", is("assistant")))
                .andExpect(jsonPath("$.templates[1].weekly_activities", is(3)));
    }

    @Test
    void coursesCountTheActivitiesThatTheyMakeInAWeek() {
        CourseCatalog.Row databases = browser.one(courses, ADMIN, "DB");
        assertThat(databases.templates())
                .extracting(CourseCatalog.Template::weeklyActivities)
                .as("2 lectures of the batch; a lab for A1, A2 and B")
                .containsExactly(2, 3);
        assertThat(databases.weeklyActivities()).isEqualTo(5);
        CourseCatalog.Row games = browser.one(courses, ADMIN, "GAMES");
        assertThat(games.templates())
                .extracting(CourseCatalog.Template::weeklyActivities)
                .as("one seminar of all who chose it; a lab for A1 and B, nobody of A2 chose it")
                .containsExactly(1, 2);
        assertThat(games.students()).isEqualTo(3);
    }

    private MockHttpServletRequestBuilder admin(String path) {
        return Objects.requireNonNull(people).by(Role.ADMIN, get(path));
    }
}
