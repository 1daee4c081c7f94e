package org.horarium.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import java.util.Set;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@IntegrationTest
class AccountAdminIT {
    private static String token = "";
    private static long adminId;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    PasswordEncoder encoder;

    @BeforeAll
    static void admin(@Autowired Accounts accounts, @Autowired ApiTokens tokens) {
        adminId = accounts.create(NewAccount.of("root@example.org", "Root", Role.ADMIN, "a long password"));
        token = tokens.issue(new AccountId(adminId), "test", Set.of(TokenScope.ALL), ApiTokens.LIFETIME)
                .token();
    }

    @Test
    void anAccountIsMadeChangedAndLocked() throws Exception {
        MvcResult made = mvc.perform(form("/admin/accounts", "Grace@Example.org", "Grace", "STAFF", "CSE, ECE"))
                .andExpect(redirectedUrl("/admin/accounts"))
                .andExpect(flash().attributeExists("newPassword"))
                .andReturn();
        Accounts.Credentials credentials = Objects.requireNonNull(accounts.credentials("grace@example.org"));
        assertThat(encoder.matches((String) made.getFlashMap().get("newPassword"), credentials.hash()))
                .isTrue();
        long id = credentials.accountId();
        assertThat(Objects.requireNonNull(accounts.actor(id)).departments()).containsExactlyInAnyOrder("CSE", "ECE");

        mvc.perform(form("/admin/accounts/" + id, "ignored@example.org", "Grace H.", "FACULTY", ""))
                .andExpect(redirectedUrl("/admin/accounts"));
        Actor changed = Objects.requireNonNull(accounts.actor(id));
        assertThat(changed.role()).isEqualTo(Role.FACULTY);
        assertThat(changed.email()).isEqualTo("grace@example.org");
        assertThat(changed.departments()).isEmpty();
        mvc.perform(get("/admin/accounts/" + id).header("Authorization", "Bearer " + token))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Grace H.")));

        mvc.perform(get("/admin/accounts").header("Authorization", "Bearer " + token))
                .andExpect(content().string(not(containsString("bi-lock"))));
        mvc.perform(post("/admin/accounts/" + id + "/enabled")
                        .param("enabled", "false")
                        .header("Authorization", "Bearer " + token))
                .andExpect(redirectedUrl("/admin/accounts"));
        assertThat(accounts.actor(id)).isNull();
        mvc.perform(get("/admin/accounts").header("Authorization", "Bearer " + token))
                .andExpect(content().string(containsString("bi-lock")));
    }

    @Test
    void whatIsWrongIsShownAtTheField() throws Exception {
        mvc.perform(form("/admin/accounts", "not an address", " ", "STUDENT", ""))
                .andExpect(redirectedUrl("/admin/accounts/new"))
                .andExpect(flash().attributeExists("emailError", "nameError", "form"));
        mvc.perform(form("/admin/accounts", "ROOT@example.org", "Again", "STUDENT", ""))
                .andExpect(flash().attribute("emailError", containsString("already")));
    }

    @Test
    void administratorsCannotShutThemselvesOut() throws Exception {
        mvc.perform(form("/admin/accounts/" + adminId, "root@example.org", "Root", "STUDENT", ""))
                .andExpect(redirectedUrl("/admin/accounts"));
        assertThat(Objects.requireNonNull(accounts.actor(adminId)).role()).isEqualTo(Role.ADMIN);
        mvc.perform(post("/admin/accounts/" + adminId + "/enabled")
                        .param("enabled", "false")
                        .header("Authorization", "Bearer " + token))
                .andExpect(status().isBadRequest());
        assertThat(accounts.actor(adminId)).isNotNull();
    }

    private static MockHttpServletRequestBuilder form(
            String path, String email, String name, String role, String departments) {
        return post(path)
                .header("Authorization", "Bearer " + token)
                .param("email", email)
                .param("name", name)
                .param("role", role)
                .param("departments", departments)
                .param("personnelCode", "")
                .param("studentCode", "");
    }
}
