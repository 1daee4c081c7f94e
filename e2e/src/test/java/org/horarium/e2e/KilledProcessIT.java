package org.horarium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A power cut in the middle of a generation: the job goes on by itself after the next start, and nothing is doubled. */
class KilledProcessIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Test
    void jobSurvivesKill(@TempDir Path folder) throws Exception {
        try (HorariumProcess horarium = HorariumProcess.start(folder)) {
            ApiClient api = ApiClient.logIn(horarium, "admin");
            String job = api.post(
                            "/api/generation-jobs/generate/",
                            Map.of(
                                    "department_id",
                                    "CSE",
                                    "academic_year",
                                    api.academicYear(),
                                    "time_budget_seconds",
                                    30))
                    .path("job_id")
                    .asString();
            String first = firstVariant(api, job);
            horarium.kill();

            horarium.launch();
            api = ApiClient.logIn(horarium, "admin");
            await(api, job, Set.of("completed"));
            assertThat(firstVariant(api, job)).as("what was ready is kept").isEqualTo(first);
            JsonNode variants = api.get("/api/generation-jobs/" + job + "/variants/");
            assertThat(variants.path("items").size() + variants.path("missing").size())
                    .isEqualTo(5);
            JsonNode events = api.get("/api/generation-jobs/" + job + "/result/")
                    .path("timetable")
                    .path("events");
            assertThat(events.size()).isPositive();
            Set<String> activities = new HashSet<>();
            for (JsonNode event : events) {
                assertThat(activities.add(event.path("activity_id").asString())).isTrue();
            }
        }
    }

    @Test
    void planningOfACentreSurvivesKill(@TempDir Path folder) throws Exception {
        try (HorariumProcess horarium = HorariumProcess.start(folder)) {
            ApiClient api = ApiClient.logIn(horarium, "admin");
            String centre = "/api/assessment-centres/"
                    + api.get("/api/assessment-centres")
                            .path("items")
                            .path(0)
                            .path("id")
                            .asString();
            JsonNode job = api.post(centre + "/jobs", Map.of("seconds", 60));
            String path = centre + "/jobs/" + job.path("job_id").asString();
            awaitAt(api, path, Set.of("running"));
            horarium.kill();

            horarium.launch();
            api = ApiClient.logIn(horarium, "admin");
            awaitAt(api, path, Set.of("completed"));
            assertThat(api.get(path).path("attempt").intValue()).isGreaterThan(1);
            // the plan of the demo data, and one more
            assertThat(api.get(centre + "/plans").size()).isEqualTo(2);
        }
    }

    /** Key of the balanced variant, as soon as it is there. */
    private static String firstVariant(ApiClient api, String job) throws Exception {
        Instant limit = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(limit)) {
            JsonNode items =
                    api.get("/api/generation-jobs/" + job + "/variants/").path("items");
            if (!items.isEmpty()) {
                return items.path(0).path("variant_id").asString();
            }
            Thread.sleep(300);
        }
        throw new AssertionError("The job has made no variant.");
    }

    private static void await(ApiClient api, String job, Set<String> wanted) throws Exception {
        awaitAt(api, "/api/generation-jobs/" + job + "/status/", wanted);
    }

    private static void awaitAt(ApiClient api, String path, Set<String> wanted) throws Exception {
        Instant limit = Instant.now().plus(LIMIT);
        String status = "unknown";
        while (Instant.now().isBefore(limit)) {
            status = api.get(path).path("status").asString();
            if (wanted.contains(status)) {
                return;
            }
            assertThat(status).isIn("queued", "running", "completed");
            Thread.sleep(300);
        }
        throw new AssertionError("The job is still %s.".formatted(status));
    }
}
