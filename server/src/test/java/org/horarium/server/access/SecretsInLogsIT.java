package org.horarium.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** What must not be read by those who read the log: passwords and tokens. */
@IntegrationTest
class SecretsInLogsIT {
    private static final String PASSWORD = "a-very-secret-password";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Test
    void passwordsAndTokensAreNotLogged() throws Exception {
        accounts.create(NewAccount.of("log@tiny.example", "Log Reader", Role.ADMIN, PASSWORD));
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        String token;
        try {
            String answer = mvc.perform(post("/api/auth/token")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"username\": \"log@tiny.example\", \"password\": \"%s\"}".formatted(PASSWORD)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            token = JsonMapper.builder().build().readTree(answer).path("token").asString();
            mvc.perform(post("/api/auth/token")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"username\": \"log@tiny.example\", \"password\": \"%s-wrong\"}"
                                    .formatted(PASSWORD)))
                    .andExpect(status().isUnauthorized());
            mvc.perform(post("/api/auth/token")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"username\": \"log@tiny.example\", \"password\": \"%s\", broken"
                                    .formatted(PASSWORD)))
                    .andExpect(status().is4xxClientError());
            mvc.perform(get("/api/terms").header("Authorization", "Bearer " + token))
                    .andExpect(status().isOk());
            mvc.perform(get("/api/terms").header("Authorization", "Bearer " + token + "-wrong"))
                    .andExpect(status().isUnauthorized());
            LoggerFactory.getLogger(SecretsInLogsIT.class).warn("The log is being read.");
        } finally {
            root.detachAppender(log);
        }
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            all.append(event.getFormattedMessage()).append(event.getMDCPropertyMap());
            if (event.getThrowableProxy() != null) {
                all.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
        assertThat(token).isNotEmpty();
        assertThat(all.toString())
                .contains("The log is being read.")
                .doesNotContain(PASSWORD)
                .doesNotContain(token);
    }
}
