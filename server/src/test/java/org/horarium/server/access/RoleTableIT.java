package org.horarium.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.horarium.server.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Role by endpoint: each line of {@code role-table.txt} is tried by everybody. */
@IntegrationTest
class RoleTableIT {
    private static final List<String> WHO = List.of("nobody", "ADMIN", "STAFF", "FACULTY", "STUDENT");

    /** What {names} in paths stand for: nothing that exists, so no request of the table changes anything. */
    private static final String NO_SUCH_NUMBER = "0";

    private static final String NO_SUCH_UUID = "00000000-0000-0000-0000-000000000000";

    private static final Map<Role, String> TOKENS = new TreeMap<>();

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    record Line(HttpMethod method, String path, List<String> words) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void accounts(@Autowired Accounts accounts, @Autowired ApiTokens tokens) {
        for (Role role : Role.values()) {
            long id = accounts.create(
                    NewAccount.of(role.name() + "@roles.example.org", role.name(), role, "a long password"));
            TOKENS.put(
                    role,
                    tokens.issue(new AccountId(id), "role table", Set.of(TokenScope.ALL), ApiTokens.LIFETIME)
                            .token());
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everybodyGetsWhatTheTableSays(Line line) throws Exception {
        Map<String, String> seen = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        for (int i = 0; i < WHO.size(); i++) {
            expected.put(WHO.get(i), line.words().get(i));
            seen.put(WHO.get(i), ask(line, WHO.get(i)));
        }
        assertThat(seen).as(line.toString()).isEqualTo(expected);
    }

    @Test
    void everyPathHasItsLine() {
        TreeSet<String> known = lines().map(Line::toString).collect(Collectors.toCollection(TreeSet::new));
        TreeSet<String> missing = new TreeSet<>();
        mappings.getHandlerMethods().keySet().forEach(mapping -> {
            for (String pattern : mapping.getPatternValues()) {
                for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                    String wanted = method + " " + pattern;
                    if (!known.contains(wanted)) {
                        missing.add(wanted);
                    }
                }
            }
        });
        assertThat(missing).as("paths without a line in role-table.txt").isEmpty();
    }

    private String ask(Line line, String who) throws Exception {
        return ask(mvc, line, who.equals("nobody") ? null : TOKENS.get(Role.valueOf(who)));
    }

    /** What comes of a request to the path of a line: yes, no or login. */
    static String ask(MockMvc mvc, Line line, @Nullable String token) throws Exception {
        String path = line.path()
                .replaceAll(
                        "\\{[^}]*}",
                        line.path().startsWith("/admin/accounts") || line.path().startsWith("/account")
                                ? NO_SUCH_NUMBER
                                : NO_SUCH_UUID);
        MockHttpServletRequestBuilder request = request(line.method(), path);
        if (line.method() != HttpMethod.GET && path.startsWith("/api/")) {
            request.contentType(MediaType.APPLICATION_JSON).content("{}");
        }
        if (token == null) {
            request.with(csrf());
        } else {
            request.header("Authorization", "Bearer " + token);
        }
        MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
        boolean toLogin = response.getStatus() == 302 && "/login".equals(response.getRedirectedUrl());
        // a wrong password at the token endpoint is a 401 too, but an empty request is a 400
        return toLogin || response.getStatus() == 401 ? "login" : response.getStatus() == 403 ? "no" : "yes";
    }

    static Stream<Line> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(RoleTableIT.class.getResourceAsStream("/role-table.txt")),
                StandardCharsets.UTF_8))) {
            List<Line> lines = new ArrayList<>();
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                if (!text.isBlank() && !text.startsWith("#")) {
                    List<String> words = List.of(text.strip().split("\\s+"));
                    assertThat(words).as(text).hasSize(2 + WHO.size());
                    assertThat(words.subList(2, words.size())).as(text).isSubsetOf("yes", "no", "login");
                    lines.add(new Line(HttpMethod.valueOf(words.get(0)), words.get(1), words.subList(2, words.size())));
                }
            }
            return lines.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
