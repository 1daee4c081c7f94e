package org.horarium.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    /** What came back, whatever it is. */
    record Answer(int status, String body) {}

    /**
     * Sends a file as a form would, without ever holding all of it.
     *
     * @param length bytes of the content; -1 sends it in chunks, so that the server cannot know in advance
     */
    Answer upload(String path, String name, InputStream content, long length) throws IOException, InterruptedException {
        String border = "horarium-e2e-border";
        byte[] head = ("--" + border + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] foot = ("\r\n--" + border + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofInputStream(() -> new SequenceInputStream(
                new ByteArrayInputStream(head), new SequenceInputStream(content, new ByteArrayInputStream(foot))));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(horarium.url(path)))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "multipart/form-data; boundary=" + border)
                        .POST(
                                length < 0
                                        ? body
                                        : HttpRequest.BodyPublishers.fromPublisher(
                                                body, head.length + length + foot.length))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
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
