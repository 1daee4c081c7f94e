package org.horarium.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.horarium.server.platform.health.Processes;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What operators see: health, metrics, the page, ids of requests. */
@IntegrationTest
class OperationsIT {
    @Autowired
    Processes processes;

    @Autowired
    MockMvc mvc;

    @Test
    void healthNamesEveryPart() throws Exception {
        mvc.perform(get("/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.services.postgresql", is("up")))
                .andExpect(jsonPath("$.services.redis", is("up")))
                .andExpect(jsonPath("$.services.mail", is("off")))
                .andExpect(jsonPath("$.services.workers").exists())
                .andExpect(jsonPath("$.services.disk").exists());
    }

    @Test
    void metricsAreForThoseWithTheToken() throws Exception {
        mvc.perform(get("/metrics")).andExpect(status().isUnauthorized());
        mvc.perform(get("/metrics").header("Authorization", "Bearer guess")).andExpect(status().isUnauthorized());
        mvc.perform(get("/health")).andExpect(status().isOk());

        String text = mvc.perform(get("/metrics").header("Authorization", "Bearer metrics-token"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(text)
                .contains("horarium_jobs{kind=\"timetable\",status=\"queued\"} 0.0")
                .contains("horarium_jobs_oldest_queued_seconds{kind=\"timetable\"} 0.0")
                .contains("horarium_mail{status=\"waiting\"} 0.0")
                .contains("horarium_part_up{part=\"postgresql\",state=\"up\"} 1.0")
                .containsPattern("http_server_requests_seconds_bucket\\{[^}]*uri=\"/health\"")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void theTokenOpensNothingElse() throws Exception {
        mvc.perform(get("/api/terms").header("Authorization", "Bearer metrics-token"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void thePageShowsPartsProcessesAndFigures() throws Exception {
        // other tests empty all tables; a process says every few seconds that it is there
        while (processes.alive().isEmpty()) {
            Thread.sleep(100);
        }
        String page = mvc.perform(get("/admin/operations").with(user("x").roles("ADMIN")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("Database").contains("horarium.jobs").contains("test@");
    }

    @Test
    void anAnswerCarriesTheIdOfItsRequest() throws Exception {
        mvc.perform(get("/health").header("X-Request-Id", "from-the-proxy-1"))
                .andExpect(header().string("X-Request-Id", "from-the-proxy-1"));
        String own = mvc.perform(get("/health").header("X-Request-Id", "two\nlines"))
                .andReturn()
                .getResponse()
                .getHeader("X-Request-Id");
        assertThat(own).matches("[0-9a-f-]{36}");
    }
}
