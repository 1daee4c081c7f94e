package org.horarium.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@IntegrationTest
class AccessIT {
    private static final String PASSWORD = "a long password";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @BeforeAll
    static void accounts(@Autowired Accounts accounts) {
        accounts.create(NewAccount.of("Ada@Example.org", "Ada", Role.STAFF, PASSWORD));
        accounts.create(NewAccount.of("limited@example.org", "Limited", Role.STUDENT, PASSWORD));
    }

    @Test
    void filesOfLibrariesAreNamedWithTheirVersionInEveryPage() throws Exception {
        for (int time = 0; time < 2; time++) {
            mvc.perform(get("/login"))
                    .andExpect(content()
                            .string(matchesPattern("(?s).*\"/webjars/bootstrap/\\d[^\"]*/css/bootstrap.min.css\".*")))
                    .andExpect(content().string(containsString("\"/assets/horarium.css\"")));
        }
    }

    @Test
    void pagesSendStrangersToTheLoginPage() throws Exception {
        mvc.perform(get("/account")).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/login"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"_csrf\"")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'self'")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
    }

    @Test
    void aLoginOpensASessionThatLogoutEnds() throws Exception {
        Cookie session = login("ada@example.org", PASSWORD);
        mvc.perform(get("/account").cookie(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("ada@example.org")));
        mvc.perform(post("/logout").cookie(session).with(csrf())).andExpect(redirectedUrl("/login?logout"));
        mvc.perform(get("/account").cookie(session)).andExpect(redirectedUrl("/login"));
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action = 'access.login' and actor = 'ada@example.org'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void aPostWithoutItsCsrfTokenIsRefused() throws Exception {
        mvc.perform(post("/login").param("username", "ada@example.org").param("password", PASSWORD))
                .andExpect(status().isForbidden());
    }

    @Test
    void tokensOpenTheRestInterfaceUntilTheyAreRevoked() throws Exception {
        String token = token();
        mvc.perform(get("/account").header("Authorization", "Bearer " + token)).andExpect(status().isOk());
        assertThat(jdbc.sql("select count(*) from api_token where position(convert_to(?, 'UTF8') in token_hash) > 0")
                        .param(token)
                        .query(Long.class)
                        .single())
                .as("only a hash is stored")
                .isZero();
        jdbc.sql("update api_token set revoked_at = now()").update();
        mvc.perform(get("/api/anything").header("Authorization", "Bearer " + token))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail", containsString("revoked")));
    }

    @Test
    void theTokenRequestTellsAllThatIsWrong() throws Exception {
        mvc.perform(post("/api/auth/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()", is(2)))
                .andExpect(jsonPath("$.errors[0].pointer", is("/username")));
        mvc.perform(post("/api/auth/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\": \"a\", \"pass\": \"b\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer", is("/pass")))
                .andExpect(jsonPath("$.errors[0].detail", containsString("not known")));
        mvc.perform(post("/api/auth/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\": \"ada@example.org\", \"password\": \"wrong\"}"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void failedLoginsAreLimited() throws Exception {
        for (int i = 0; i < LoginService.MAX_FAILURES; i++) {
            mvc.perform(post("/login")
                            .with(csrf())
                            .param("username", "limited@example.org")
                            .param("password", "wrong"))
                    .andExpect(redirectedUrl("/login?error"));
        }
        mvc.perform(post("/login")
                        .with(csrf())
                        .param("username", "limited@example.org")
                        .param("password", PASSWORD))
                .andExpect(redirectedUrl("/login?limited"));
        mvc.perform(post("/api/auth/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\": \"limited@example.org\", \"password\": \"" + PASSWORD + "\"}"))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "600"));
    }

    @Test
    void aDisabledAccountIsOutAtOnce() throws Exception {
        jdbc.sql(
                        "insert into account (email, name, role, password_hash)"
                                + " select 'gone@example.org', 'Gone', 'ADMIN', password_hash from account where email = 'ada@example.org'")
                .update();
        Cookie session = login("gone@example.org", PASSWORD);
        jdbc.sql("update account set enabled = false where email = 'gone@example.org'")
                .update();
        mvc.perform(get("/account").cookie(session)).andExpect(redirectedUrl("/login"));
    }

    private String token() throws Exception {
        MvcResult result = mvc.perform(post("/api/auth/token/")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"username\": \"ada@example.org\", \"password\": \"" + PASSWORD + "\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.expires_at").isString())
                .andReturn();
        JsonNode answer = json.readTree(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
        return answer.get("token").asString();
    }

    private Cookie login(String email, String password) throws Exception {
        MvcResult result = mvc.perform(
                        post("/login").with(csrf()).param("username", email).param("password", password))
                .andExpect(redirectedUrl("/"))
                .andReturn();
        Cookie session = Objects.requireNonNull(result.getResponse().getCookie("SESSION"), "no session cookie");
        assertThat(session.isHttpOnly()).isTrue();
        return session;
    }
}
