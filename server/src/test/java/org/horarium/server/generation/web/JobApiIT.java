package org.horarium.server.generation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.horarium.formats.college.Batch;
import org.horarium.formats.college.College;
import org.horarium.formats.demo.DemoCollege;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.NewAccount;
import org.horarium.server.access.Role;
import org.horarium.server.schedule.Colleges;
import org.horarium.server.testing.IntegrationTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface and the socket of jobs over real HTTP, with the small demo college, the real queue and engine. */
@IntegrationTest
@Timeout(180)
class JobApiIT {
    private static final String PASSWORD = "a long password";
    private static final College COLLEGE = DemoCollege.of(DemoCollege.Size.SMALL);
    private static final String DEPARTMENT = COLLEGE.departments().get(0).id();
    private static final Batch BATCH = COLLEGE.batches().get(0);
    private static final String YEAR = COLLEGE.term().academicYear();

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    @BeforeAll
    static void college(
            @Autowired Colleges colleges, @Autowired Accounts accounts, @Autowired TransactionTemplate transaction) {
        transaction.executeWithoutResult(status -> colleges.insert(COLLEGE));
        account(accounts, "admin", Role.ADMIN, Set.of());
        account(accounts, "staff", Role.STAFF, Set.of(DEPARTMENT));
        account(accounts, "stranger", Role.STAFF, Set.of("ELSEWHERE"));
        account(accounts, "faculty", Role.FACULTY, Set.of());
        account(accounts, "student", Role.STUDENT, Set.of());
    }

    private static void account(Accounts accounts, String name, Role role, Set<String> departments) {
        accounts.create(new NewAccount(name + "@jobs.example", name, role, PASSWORD, departments, null, null));
    }

    @AfterEach
    void endWhatRuns() throws Exception {
        for (JsonNode job : get("admin", "/api/generation-jobs/").body().get("items")) {
            if (Set.of("queued", "running").contains(job.get("status").stringValue())) {
                String id = job.get("job_id").stringValue();
                post("admin", "/api/generation-jobs/" + id + "/cancel/", "{}");
                awaitEnd(id);
            }
        }
    }

    record Answer(int status, JsonNode body) {}

    private Answer get(String who, String path) throws Exception {
        return send(who, request(who, path).GET());
    }

    private Answer post(String who, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = request(who, path).POST(BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(who, request);
    }

    private HttpRequest.Builder request(String who, String path) throws Exception {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token(who));
    }

