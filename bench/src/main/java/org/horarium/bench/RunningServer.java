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
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
 * The application as its users meet it: the launcher on a built tree with an empty data folder of its own, and a person who
 * is logged in. Closing it stops the server and deletes the folder.
 */
final class RunningServer implements AutoCloseable {
    private static final String PASSWORD = "bench-demo-password";
    private static final int START_LIMIT_SECONDS = 120;

    private final Path launcher;
    private final Map<String, String> environment;
    private final Path data;
    private final int port;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private @Nullable Process process;
    private String token = "";
    private String csrf = "";

    /**
     * A server that is not started yet.
     *
     * @param home folder of the launcher
     * @param environment variables for it, beside the password of the demo accounts
     */
    RunningServer(Path home, Map<String, String> environment) throws IOException {
        this.launcher = home.resolve("horarium");
        this.environment = Map.copyOf(environment);
        this.data = Files.createTempDirectory("horarium-bench");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    /** Starts it and waits until it serves; returns how many milliseconds that took. */
    long start() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(
                        launcher.toString(), "serve", "--port", Integer.toString(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
        builder.environment().put("HORARIUM_DEMO_PASSWORD", PASSWORD);
        builder.environment().putAll(environment);
        Process started = builder.start();
        process = started;
        awaitHealth(started);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    /** Stops it; the data folder stays. */
    void stop() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
            process = null;
        }
    }

    private void awaitHealth(Process started) throws IOException, InterruptedException {
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

    /** The demo administrator logs in, for pages and for REST. */
    void logIn() throws IOException, InterruptedException {
        String form = "username=" + encode("admin@demo.horarium.org") + "&password=" + encode(PASSWORD) + "&_csrf="
                + encode(csrf(get("/login").body()));
        HttpResponse<String> answer = post("/login", "application/x-www-form-urlencoded", form);
        if (answer.uri().getPath().startsWith("/login")) {
            throw new IOException("Logging in failed: the server answered with %s.".formatted(answer.uri()));
        }
        String account = "{\"username\": \"admin@demo.horarium.org\", \"password\": \"%s\"}".formatted(PASSWORD);
        token = field(post("/api/auth/token/", "application/json", account).body(), "token");
        csrf = csrf(get("/account").body());
    }

    /** Waits until a generation job is completed. */
    void awaitCompletion(String job) throws IOException, InterruptedException {
        String status = "";
        for (int second = 0; second < 180 && !status.equals("completed"); second++) {
            status = field(get("/api/generation-jobs/" + job + "/status/").body(), "status");
            if (status.equals("failed")) {
                throw new IOException("The generation failed.");
            }
            Thread.sleep(1000);
        }
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder());
    }

    HttpResponse<String> post(String path, String type, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder().header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(path, request);
    }

    /** Sends a form of a page. */
    HttpResponse<String> submit(String path, String fields) throws IOException, InterruptedException {
        return post(path, "application/x-www-form-urlencoded", fields + "&_csrf=" + encode(csrf));
    }

    /** Pages are asked for by the session, the REST interface by the token once there is one. */
    private HttpResponse<String> send(String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        if (path.startsWith("/api/") && !token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(
                request.uri(URI.create("http://localhost:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String csrf(String page) throws IOException {
        return first(page, "name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    }

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

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Of all processes that work in the data folder (the server, PostgreSQL with its backends, Redis), as the operating
     * system counts; pages that they share count for each.
     */
    long residentMegabytes() throws IOException {
        long kilobytes = 0;
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path folder = Path.of("/proc", Long.toString(process.pid()));
            try {
                String command = Files.readString(folder.resolve("cmdline"));
                if (command.contains(data.toString())
                        || folder.resolve("cwd").toRealPath().startsWith(data)) {
                    kilobytes += Files.readAllLines(folder.resolve("status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum();
                }
            } catch (NoSuchFileException | AccessDeniedException e) {
                // gone meanwhile, or none of ours
            }
        }
        return kilobytes / 1024;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
