package org.horarium.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A server that does no jobs itself, and workers that are killed, hang or have a wrong clock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralWorkersIT {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @SuppressWarnings("NullAway.Init") // before all tests
    private HorariumProcess server;

    @SuppressWarnings("NullAway.Init") // before all tests
    private ApiClient api;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        server = HorariumProcess.start(folder, "--no-worker");
        api = ApiClient.logIn(server, "admin");
    }

    @AfterAll
    void end() {
        server.close();
    }

    @Test
    void whatAKilledWorkerHadBegunIsFinishedByAnother() throws Exception {
        try (WorkerProcess one = WorkerProcess.start(server);
                WorkerProcess two = WorkerProcess.start(server)) {
            String job = generate("CSE", 60);
            WorkerProcess begun = whoBegan(job, one, two);
            WorkerProcess other = begun == one ? two : one;
            await("a plan", () -> progress(job).path("best_cost").isNumber());
            // the best plan is saved every three seconds
            double found = progress(job).path("elapsed_seconds").doubleValue();
            await("some search", () -> progress(job).path("elapsed_seconds").doubleValue() >= found + 8);
            begun.kill();

            await("an end", () -> ended(job));
            assertThat(other.log()).contains("Generation job (%s), attempt (2) begins".formatted(job));
            assertThat(other.log())
                    .contains("Generation job (%s), attempt (2) goes on from what was saved".formatted(job));
            assertThat(attempts(job)).isEqualTo(2);
            assertNothingDoubled(job);
        }
        assertThat(Files.readString(server.data().resolve("logs/horarium.log")))
                .as("the server itself does no jobs")
                .doesNotContain("attempt (1) begins");
    }

    @Test
    void aWorkerThatHungCanNotWriteAnyMore() throws Exception {
        try (WorkerProcess one = WorkerProcess.start(server);
                WorkerProcess two = WorkerProcess.start(server)) {
            String job = generate("ECE", 15);
            WorkerProcess hung = whoBegan(job, one, two);
            await("some search", () -> progress(job).path("elapsed_seconds").doubleValue() >= 2);
            hung.freeze();
            await("an end", () -> ended(job));
            assertThat(attempts(job)).isEqualTo(2);
            String result = api.get("/api/generation-jobs/" + job + "/result/").toString();
            JsonNode ended = api.get("/api/generation-jobs/" + job + "/status/");

            hung.thaw();
            await("a refusal", () -> hung.log().contains("Nothing of this attempt is saved"));
            assertThat(api.get("/api/generation-jobs/" + job + "/status/")).isEqualTo(ended);
            assertThat(api.get("/api/generation-jobs/" + job + "/result/").toString())
                    .isEqualTo(result);
            assertNothingDoubled(job);
        }
    }

    @Test
    void aWorkerWhoseClockIsAMinuteAheadTakesNobodysJob() throws Exception {
        assumeTrue(isThere("faketime"), "The program 'faketime' is not installed (Debian: apt-get install faketime).");
        try (WorkerProcess right = WorkerProcess.start(server)) {
            // longer than the other worker can need to start: else the first one is free again and takes both
            String first = generate("ME", 600);
            await("a beginning", () -> right.hasBegun(first));
            // a minute is more than the eight seconds after which a silent worker is taken for lost
            try (WorkerProcess ahead = WorkerProcess.start(server, "faketime", "-f", "+60s")) {
                String second = generate("CSE", 5);
                await("a beginning", () -> ahead.hasBegun(second));
                await("an end", () -> ended(second));
                assertThat(api.post("/api/generation-jobs/" + first + "/stop/", Map.of())
                                .path("job_id")
                                .asString())
                        .isEqualTo(first);
                await("an end", () -> ended(first));
                assertThat(ahead.hasBegun(first)).isFalse();
                assertThat(right.hasBegun(second)).isFalse();
                assertThat(attempts(first)).isEqualTo(1);
                assertThat(attempts(second)).isEqualTo(1);
            }
        }
    }

    private String generate(String department, int seconds) throws Exception {
        return api.post(
                        "/api/generation-jobs/generate/",
                        Map.of(
                                "department_id",
                                department,
                                "academic_year",
                                api.academicYear(),
                                "time_budget_seconds",
                                seconds))
                .path("job_id")
                .asString();
    }

    private static WorkerProcess whoBegan(String job, WorkerProcess one, WorkerProcess two) throws Exception {
        await("a beginning", () -> one.hasBegun(job) || two.hasBegun(job));
        return one.hasBegun(job) ? one : two;
    }

    private JsonNode progress(String job) throws IOException, InterruptedException {
        return api.get("/api/generation-jobs/" + job + "/progress/");
    }

    private String status(String job) throws IOException, InterruptedException {
        String status = api.get("/api/generation-jobs/" + job + "/status/")
                .path("status")
                .asString();
        assertThat(status).isIn("queued", "running", "completed", "failed");
        return status;
    }

    /** Whether it has come to an end: on a busy machine the time may be too short to place everything. */
    private boolean ended(String job) throws IOException, InterruptedException {
        String status = status(job);
        if (status.equals("failed")) {
            assertThat(api.get("/api/generation-jobs/" + job + "/status/")
                            .path("error_message")
                            .asString())
                    .contains("found no place");
        }
        return status.equals("completed") || status.equals("failed");
    }

    private int attempts(String job) throws IOException, InterruptedException {
        return api.get("/api/generation-jobs/" + job + "/status/")
                .path("attempt")
                .intValue();
    }

    private void assertNothingDoubled(String job) throws IOException, InterruptedException {
        JsonNode events = api.get("/api/generation-jobs/" + job + "/result/")
                .path("timetable")
                .path("events");
        assertThat(events.size()).isPositive();
        Set<String> activities = new HashSet<>();
        for (JsonNode event : events) {
            assertThat(activities.add(event.path("activity_id").asString())).isTrue();
        }
    }

    private static boolean isThere(String program) {
        String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(File.pathSeparator, -1))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        Instant limit = Instant.now().plus(LIMIT);
        while (!condition.call()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("There was not %s within %s.".formatted(what, LIMIT));
            }
            Thread.sleep(200);
        }
    }
}
