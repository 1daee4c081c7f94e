package org.horarium.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The application as its users meet it: the launcher of a built tree, a data folder of its own that is deleted at the end, and
 * a browser's session and a program's token of the demo administrator.
 */
final class Product implements AutoCloseable {
    private static final String PASSWORD = "bench-demo-password";
    private static final String ADMIN = "admin@demo.horarium.org";
    private static final int START_LIMIT_SECONDS = 600;
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(3);

    private final Path launcher;
    private final Map<String, String> environment;
    private final Path data;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String token = "";
    private @Nullable Process server;

    /** With an empty data folder, not started yet. The launcher's folder is the system property {@code horarium.home}. */
    Product() throws IOException {
        this(Map.of());
    }

    /** The same with further variables of the environment. */
    Product(Map<String, String> environment) throws IOException {
        this.environment = Map.copyOf(environment);
        this.launcher = Path.of(System.getProperty("horarium.home", "")).resolve("horarium");
        this.data = Files.createTempDirectory("horarium-bench");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    /** Where its data is. */
    Path data() {
        return data;
    }

    /** Starts it and waits until it is healthy. */
    void start() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        launcher.toString(), "serve", "--port", Integer.toString(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
        builder.environment().put("HORARIUM_DEMO_PASSWORD", PASSWORD);
        builder.environment().putAll(environment);
        Process started = builder.start();
        server = started;
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_SECONDS);
        while (System.nanoTime() < limit && started.isAlive()) {
            try {
                if (get("/health").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            Thread.sleep(50);
        }
        throw new IOException("The server did not become healthy within %d s.".formatted(START_LIMIT_SECONDS));
    }

    /** Ends the process; the data stays. */
    void stop() throws InterruptedException {
        Process running = server;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the server ended.", e);
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Logs the administrator in, in both ways. */
    void logIn() throws IOException, InterruptedException {
        HttpResponse<String> answer = submit("/login", "/login", "username", ADMIN, "password", PASSWORD);
        if (answer.uri().getPath().startsWith("/login")) {
            throw new IOException("Logging in failed: the server answered with %s.".formatted(answer.uri()));
        }
        token = tokenOf(ADMIN);
    }

    /** A token of somebody of the demo. */
    String tokenOf(String login) throws IOException, InterruptedException {
        String account = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(login, PASSWORD);
        return field(post("/api/auth/token/", "application/json", account).body(), "token");
    }

    /** Its address. */
    String base() {
        return "http://localhost:" + port;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** As a browser asks, packed where the server packs it. */
    HttpResponse<byte[]> getPacked(String path) throws IOException, InterruptedException {
        return http.send(
                request(path).header("Accept-Encoding", "gzip").build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** @param headers further ones, names and values in turn */
    HttpResponse<String> post(String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends files as a form would. */
    HttpResponse<String> upload(String path, Map<String, String> files) throws IOException, InterruptedException {
        String border = "horarium-bench-border";
        StringBuilder body = new StringBuilder();
        files.forEach((name, content) -> body.append("--")
                .append(border)
                .append("\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
                .append(name)
                .append("\"\r\nContent-Type: text/csv\r\n\r\n")
                .append(content)
                .append("\r\n"));
        return post(path, "multipart/form-data; boundary=" + border, body + "--" + border + "--\r\n");
    }

    /**
     * Sends a form of a page.
     *
     * @param page that holds the form's own secret
     * @param fields names and values in turn
     */
    HttpResponse<String> submit(String page, String action, String... fields) throws IOException, InterruptedException {
        StringBuilder form =
                new StringBuilder("_csrf=" + encode(first(get(page).body(), "name=\"_csrf\"[^>]*value=\"([^\"]+)\"")));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encode(fields[i + 1]));
        }
        return post(action, "application/x-www-form-urlencoded", form.toString());
    }

    /** Pages are asked for by the session, the REST interface by the token once there is one. */
    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base() + path)).timeout(ANSWER_LIMIT);
        return path.startsWith("/api/") && !token.isEmpty()
                ? request.header("Authorization", "Bearer " + token)
                : request;
    }

    /** A text of a JSON object. */
    static String field(String json, String name) throws IOException {
        return first(json, "\"" + name + "\"\\s*:\\s*\"([^\"]+)\"");
    }

    /** The first group of the first match. */
    static String first(String text, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IOException("Nothing matches %s in: %s"
                    .formatted(pattern, text.lines().limit(3).toList()));
        }
        return matcher.group(1);
    }

    /** For an address or a form. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