    private Answer send(String who, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), json.readTree(response.body()));
    }

    private String token(String who) throws Exception {
        String known = tokens.get(who);
        if (known != null) {
            return known;
        }
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/auth/token/"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"username\": \"%s@jobs.example\", \"password\": \"%s\"}".formatted(who, PASSWORD)))
                        .build(),
                BodyHandlers.ofString());
        String token = json.readTree(response.body()).get("token").stringValue();
        tokens.put(who, token);
        return token;
    }

    private static String order(int seconds) {
        return """
                {"department_id": "%s", "academic_year": "%s", "time_budget_seconds": %d, "seed": 1}
                """.formatted(DEPARTMENT, YEAR, seconds);
    }

    private String begin(int seconds) throws Exception {
        Answer answer = post("staff", "/api/generation-jobs/generate/", order(seconds));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.body().get("job_id").stringValue();
    }

    private JsonNode awaitEnd(String id) throws Exception {
        return await(id, Set.of("completed", "failed", "cancelled"));
    }

    private JsonNode await(String id, Set<String> statuses) throws Exception {
        while (true) {
            JsonNode job =
                    get("admin", "/api/generation-jobs/" + id + "/status/").body();
            if (statuses.contains(job.get("status").stringValue())) {
                return job;
            }
            Thread.sleep(100);
        }
    }

    @Test
    void aTimetableIsMadeShownAndApproved() throws Exception {
        String id = begin(3);
        JsonNode ended = awaitEnd(id);
        assertThat(ended.get("status").stringValue()).as(ended.toString()).isEqualTo("completed");
        assertThat(ended.get("progress").intValue()).isEqualTo(100);

        JsonNode timetable =
                get("staff", "/api/generation-jobs/" + id + "/result/").body().get("timetable");
        assertThat(timetable.get("hard").intValue()).isZero();
        assertThat(timetable.get("events").size()).isEqualTo(25);
        assertThat(timetable.get("unplaced").size()).isZero();

        Answer noReason = post(
                "staff", "/api/generation-jobs/" + id + "/approve/", "{\"action\": \"reject\", \"comments\": \" \"}");
        assertThat(noReason.status()).isEqualTo(400);
        assertThat(noReason.body().at("/errors/0/pointer").stringValue()).isEqualTo("/comments");
        assertThat(post("staff", "/api/generation-jobs/" + id + "/approve/", "{\"action\": \"approve\"}")
                        .status())
                .as("four eyes: the staff asked for it")
                .isEqualTo(403);
        Answer approved = post(
                "admin",
                "/api/generation-jobs/" + id + "/approve/",
                "{\"action\": \"approve\", \"comments\": \"Looks good!\"}");
        assertThat(approved.body().get("status").stringValue()).isEqualTo("approved");
        assertThat(approved.body().at("/decision/comments").stringValue()).isEqualTo("Looks good!");
        Answer twice = post("admin", "/api/generation-jobs/" + id + "/approve/", "{\"action\": \"approve\"}");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(get("staff", "/api/generation-jobs/" + id + "/result/")
                        .body()
                        .at("/timetable/status")
                        .stringValue())
                .isEqualTo("approved");
    }

    @Test
    void aSecondJobOfTheScheduleGetsTheFirstOnesId() throws Exception {
        String id = begin(60);

        Answer second = post("admin", "/api/generation-jobs/generate/", order(5));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().get("job_id").stringValue()).isEqualTo(id);
        assertThat(get("staff", "/api/generation-jobs/" + id + "/result/").status())
                .as("no result yet")
                .isEqualTo(409);
        assertThat(post("staff", "/api/generation-jobs/" + id + "/approve/", "{\"action\": \"approve\"}")
                        .status())
                .as("nothing to approve yet")
                .isEqualTo(409);
    }

    @Test
    void stopKeepsTheBestAndCancelNothing() throws Exception {
        String stopped = begin(600);
        awaitPlan(stopped);
        assertThat(post("staff", "/api/generation-jobs/" + stopped + "/stop/", "{}")
                        .status())
                .isBetween(200, 202);
        assertThat(awaitEnd(stopped).get("status").stringValue()).isEqualTo("completed");

        String cancelled = begin(600);
        await(cancelled, Set.of("running"));
        post("staff", "/api/generation-jobs/" + cancelled + "/cancel/", "{}");
        assertThat(awaitEnd(cancelled).get("status").stringValue()).isEqualTo("cancelled");
        assertThat(get("staff", "/api/generation-jobs/" + cancelled + "/result/")
                        .body()
                        .get("timetable")
                        .isNull())
                .isTrue();
        assertThat(post("staff", "/api/generation-jobs/" + cancelled + "/stop/", "{}")
                        .status())
                .isEqualTo(409);
    }

    private void awaitPlan(String id) throws Exception {
        while (true) {
            JsonNode hard = get("staff", "/api/generation-jobs/" + id + "/progress/")
                    .body()
                    .get("best_hard");
            if (!hard.isNull() && hard.intValue() == 0) {
                return;
            }
            Thread.sleep(100);
        }
    }

    @Test
    void allFaultsOfARequestAreToldAtOnce() throws Exception {
        Answer answer = post("admin", "/api/generation-jobs/generate/", """
                {"department_id": "NONE", "academic_year": "1999-00", "semester": "three",
                 "time_budget_seconds": 0, "colour": "red", "variants": ["balanced", "best"]}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()
                        .get("errors")
                        .valueStream()
                        .map(e -> e.get("pointer").stringValue()))
                .containsExactlyInAnyOrder(
                        "/colour",
                        "/semester",
                        "/department_id",
                        "/academic_year",
                        "/time_budget_seconds",
                        "/variants/1");
        assertThat(jdbc.sql("select count(*) from schedule where name like '%1999%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void theSameRequestSentTwiceIsOneJob() throws Exception {
        String key = UUID.randomUUID().toString();
        Answer first = post("staff", "/api/generation-jobs/generate/", order(60), "Idempotency-Key", key);
        Answer again = post("staff", "/api/generation-jobs/generate/", order(60), "Idempotency-Key", key);
        Answer other = post("staff", "/api/generation-jobs/generate/", order(61), "Idempotency-Key", key);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body().get("job_id")).isEqualTo(first.body().get("job_id"));
        assertThat(other.status()).isEqualTo(409);
    }

    @Test
    void whoMayDoWhat() throws Exception {
        String id = begin(60);
        String job = "/api/generation-jobs/" + id;
        record Cell(String who, int read, int list) {}
        List<Cell> cells = List.of(
                new Cell("admin", 200, 200),
                new Cell("staff", 200, 200),
                new Cell("stranger", 403, 200),
                new Cell("faculty", 403, 403),
                new Cell("student", 403, 403));
        for (Cell cell : cells) {
            String who = cell.who();
            assertThat(get(who, job + "/status/").status()).as(who + " status").isEqualTo(cell.read());
            assertThat(get(who, job + "/progress/").status())
                    .as(who + " progress")
                    .isEqualTo(cell.read());
            assertThat(get(who, "/api/timetable/status/" + id + "/").status())
                    .as(who + " timetable status")
                    .isEqualTo(cell.read());
            assertThat(get(who, "/api/generation-jobs/").status())
                    .as(who + " list")
                    .isEqualTo(cell.list());
            if (cell.read() == 403) {
                assertThat(get(who, job + "/result/").status())
                        .as(who + " result")
                        .isEqualTo(403);
                for (String action : List.of("approve", "cancel", "stop")) {
                    assertThat(post(who, job + "/" + action + "/", "{\"action\": \"approve\"}")
                                    .status())
                            .as(who + " " + action)
                            .isEqualTo(403);
                }
                assertThat(post(who, "/api/generation-jobs/generate/", order(5)).status())
                        .as(who + " generate")
                        .isEqualTo(403);
                assertThatThrownBy(() -> watch(who, id, null))
                        .as(who + " socket")
                        .satisfies(e -> assertThat(status(e)).isEqualTo(403));
            }
        }
        assertThat(get("stranger", "/api/generation-jobs/").body().get("items").size())
                .isZero();
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port + job + "/status/"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .as("nobody")
                .isEqualTo(401);
        assertThat(get("admin", "/api/generation-jobs/" + UUID.randomUUID() + "/status/")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aQueuedJobCanBeGivenPriority() throws Exception {
        String running = begin(600);
        await(running, Set.of("running"));
        String older = beginFor("batch_id", '"' + BATCH.id() + '"');
        String newer = beginFor("semester", Integer.toString(BATCH.semester()));
        assertThat(List.of(position(older), position(newer))).containsExactly(0, 1);

        String path = "/api/generation-jobs/" + newer + "/priority/";
        assertThat(post("stranger", path, "{\"priority\": \"high\"}").status()).isEqualTo(403);
        assertThat(post("staff", path, "{\"priority\": \"now\"}")
                        .body()
                        .at("/errors/0/pointer")
                        .stringValue())
                .isEqualTo("/priority");
        Answer changed = post("staff", path, "{\"priority\": \"high\"}");

        assertThat(changed.body().get("priority").stringValue()).isEqualTo("high");
        assertThat(List.of(position(older), position(newer))).containsExactly(1, 0);
        assertThat(post("staff", "/api/generation-jobs/" + running + "/priority/", "{\"priority\": \"low\"}")
                        .status())
                .as("runs already")
                .isEqualTo(409);
        post("staff", "/api/generation-jobs/" + running + "/cancel/", "{}");
        await(newer, Set.of("running"));
        assertThat(get("staff", "/api/generation-jobs/" + older + "/status/")
                        .body()
                        .get("status")
                        .stringValue())
                .isEqualTo("queued");
    }

    private int position(String id) throws Exception {
        return get("staff", "/api/generation-jobs/" + id + "/status/")
                .body()
                .get("queue_position")
                .intValue();
    }

    /** A job for a part of the department. */
    private String beginFor(String field, String value) throws Exception {
        Answer answer = post("staff", "/api/generation-jobs/generate/", """
                {"department_id": "%s", "%s": %s, "academic_year": "%s", "time_budget_seconds": 600}
                """.formatted(DEPARTMENT, field, value, YEAR));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return answer.body().get("job_id").stringValue();
    }

    @Test
    void variantsAreComparedAndOneIsChosen() throws Exception {
        Answer begun = post("staff", "/api/generation-jobs/generate/", """
                {"department_id": "%s", "academic_year": "%s", "time_budget_seconds": 20, "seed": 1,
                 "variants": ["personnel", "least-change"]}
                """.formatted(DEPARTMENT, YEAR));
        assertThat(strings(begun.body().at("/variants/wanted")))
                .containsExactly("balanced", "personnel", "least-change");
        String id = begun.body().get("job_id").stringValue();
        JsonNode ended = awaitEnd(id);
        assertThat(ended.get("status").stringValue()).as(ended.toString()).isEqualTo("completed");
        JsonNode listed =
                get("staff", "/api/generation-jobs/" + id + "/variants/").body();
        assertThat(listed.get("items").size() + listed.get("missing").size()).isEqualTo(3);
        assertThat(listed.get("items").size()).as(listed.toString()).isGreaterThan(1);
        assertThat(listed.at("/items/0/variant").stringValue()).isEqualTo("balanced");
        assertThat(listed.at("/items/0/chosen").booleanValue()).isTrue();
        JsonNode other = listed.at("/items/1");
        String name = other.get("variant").stringValue();
        assertThat(other.at("/kpis/hard").intValue()).isZero();
        assertThat(other.at("/kpis/moved").intValue())
                .as("at least 15 percent of 25, against the balanced one")
                .isGreaterThanOrEqualTo(4);
        String path = "/api/generation-jobs/" + id + "/variants/" + name;
        assertThat(get("staff", path + "/").body().at("/timetable/events").size())
                .isEqualTo(25);
        JsonNode changes = get("staff", path + "/changes/").body();
        assertThat(changes.get("same").intValue() + changes.get("changes").size())
                .isEqualTo(25);
        String person = changes.at("/changes/0/after/people/0").stringValue();
        JsonNode forPerson =
                get("staff", path + "/changes/?by=person&of=" + person).body();
        assertThat(forPerson.get("changes").size())
                .isBetween(1, changes.get("changes").size());
        JsonNode status = get("staff", "/api/timetable/status/" + id + "/").body();
        assertThat(status.at("/workflow/status").stringValue()).isEqualTo("draft");
        int first = status.at("/workflow/revision").intValue();

        String select =
                "{\"variant_id\": \"%s\"}".formatted(other.get("variant_id").stringValue());
        assertThat(post("stranger", "/api/timetable-variants/select_variant/", select)
                        .status())
                .isEqualTo(404);
        assertThat(get("stranger", path + "/").status()).isEqualTo(404);
        Answer chosen = post("staff", "/api/timetable-variants/select_variant/", select);
        assertThat(chosen.status()).as(chosen.body().toString()).isEqualTo(200);
        assertThat(chosen.body().at("/workflow/revision").intValue()).isEqualTo(first + 1);
        assertThat(post("staff", "/api/timetable-variants/select_variant/", select)
                        .body()
                        .at("/workflow/revision"))
                .as("chosen already, and untouched")
                .isEqualTo(chosen.body().at("/workflow/revision"));
        JsonNode result =
                get("staff", "/api/generation-jobs/" + id + "/result/").body();
        assertThat(result.get("variant").stringValue()).isEqualTo(name);
        assertThat(result.at("/timetable/number").intValue()).isEqualTo(first + 1);
        assertThat(jdbc.sql(
                                "select detail ->> 'variant' from audit_entry where action = 'generation.choose' and subject = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly(name);

        String workflow = chosen.body().at("/workflow/workflow_id").stringValue();
        post("staff", "/api/timetable-workflow/" + workflow + "/submit_for_review/", "{}");
        String back = "{\"job_id\": \"%s\", \"variant\": \"balanced\"}".formatted(id);
        assertThat(post("staff", "/api/timetable-variants/select_variant/", back)
                        .status())
                .as("waits for a decision")
                .isEqualTo(409);
        post(
                "admin",
                "/api/generation-jobs/" + id + "/approve/",
                "{\"action\": \"reject\", \"comments\": \"Too late.\"}");
        assertThat(status(id).get("status").stringValue()).isEqualTo("rejected");
        assertThat(post("staff", "/api/timetable-variants/select_variant/", back)
                        .status())
                .isEqualTo(200);
        assertThat(status(id).get("status").stringValue())
                .as("another one can be decided on")
                .isEqualTo("completed");
        assertThat(post("staff", "/api/timetable-variants/select_variant/", "{}")
                        .body()
                        .at("/errors/0/pointer")
                        .stringValue())
                .isEqualTo("/variant_id");
        assertThat(get("staff", "/api/generation-jobs/" + id + "/variants/best/")
                        .body()
                        .get("detail")
                        .stringValue())
                .contains("student-compact");
    }

    private JsonNode status(String id) throws Exception {
        return get("admin", "/api/generation-jobs/" + id + "/status/").body();
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    @Test
    void theSocketPushesFramesUntilTheEnd() throws Exception {
        String id = begin(3);
        Frames frames = watch("staff", id, null);

        JsonNode last = null;
        int count = 0;
        while (true) {
            String text = frames.received.poll(60, TimeUnit.SECONDS);
            assertThat(text).as("a frame in time").isNotNull();
            if (Frames.CLOSED.equals(text)) {
                break;
            }
            last = json.readTree(text);
            count++;
            assertThat(last.get("job_id").stringValue()).isEqualTo(id);
        }

        assertThat(last).isNotNull();
        assertThat(count).isGreaterThanOrEqualTo(2);
        assertThat(last == null ? "" : last.get("status").stringValue()).isEqualTo("completed");
    }

    @Test
    void aPageOfAnotherOriginCanNotWatch() throws Exception {
        String id = begin(60);

        assertThatThrownBy(() -> watch("staff", id, "https://evil.example"))
                .satisfies(e -> assertThat(status(e)).isEqualTo(403));
        watch("staff", id, "http://localhost:" + port).socket.abort();
    }

    private Frames watch(String who, String id, @Nullable String origin) throws Exception {
        Frames frames = new Frames();
        WebSocket.Builder builder = http.newWebSocketBuilder().header("Authorization", "Bearer " + token(who));
        if (origin != null) {
            builder.header("Origin", origin);
        }
        frames.socket = builder.buildAsync(URI.create("ws://localhost:" + port + "/ws/generation-jobs/" + id), frames)
                .join();
        return frames;
    }

    private static int status(Throwable e) {
        Throwable cause = e instanceof CompletionException ? e.getCause() : e;
        return cause instanceof WebSocketHandshakeException refused
                ? refused.getResponse().statusCode()
                : -1;
    }

    /** Collects the frames of a socket. */
    private static final class Frames implements WebSocket.Listener {
        static final String CLOSED = "closed";
        final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder part = new StringBuilder();

        @SuppressWarnings("NullAway.Init") // set before anybody can read it
        WebSocket socket;

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                received.add(part.toString());
                part.setLength(0);
            }
            webSocket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
            received.add(CLOSED);
            return null;
        }
    }
}
