package org.horarium.server.assessmentcentre.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.verify.PlanVerifier;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.ExampleCentre;
import org.horarium.formats.assessment.PlanReader;
import org.horarium.server.access.Accounts;
import org.horarium.server.access.NewAccount;
import org.horarium.server.access.Role;
import org.horarium.server.testing.IntegrationTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Centres over real HTTP, with the real queue and planner. */
@IntegrationTest
@Timeout(180)
class CentreApiIT {
    private static final String PASSWORD = "a long password";
    private static final String SAMPLE = ExampleCentre.SECTION_13.json();
    private static final String BASE = "/api/assessment-centres";

    @LocalServerPort
    int port;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    @BeforeAll
    static void people(@Autowired Accounts accounts) {
        account(accounts, "admin", Role.ADMIN, Set.of());
        account(accounts, "staff", Role.STAFF, Set.of("CSE"));
        account(accounts, "stranger", Role.STAFF, Set.of("EEE", "MEC"));
        account(accounts, "student", Role.STUDENT, Set.of());
    }

    @BeforeEach
    void departments() {
        for (String code : List.of("CSE", "MEC")) {
            jdbc.sql("INSERT INTO department (code, name) VALUES (?, ?) ON CONFLICT DO NOTHING")
                    .params(code, code)
                    .update();
        }
    }

    private static void account(Accounts accounts, String name, Role role, Set<String> departments) {
        accounts.create(new NewAccount(name + "@centres.example", name, role, PASSWORD, departments, null, null));
    }

    record Answer(int status, JsonNode body, HttpResponse<String> response) {
        String etag() {
            return response.headers().firstValue("ETag").orElseThrow();
        }

        List<String> pointers() {
            List<String> pointers = new ArrayList<>();
            body.get("errors")
                    .forEach(error -> pointers.add(error.get("pointer").stringValue()));
            return pointers;
        }
    }

