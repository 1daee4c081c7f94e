package org.horarium.server.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.Role;
import org.horarium.server.testing.IntegrationTest;
import org.horarium.server.testing.People;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Without a mail server, as all integration tests run. */
@IntegrationTest
class MailPagesIT {
    private static People people;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @BeforeAll
    static void mail(
            @Autowired Accounts accounts,
            @Autowired MockMvc mvc,
            @Autowired JsonMapper json,
            @Autowired Outbox outbox,
            @Autowired TransactionTemplate transaction)
            throws Exception {
        people = new People(accounts, mvc, json);
        transaction.executeWithoutResult(t -> outbox.add(new OutgoingMail(
                "preference-invitation",
                "round",
                "ada@college.example",
                "Ada <script>",
                "Please say what you prefer",
                MailBody.begin().link("http://localhost/p?token=abc").build(),
                "abc",
                null,
                "hod@college.example")));
    }

    @Test
    void aMailIsKeptAndReadableByAnAdministratorAndThePageSaysWhy() throws Exception {
        UUID id = jdbc.sql("SELECT id FROM mail WHERE status = 'KEPT'")
                .query(UUID.class)
                .single();
        mvc.perform(people.by(Role.ADMIN, get("/admin/mail")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("HORARIUM_SMTP_URL")))
                .andExpect(content().string(containsString("Please say what you prefer")))
                .andExpect(content().string(containsString("Ada &lt;script&gt;")));
        mvc.perform(people.by(Role.ADMIN, get("/admin/mail/" + id)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("http://localhost/p?token=abc")));
        mvc.perform(people.by(Role.ADMIN, get("/admin/mail?q=nobody")))
                .andExpect(content().string(not(containsString("Please say what you prefer"))));
        mvc.perform(people.by(Role.ADMIN, get("/admin/mail?status=SENT")))
                .andExpect(content().string(not(containsString("Please say what you prefer"))));
        mvc.perform(people.by(Role.ADMIN, post("/admin/mail/" + id + "/send")))
                .andExpect(flash().attribute("flashErrorKey", "mail.send.nowhere"));
        assertThat(jdbc.sql("SELECT status FROM mail").query(String.class).list())
                .containsOnly("KEPT");
    }

    @Test
    void nobodyElseReadsMail() throws Exception {
        UUID id = jdbc.sql("SELECT id FROM mail").query(UUID.class).single();
        for (Role role : new Role[] {Role.STAFF, Role.FACULTY, Role.STUDENT}) {
            mvc.perform(people.by(role, get("/admin/mail"))).andExpect(status().isForbidden());
            mvc.perform(people.by(role, get("/admin/mail/" + id))).andExpect(status().isForbidden());
            mvc.perform(people.by(role, post("/admin/mail/" + id + "/send"))).andExpect(status().isForbidden());
        }
    }
}
