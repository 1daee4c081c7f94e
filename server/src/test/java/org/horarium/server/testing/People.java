package org.horarium.server.testing;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.NewAccount;
import org.horarium.server.access.Role;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody of each role in the {@link TinyCollege}, logged in: an administrator, a head of the department EEE, the lecturer
 * P3 of EEE, and the student s5 of the section 2024-CSE-B.
 */
public final class People {
    private static final String PASSWORD = "a long password";

    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    /** Makes the accounts in an empty table and logs in. */
    public People(Accounts accounts, MockMvc mvc, JsonMapper json) throws Exception {
        for (Role role : Role.values()) {
            String email = role.name().toLowerCase(Locale.ROOT) + "@tiny.example";
            accounts.create(new NewAccount(
                    email,
                    role.name(),
                    role,
                    PASSWORD,
                    role == Role.STAFF ? Set.of("EEE") : Set.of(),
                    role == Role.FACULTY ? "P3" : null,
                    role == Role.STUDENT ? "s5" : null));
            String answer = mvc.perform(MockMvcRequestBuilders.post("/api/auth/token")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(json.writeValueAsString(Map.of("username", email, "password", PASSWORD))))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            tokens.put(role, json.readTree(answer).get("token").asString());
        }
    }

    /** A request by the person of a role. */
    public <B extends AbstractMockHttpServletRequestBuilder<B>> B by(Role role, B request) {
        return request.header("Authorization", "Bearer " + tokens.get(role));
    }
}