    private Answer send(String who, String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token(who))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                response.statusCode(), json.readTree(response.body().isEmpty() ? "null" : response.body()), response);
    }

    private Answer get(String who, String path) throws Exception {
        return send(who, "GET", path, "");
    }

    private Answer post(String who, String path, String body, String... headers) throws Exception {
        return send(who, "POST", path, body, headers);
    }

    private String token(String who) throws Exception {
        String known = tokens.get(who);
        if (known != null) {
            return known;
        }
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/auth/token/"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"username\": \"%s@centres.example\", \"password\": \"%s\"}"
                                .formatted(who, PASSWORD)))
                        .build(),
                BodyHandlers.ofString());
        String token = json.readTree(response.body()).get("token").stringValue();
        tokens.put(who, token);
        return token;
    }

    private String create(String document) throws Exception {
        Answer made = post("staff", BASE, document);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        return BASE + "/" + made.body().get("id").stringValue();
    }

    private JsonNode plan(String centre, int seconds) throws Exception {
        Answer job = post("staff", centre + "/jobs", "{\"seconds\": %d}".formatted(seconds));
        assertThat(job.status()).as(job.body().toString()).isEqualTo(202);
        return awaitEnd(centre + "/jobs/" + job.body().get("job_id").stringValue());
    }

    private JsonNode awaitEnd(String job) throws Exception {
        while (true) {
            JsonNode seen = get("staff", job).body();
            if (!Set.of("queued", "running").contains(seen.get("status").stringValue())) {
                return seen;
            }
            Thread.sleep(100);
        }
    }

    @Test
    void aCentreIsMadePlannedAndWrittenAsTheRequirementsSay() throws Exception {
        String centre = create(SAMPLE);
        JsonNode job = plan(centre, 10);
        assertThat(job.get("status").stringValue()).as(job.toString()).isEqualTo("completed");

        Answer plan = get("staff", centre + "/plan");

        assertThat(plan.body().at("/scenarios/0/type").stringValue()).isEqualTo("scenario");
        assertThat(plan.body()
                        .at("/scenarios/0/participantSchedules/0/startTime")
                        .stringValue())
                .isEqualTo("2025-11-23T09:00:00Z");
        assertThat(plan.body().at("/summary").isObject()).isTrue();
        Centre sample = CentreReader.read(SAMPLE);
        assertThat(PlanVerifier.verify(sample, PlanReader.read(plan.response().body(), sample)))
                .isEmpty();
        assertThat(get("staff", centre + "/plans").body().get(0).get("origin").stringValue())
                .isEqualTo("planned");
        assertThat(jdbc.sql("select count(*) from audit_entry where action like 'assessmentcentre.%'")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void allFaultsAreToldAtOnceAndNothingIsSaved() throws Exception {
        long before = count();
        String faulty = SAMPLE.replace("\"duration_of_each_activity\": 30", "\"duration_of_each_activity\": 31")
                .replace("\"min_group_size\": 3", "\"min_group_size\": 0, \"colour\": \"red\"");
        for (String path : List.of(BASE, BASE + "/check")) {
            Answer answer = post("staff", path, faulty);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.response().headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
            assertThat(answer.pointers()).contains("/duration_of_each_activity", "/min_group_size", "/colour");
        }
        assertThat(post("staff", BASE + "/check", SAMPLE).status()).isEqualTo(200);
        assertThat(count()).isEqualTo(before);
    }

    private long count() {
        return jdbc.sql("select count(*) from assessment_centre")
                .query(Long.class)
                .single();
    }

    @Test
    void aFailureNamesItsCodeAndItsSuggestionCanBeApplied() throws Exception {
        String centre = create(SAMPLE.replace("\"toyf\": [\"Room-B\"]", "\"toyf\": []"));
        JsonNode job = plan(centre, 10);
        assertThat(job.get("status").stringValue()).isEqualTo("failed");
        assertThat(job.at("/failure/code").stringValue()).isEqualTo("INSUFFICIENT_ROOMS");
        assertThat(get("staff", centre + "/plan").status()).isEqualTo(404);

        assertThat(job.at("/failure/message").stringValue()).isEqualTo("toyf needs a room; none is mapped to it.");
        assertThat(job.at("/failure/shortages/0/resource").stringValue()).isEqualTo("rooms of toyf");
        assertThat(page(centre.replace("/api/", "/admin/"), "en"))
                .contains(
                        "There are too few rooms", "INSUFFICIENT_ROOMS", "Map Room-A to toyf.", "Apply and plan again");
        assertThat(page(centre.replace("/api/", "/admin/"), "de"))
                .contains("toyf braucht einen Raum", "Räume für toyf", "Room-A auch für toyf zulassen.");
        String apply = centre + "/jobs/" + job.get("job_id").stringValue() + "/suggestions/0/apply";
        assertThat(post("staff", apply, "").status()).as("without If-Match").isEqualTo(428);
        Answer applied =
                post("staff", apply, "", "If-Match", get("staff", centre).etag());
        assertThat(applied.status()).as(applied.body().toString()).isEqualTo(200);
        assertThat(post("staff", apply, "", "If-Match", applied.etag()).status())
                .as("a second time, for a centre that has changed")
                .isEqualTo(409);
        assertThat(plan(centre, 10).get("status").stringValue()).isEqualTo("completed");
    }

    private String page(String path, String language) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token("staff"))
                .header("Accept-Language", language)
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void theSameRequestSentTwiceMakesOneJob() throws Exception {
        String centre = create(ExampleCentre.TWO_DAYS.json());
        Answer first = post("staff", centre + "/jobs", "{\"seconds\": 60}", "Idempotency-Key", "once");
        Answer again = post("staff", centre + "/jobs", "{\"seconds\": 60}", "Idempotency-Key", "once");
        assertThat(again.body().get("job_id")).isEqualTo(first.body().get("job_id"));
        assertThat(post("staff", centre + "/jobs", "{\"seconds\": 61}", "Idempotency-Key", "once")
                        .status())
                .as("the same key for something else")
                .isEqualTo(409);
        Answer second = post("staff", centre + "/jobs", "{}");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().get("job_id")).isEqualTo(first.body().get("job_id"));

        String job = centre + "/jobs/" + first.body().get("job_id").stringValue();
        post("staff", job + "/cancel", "");
        assertThat(awaitEnd(job).get("status").stringValue()).isEqualTo("cancelled");
        assertThat(get("staff", centre + "/plan").status()).isEqualTo(404);
    }

    @Test
    void stoppingKeepsTheBestPlan() throws Exception {
        String centre = create(ExampleCentre.TWO_DAYS.json());
        Answer started = post("staff", centre + "/jobs", "{\"seconds\": 120}");
        String job = centre + "/jobs/" + started.body().get("job_id").stringValue();
        while (get("staff", job).body().get("best_end") == null
                || get("staff", job).body().get("best_end").isNull()) {
            Thread.sleep(100);
        }
        post("staff", job + "/stop", "");
        assertThat(awaitEnd(job).get("status").stringValue()).isEqualTo("completed");
        assertThat(get("staff", centre + "/plan").status()).isEqualTo(200);
    }

    @Test
    void editsNeedTheVersionThatWasRead() throws Exception {
        String centre = create(SAMPLE);
        String etag = get("staff", centre).etag();
        String renamed = SAMPLE.replaceFirst("\"name\": \"[^\"]*\"", "\"name\": \"Second intake\"");
        assertThat(send("staff", "PUT", centre, renamed).status()).isEqualTo(428);
        Answer changed = send("staff", "PUT", centre, renamed, "If-Match", etag);
        assertThat(changed.body().get("name").stringValue()).isEqualTo("Second intake");
        assertThat(send("staff", "PUT", centre, SAMPLE, "If-Match", etag).status())
                .isEqualTo(412);
        assertThat(send("staff", "DELETE", centre, "", "If-Match", etag).status())
                .isEqualTo(412);
        assertThat(send("staff", "DELETE", centre, "", "If-Match", changed.etag())
                        .status())
                .isEqualTo(204);
        assertThat(get("staff", centre).status()).isEqualTo(404);
    }

    @Test
    void everybodySeesTheirOwnCentresOnly() throws Exception {
        String centre = create(SAMPLE);
        assertThat(get("admin", centre).status()).isEqualTo(200);
        assertThat(get("stranger", centre).status()).isEqualTo(403);
        assertThat(get("student", centre).status()).isEqualTo(403);
        assertThat(post("stranger", BASE, SAMPLE).pointers()).containsExactly("/department_id");
        assertThat(post("stranger", BASE + "?department_id=CSE", SAMPLE).status())
                .isEqualTo(403);
        assertThat(post("stranger", BASE + "?department_id=MEC", SAMPLE).status())
                .isEqualTo(201);
        assertThat(post("admin", BASE + "?department_id=NOBODY", SAMPLE).pointers())
                .as("a department that is not there")
                .containsExactly("/department_id");
        Answer college = post("admin", BASE, SAMPLE);
        assertThat(get("staff", BASE + "/" + college.body().get("id").stringValue())
                        .status())
                .as("the whole college's")
                .isEqualTo(403);
        for (JsonNode item : get("staff", BASE + "?limit=200").body().get("items")) {
            assertThat(item.get("department_id").stringValue()).isEqualTo("CSE");
        }
        assertThat(get("staff", BASE + "?limit=1").body().get("items").size()).isEqualTo(1);
    }

    @Test
    void theDayIsFollowedRepairedAndTheRepairTakenBack() throws Exception {
        String centre = create(SAMPLE);
        plan(centre, 10);
        String at = "?at=2025-11-23T09:05";
        JsonNode first =
                get("staff", centre + "/day" + at).body().get("sessions").get(0);
        assertThat(first.get("state").stringValue()).isEqualTo("due");
        String key = first.get("session").stringValue();
        String who = first.get("participants").get(0).stringValue();

        Answer marked =
                post("staff", centre + "/day/marks" + at, "{\"session\": \"%s\", \"mark\": \"late\"}".formatted(key));
        assertThat(marked.body().at("/sessions/0/state").stringValue()).isEqualTo("late");
        Answer repair = post(
                "staff",
                centre + "/day/repairs" + at,
                "{\"type\": \"participant_late\", \"subject\": \"%s\", \"minutes\": 30}".formatted(who));
        assertThat(repair.status()).as(repair.body().toString()).isEqualTo(201);
        assertThat(repair.body().get("options").size()).isEqualTo(3);
        assertThat(repair.body().at("/options/0/notices").size()).isPositive();

        String choose = centre + "/day/repairs/" + repair.body().get("id").stringValue() + "/choose/0";
        Answer chosen = post("staff", choose + at, "");
        assertThat(chosen.body().get("origin").stringValue())
                .as(chosen.body().toString())
                .isEqualTo("repaired");
        for (JsonNode s : get("staff", centre + "/day" + at).body().get("sessions")) {
            if (s.get("participants").get(0).stringValue().equals(who)) {
                assertThat(s.get("start").stringValue()).isGreaterThanOrEqualTo("2025-11-23T09:35");
            }
        }
        assertThat(post("staff", choose + at, "").status()).as("chosen twice").isEqualTo(409);

        int plan = chosen.body().get("plan").intValue();
        Answer undone = post("staff", centre + "/day/undo/" + plan + at, "");
        assertThat(undone.body().get("origin").stringValue()).isEqualTo("undone");
        assertThat(get("staff", centre + "/plan").body().get("scenarios"))
                .isEqualTo(get("staff", centre + "/plans/1").body().get("scenarios"));
        assertThat(post("staff", centre + "/day/undo/" + (plan + 1) + at, "").status())
                .as("nothing left to undo")
                .isEqualTo(409);
    }

    @Test
    void faultsOfAnIncidentAreToldAtOnce() throws Exception {
        String centre = create(SAMPLE);
        plan(centre, 10);
        Answer answer = post(
                "staff",
                centre + "/day/repairs?at=2025-11-23T09:05",
                "{\"type\": \"participant_late\", \"subject\": \"P9\", \"minutes\": 0}");
        assertThat(answer.pointers()).containsExactly("/subject", "/minutes");
        Answer overrun = post(
                "staff",
                centre + "/day/repairs?at=2025-11-23T08:00",
                "{\"type\": \"session_overran\", \"subject\": \"group-activity/group_1\", \"minutes\": 5}");
        assertThat(overrun.pointers()).containsExactly("/subject");
        assertThat(post("staff", centre + "/day/marks?at=2025-11-23T08:00", "{\"mark\": \"gone\"}")
                        .pointers())
                .containsExactly("/session", "/mark");
    }
}
