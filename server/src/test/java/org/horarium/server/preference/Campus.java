package org.horarium.server.preference;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.schedule.ScheduleId;
import org.horarium.server.schedule.ScheduleScope;
import org.horarium.server.schedule.Schedules;
import org.horarium.server.testing.People;
import org.horarium.server.testing.TinyCollege;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The tiny college with people in it, and what a browser does in the portal. In the schedule of CSE can be asked: P1 and P2
 * (for DB-lecture, DB-lab, INTRO-lecture, …) of CSE, and P3 and P5 of EEE (for CIRCUITS-lecture).
 */
public final class Campus {
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

    final MockMvc mvc;
    final JdbcClient jdbc;
    /** Somebody of each role. */
    public final People people;
    /** The schedule of CSE. */
    public final ScheduleId schedule;

    /** Fills an empty database. */
    public Campus(
            Colleges colleges, Schedules schedules, Accounts accounts, MockMvc mvc, JsonMapper json, JdbcClient jdbc)
            throws Exception {
        colleges.insert(TinyCollege.college());
        this.mvc = mvc;
        this.jdbc = jdbc;
        people = new People(accounts, mvc, json);
        schedule = schedules
                .findOrCreate(new ScheduleScope("CSE", null, null, "2024-25"))
                .id();
    }

    /** Address of the Personnel tab. */
    public String tab() {
        return "/admin/schedules/" + schedule + "/personnel";
    }

    /** Opens the round, or sets another deadline. */
    public void open() throws Exception {
        mvc.perform(people.by(Role.ADMIN, post(tab() + "/round"))
                        .param(
                                "deadline",
                                LocalDateTime.now(ZoneOffset.UTC)
                                        .plusDays(3)
                                        .withSecond(0)
                                        .withNano(0)
                                        .toString())
                        .param("zone", "UTC")
                        .param("vetoBudget", "1")
                        .param("note", "Thank you"))
                .andExpect(org.springframework.test.web.servlet.result.MockMvcResultMatchers.status()
                        .is3xxRedirection());
    }

    /** The token of a new link of a person. */
    String token(String person) throws Exception {
        String link = mvc.perform(people.by(Role.ADMIN, post(tab() + "/link"))
                        .header("X-Requested-With", "copy")
                        .param("person", person))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return link.substring(link.indexOf("token=") + 6, link.lastIndexOf('"'));
    }

    UUID template(String code) {
        return jdbc.sql("SELECT id FROM activity_template WHERE code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    /** Somebody's browser after it opened a link and pressed Continue. */
    public Browser browser(String person) throws Exception {
        Browser browser = new Browser();
        MockHttpServletResponse answer =
                browser.send(post("/preferences/" + schedule + "/enter").param("token", token(person)));
        if (answer.getStatus() != 302) {
            throw new IllegalStateException("entering gave " + answer.getStatus());
        }
        return browser;
    }

    /** Keeps the session's cookie. */
    public final class Browser {
        private @Nullable Cookie session;

        MockHttpServletResponse send(MockHttpServletRequestBuilder request) throws Exception {
            if (session != null) {
                request.cookie(session);
            }
            MockHttpServletResponse response =
                    mvc.perform(request.with(csrf())).andReturn().getResponse();
            Cookie fresh = response.getCookie("SESSION");
            session = fresh == null ? session : fresh;
            return response;
        }

        String sheet() throws Exception {
            return send(get("/preferences/" + schedule + "/sheet")).getContentAsString();
        }

        long version() throws Exception {
            Matcher matcher = VERSION.matcher(sheet());
            if (!matcher.find()) {
                throw new IllegalStateException("no version on the page");
            }
            return Long.parseLong(matcher.group(1));
        }

        /** Sends the form. */
        MockHttpServletResponse post(String action, long version, List<Line> lines, Map<String, String> more)
                throws Exception {
            MockHttpServletRequestBuilder request = form(action, version, lines);
            more.forEach(request::param);
            return send(request);
        }

        MockHttpServletRequestBuilder form(String action, long version, List<Line> lines) {
            MockHttpServletRequestBuilder request =
                    org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                    "/preferences/" + schedule + "/sheet")
                            .param("version", Long.toString(version))
                            .param("action", action);
            for (Line line : lines) {
                request.param("template", line.template().toString())
                        .param("bucket", line.bucket())
                        .param("place", line.place())
                        .param("reason", line.reason());
            }
            return request;
        }

        /** Submits what the lines say, over the draft there is. */
        public MockHttpServletResponse submit(Line... lines) throws Exception {
            return post("submit", version(), List.of(lines), Map.of());
        }
    }

    /** A line of the form. */
    public record Line(UUID template, String bucket, String place, String reason) {}

    /** A line of the form. */
    public Line line(String template, String bucket, int place) {
        return new Line(template(template), bucket, place == 0 ? "" : Integer.toString(place), "");
    }

    Line cannot(String template, String reason) {
        return new Line(template(template), "CANNOT", "", reason);
    }

    <T> T one(String sql, Class<T> type) {
        return Objects.requireNonNull(jdbc.sql(sql).query(type).single());
    }
}
