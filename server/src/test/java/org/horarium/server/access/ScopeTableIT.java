package org.horarium.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.server.access.RoleTableIT.Line;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Scope by endpoint: each line of {@code scope-table.txt} is tried with a token of each scope, and by each role. */
@IntegrationTest
class ScopeTableIT {
    private static final Map<TokenScope, String> OF_ADMIN = new EnumMap<>(TokenScope.class);
    private static final Map<Role, Map<TokenScope, String>> OF_ROLE = new EnumMap<>(Role.class);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    /** A line: the scopes of which one is needed. */
    record Row(HttpMethod method, String path, Set<TokenScope> scopes) {
        Line asked() {
            return new Line(method, path, List.of());
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void accounts(@Autowired Accounts accounts, @Autowired ApiTokens tokens) {
        for (Role role : Role.values()) {
            AccountId id = new AccountId(
                    accounts.create(NewAccount.of(role + "@scopes.example.org", role.name(), role, "a long password")));
            Map<TokenScope, String> own = new EnumMap<>(TokenScope.class);
            for (TokenScope scope : TokenScope.values()) {
                own.put(
                        scope,
                        tokens.issue(id, scope.code(), Set.of(scope), ApiTokens.LIFETIME)
                                .token());
            }
            OF_ROLE.put(role, own);
        }
        OF_ADMIN.putAll(Objects.requireNonNull(OF_ROLE.get(Role.ADMIN)));
    }

    static Stream<Row> rows() {
        return read("scope-table.txt")
                .map(words -> new Row(
                        HttpMethod.valueOf(words.get(0)),
                        words.get(1),
                        words.get(2).equals("any")
                                ? EnumSet.allOf(TokenScope.class)
                                : Stream.concat(
                                                Stream.of("all"),
                                                words.stream().skip(2).filter(word -> !word.equals("-")))
                                        .map(word -> TokenScope.of(word).orElseThrow())
                                        .collect(Collectors.toSet())));
    }

    private static Stream<List<String>> read(String table) {
        try {
            return Files.readAllLines(Path.of("src/test/resources", table), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> List.of(line.strip().split("\\s+")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachScopeOpensWhatTheTableSays(Row row) throws Exception {
        Map<TokenScope, String> expected = new TreeMap<>();
        Map<TokenScope, String> seen = new TreeMap<>();
        for (TokenScope scope : TokenScope.values()) {
            expected.put(scope, row.scopes().contains(scope) ? "yes" : "no");
            seen.put(scope, RoleTableIT.ask(mvc, row.asked(), OF_ADMIN.get(scope)));
        }
        assertThat(seen).as(row.toString()).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void noScopeOpensMoreThanItsOwnerMay(Row row) throws Exception {
        Line roles = RoleTableIT.lines()
                .filter(line -> line.toString().equals(row.toString()))
                .findFirst()
                .orElseThrow();
        TokenScope scope = row.scopes().stream().sorted().findFirst().orElseThrow();
        for (Role role : Role.values()) {
            // the first column of words is for those who are not logged in
            assertThat(RoleTableIT.ask(
                            mvc,
                            row.asked(),
                            Objects.requireNonNull(OF_ROLE.get(role)).get(scope)))
                    .as("%s by %s with %s", row, role, scope.code())
                    .isEqualTo(roles.words().get(1 + role.ordinal()));
        }
    }

    @Test
    void everyPathOfRestHasItsLine() {
        Set<String> known = rows().map(Row::toString).collect(Collectors.toSet());
        assertThat(new TreeSet<>(RoleTableIT.lines()
                        .filter(line -> line.path().startsWith("/api/"))
                        .map(Line::toString)
                        .filter(line -> !known.contains(line))
                        .toList()))
                .as("paths without a line in scope-table.txt; their rule is in ScopeRules")
                .isEmpty();
    }

    @Test
    void pagesAreForTokensForEverythingOnly() throws Exception {
        for (TokenScope scope : TokenScope.values()) {
            mvc.perform(get("/account").header("Authorization", "Bearer " + OF_ADMIN.get(scope)))
                    .andExpect(status().is(scope == TokenScope.ALL ? 200 : 403));
            mvc.perform(get("/health").header("Authorization", "Bearer " + OF_ADMIN.get(scope)))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void aRefusalSaysWhatTheTokenIsForAndWhatIsNeeded() throws Exception {
        mvc.perform(get("/api/data/rooms").header("Authorization", "Bearer " + OF_ADMIN.get(TokenScope.GENERATE)))
                .andExpect(status().isForbidden())
                .andExpect(header().string(
                                "WWW-Authenticate",
                                "Bearer error=\"insufficient_scope\", scope=\"all data:read data:write\""))
                .andExpect(jsonPath("$.detail", containsString("for (generate)")));
    }

    @Test
    void aTokenIsMadeForWhatWasChosen() throws Exception {
        String all = "Bearer " + OF_ADMIN.get(TokenScope.ALL);
        mvc.perform(post("/account/tokens")
                        .header("Authorization", all)
                        .param("label", "reader")
                        .param("scope", "data:read", "timetables:read")
                        .param("days", "7"))
                .andExpect(flash().attributeExists("newToken"));
        assertThat(jdbc.sql("""
                                select array_to_string(scopes, ' ') || ' ' || round(extract(epoch from expires_at - now()) / 86400)
                                from api_token where label = 'reader'
                                """).query(String.class).single()).isEqualTo("data:read timetables:read 7");
        mvc.perform(post("/account/tokens").header("Authorization", all).param("label", "nothing"))
                .andExpect(flash().attribute("scopeError", "account.tokens.scope.rule"));
        mvc.perform(post("/account/tokens")
                        .header("Authorization", all)
                        .param("label", "wrong")
                        .param("scope", "root"))
                .andExpect(status().isBadRequest());
        mvc.perform(post("/account/tokens")
                        .header("Authorization", all)
                        .param("label", "long")
                        .param("scope", "all")
                        .param("days", "9999"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void aPasswordGivesATokenForWhatIsAskedFor() throws Exception {
        String login = "{\"username\": \"admin@scopes.example.org\", \"password\": \"a long password\"%s}";
        mvc.perform(post("/api/auth/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(login.formatted("")))
                .andExpect(jsonPath("$.scopes[0]").value("all"));
        mvc.perform(post("/api/auth/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(login.formatted(", \"scopes\": [\"generate\"]")))
                .andExpect(jsonPath("$.scopes[0]").value("generate"))
                .andExpect(jsonPath("$.scopes.length()").value(1));
        mvc.perform(post("/api/auth/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(login.formatted(", \"scopes\": [\"root\", \"sudo\"]")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()").value(2))
                .andExpect(jsonPath("$.errors[0].pointer").value("/scopes"));
    }
}
