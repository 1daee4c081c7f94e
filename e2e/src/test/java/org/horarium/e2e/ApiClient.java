package org.horarium.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST interface as a program uses it: a token, JSON in, JSON out. */
final class ApiClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final HorariumProcess horarium;
    private String token = "";

    private ApiClient(HorariumProcess horarium) {
        this.horarium = horarium;
    }

    /** Logs a demo account in. */
    static ApiClient logIn(HorariumProcess horarium, String account) throws IOException, InterruptedException {
        ApiClient client = new ApiClient(horarium);
        client.token = client.post(
                        "/api/auth/token/",
                        Map.of("username", account + "@demo.horarium.org", "password", HorariumProcess.PASSWORD))
                .path("token")
                .asString();
        return client;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(horarium.url(path))).GET());
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(horarium.url(path)))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** The academic year of the first term. */
    String academicYear() throws IOException, InterruptedException {
        return get("/api/terms/").path("items").path(0).path("academic_year").asString();
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    "%s answered %d: %s".formatted(response.uri(), response.statusCode(), response.body()));
        }
        return JSON.readTree(response.body());
    }
}
