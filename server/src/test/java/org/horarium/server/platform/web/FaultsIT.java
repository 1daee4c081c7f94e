package org.horarium.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.oneOf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@IntegrationTest
class FaultsIT {
    @Autowired
    MockMvc mvc;

    @LocalServerPort
    int port;

    @Test
    void healthReportsBothServicesWithAndWithoutASlash() throws Exception {
        for (String path : new String[] {"/health", "/health/"}) {
            mvc.perform(get(path))
                    .andExpect(status().isOk())
                    // a fresh database has not heard of its processes yet
                    .andExpect(jsonPath("$.status", is(oneOf("up", "degraded"))))
                    .andExpect(jsonPath("$.services.postgresql", is("up")))
                    .andExpect(jsonPath("$.services.redis", is("up")));
        }
    }

    @Test
    void unknownRestPathsAreProblemDocuments() throws Exception {
        mvc.perform(get("/api/nothing-here").with(user("x").roles("ADMIN")))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type", is("urn:horarium:problem:not-found")));
    }

    @Test
    void restWithoutALoginIsAProblemDocumentToo() throws Exception {
        mvc.perform(get("/api/nothing-here"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void theInterfaceIsDescribed() throws Exception {
        mvc.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/auth/token']").exists());
    }

    @Test
    void errorPagesAreHtmlOverARealConnection() throws IOException, InterruptedException {
        HttpResponse<String> page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/assets/none.css"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("This page does not exist").contains("/assets/horarium.css");
    }
}
