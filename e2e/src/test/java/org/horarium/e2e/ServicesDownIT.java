package org.horarium.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** PostgreSQL dies, Redis dies and comes back empty, the disk is full: each in the middle of a job, with the real product. */
class ServicesDownIT {
    private static final Duration LIMIT = Duration.ofMinutes(8);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Test
    void postgresDiesAndRedisComesBackEmpty(@TempDir Path folder) throws Exception {
        try (HorariumProcess server = HorariumProcess.start(folder)) {
            ApiClient api = ApiClient.logIn(server, "admin");
            String job = generate(api, 30);
            await("a beginning", () -> "running".equals(status(api, job)));

            // as long as the program is away, nobody can start it again
            Path data = server.data();
            Path program = find(data.resolve("postgresql"), "bin/pg_ctl");
            Path hidden = program.resolveSibling("pg_ctl.away");
            Files.move(program, hidden);
            kill(Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                    .get(0)
                    .strip());
            await("a word about it", () -> "down".equals(service(server, "postgresql")));
            HttpResponse<String> page = get(server, "/login");
            HttpResponse<String> rest = get(server, "/api/terms", "Authorization", "Bearer x");
            assertThat(health(server).statusCode()).isEqualTo(503);
            assertThat(page.statusCode()).isIn(200, 503);
            assertThat(rest.statusCode()).isEqualTo(503);
            assertThat(rest.body()).contains("The database does not answer just now");
            Files.move(hidden, program);
            await("a recovery", () -> "up".equals(health(server, "status")));

            Path redis = program(data.resolve("redis"));
            Path hiddenRedis = redis.resolveSibling("away");
            Files.move(redis, hiddenRedis);
            // a missing program would be unpacked again; this one can't be run
            Files.writeString(redis, "away");
            kill(Files.readString(data.resolve("redis/redis.pid")).strip());
            Files.deleteIfExists(data.resolve("redis/dump.rdb"));
            await("a word about it", () -> "down".equals(service(server, "redis")));
            assertThat(health(server, "status")).isEqualTo("degraded");
            assertThat(health(server).statusCode()).isEqualTo(200);
            assertThat(pageOfAdmin(server)).contains("because Redis does not answer");
            Files.move(hiddenRedis, redis, StandardCopyOption.REPLACE_EXISTING);
            await("a recovery", () -> "up".equals(health(server, "status")));

            await("an end", () -> ended(api, job));
            assertNothingDoubled(api, job);
        }
    }

    @Test
    void theDiskIsFullForAWhile(@TempDir Path folder) throws Exception {
        Path small = Files.createDirectory(folder.resolve("small"));
        int mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=700m,mode=755", "tmpfs", small.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        assumeTrue(mounted == 0, "A small disk can't be mounted here: that needs root.");
        try (HorariumProcess server = HorariumProcess.startOn(
                small.resolve("data"), Map.of("HORARIUM_JAVA_OPTS", "-Dhorarium.health.least-free-megabytes=20"))) {
            ApiClient api = ApiClient.logIn(server, "admin");
            String terms = api.get("/api/terms/").toString();
            String job = generate(api, 30);
            await("a beginning", () -> "running".equals(status(api, job)));

            Path filler = small.resolve("filler");
            fill(filler);
            await("a word about it", () -> "low".equals(service(server, "disk")));
            // long enough for a few checkpoints that find no room
            Thread.sleep(8_000);
            assertThat(Files.size(filler)).isPositive();
            Files.delete(filler);

            await("a recovery", () -> "up".equals(health(server, "status")));
            await("an end", () -> ended(api, job));
            assertNothingDoubled(api, job);
            assertThat(api.get("/api/terms/").toString()).isEqualTo(terms);
        } finally {
            new ProcessBuilder("umount", "-l", small.toString()).start().waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.getFileStore(file).getUsableSpace()).isLessThan(block.length * 16L);
        }
    }

    private static Path find(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder, 3)) {
            return all.filter(path -> path.endsWith(end)).findFirst().orElseThrow();
        }
    }

    private static Path program(Path redis) throws IOException {
        try (Stream<Path> all = Files.list(redis)) {
            return all.filter(file -> String.valueOf(file.getFileName()).startsWith("redis-server-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void kill(String pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-9", pid).start().waitFor()).isZero();
    }

    private static String generate(ApiClient api, int seconds) throws Exception {
        return api.post(
                        "/api/generation-jobs/generate/",
                        Map.of(
                                "department_id",
                                "CSE",
                                "academic_year",
                                api.academicYear(),
                                "time_budget_seconds",
                                seconds))
                .path("job_id")
                .asString();
    }

    /** Where a job stands; {@code unknown} while nobody can say. */
    private static String status(ApiClient api, String job) throws InterruptedException {
        try {
            return api.get("/api/generation-jobs/" + job + "/status/")
                    .path("status")
                    .asString();
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** Whether it has come to an end: on a busy machine the time may be too short to place everything. */
    private static boolean ended(ApiClient api, String job) throws Exception {
        String status = status(api, job);
        if (status.equals("failed")) {
            assertThat(api.get("/api/generation-jobs/" + job + "/status/")
                            .path("error_message")
                            .asString())
                    .contains("found no place");
        }
        return status.equals("completed") || status.equals("failed");
    }

    private static void assertNothingDoubled(ApiClient api, String job) throws Exception {
        JsonNode events = api.get("/api/generation-jobs/" + job + "/result/")
                .path("timetable")
                .path("events");
        assertThat(events.size()).isPositive();
        Set<String> activities = new HashSet<>();
        for (JsonNode event : events) {
            assertThat(activities.add(event.path("activity_id").asString())).isTrue();
        }
    }

    private static HttpResponse<String> health(HorariumProcess server) throws IOException, InterruptedException {
        return get(server, "/health");
    }

    private static String health(HorariumProcess server, String field) throws IOException, InterruptedException {
        return JsonMapper.builder()
                .build()
                .readTree(health(server).body())
                .path(field)
                .asString();
    }

    private static String service(HorariumProcess server, String part) throws IOException, InterruptedException {
        return JsonMapper.builder()
                .build()
                .readTree(health(server).body())
                .path("services")
                .path(part)
                .asString();
    }

    /** The page of settings as the administrator's token shows it. */
    private static String pageOfAdmin(HorariumProcess server) throws IOException, InterruptedException {
        HttpRequest login = HttpRequest.newBuilder(URI.create(server.url("/api/auth/token/")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"username\": \"admin@demo.horarium.org\", \"password\": \"%s\"}"
                                .formatted(HorariumProcess.PASSWORD)))
                .build();
        String token = JsonMapper.builder()
                .build()
                .readTree(HTTP.send(login, HttpResponse.BodyHandlers.ofString()).body())
                .path("token")
                .asString();
        return get(server, "/admin/operations", "Authorization", "Bearer " + token)
                .body();
    }

    private static HttpResponse<String> get(HorariumProcess server, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url(path)))
                .timeout(Duration.ofSeconds(60))
                .GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        Instant limit = Instant.now().plus(LIMIT);
        while (!condition.call()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("There was not %s within %s.".formatted(what, LIMIT));
            }
            Thread.sleep(300);
        }
    }
}
