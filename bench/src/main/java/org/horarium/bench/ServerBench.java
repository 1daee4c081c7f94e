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
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures the application as its users meet it: the launcher on a built tree with an empty data folder, the demo
 * college, a generation asked for by REST, and the page of the timetable.
 */
final class ServerBench {
    private static final String PASSWORD = "bench-demo-password";
    private static final int START_LIMIT_SECONDS = 120;
    private static final int PAGE_VIEWS = 100;
    private static final int WARM_UP_VIEWS = 50;
    private static final int IDLE_SECONDS = 20;

    private final Path launcher;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Table table = new Table("what", "measured", "goal");
    private String base = "";
    private String token = "";

    /** @param home folder of the launcher */
    ServerBench(Path home) {
        this.launcher = home.resolve("horarium");
    }

    /** Runs all measurements and returns them as a Markdown table. */
    String run() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("horarium-bench");
        int port = freePort();
        base = "http://localhost:" + port;
        Process server = null;
        try {
            long begin = System.nanoTime();
            server = start(data, port);
            awaitHealth(server);
            row("from start to serving, built tree, empty data folder", millis(begin), 15_000);
            stop(server);
            begin = System.nanoTime();
            server = start(data, port);
            awaitHealth(server);
            row("from start to serving, second start", millis(begin), 15_000);
            Thread.sleep(IDLE_SECONDS * 1000L);
            table.add(
                    "resident memory while idle, all processes together",
                    "%d MB".formatted(residentMegabytes(data)),
                    "< 600 MB");
            logIn();
            String job = generate();
            awaitCompletion(job);
            pageOfTimetable(job);
        } finally {
            if (server != null) {
                stop(server);
            }
            delete(data);
        }
        return table.toString();
    }

    private Process start(Path data, int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        launcher.toString(), "serve", "--port", Integer.toString(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling(data.getFileName() + ".log").toFile());
        builder.environment().put("HORARIUM_DEMO_PASSWORD", PASSWORD);
        return builder.start();
    }

    private static void stop(Process server) throws InterruptedException {
        server.destroy();
        if (!server.waitFor(30, TimeUnit.SECONDS)) {
            server.destroyForcibly().waitFor();
        }
    }

    private void awaitHealth(Process server) throws IOException, InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_LIMIT_SECONDS);
        while (System.nanoTime() < limit && server.isAlive()) {
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

    private void logIn() throws IOException, InterruptedException {
        String form = "username=" + encode("admin@demo.horarium.org") + "&password=" + encode(PASSWORD) + "&_csrf="
                + encode(csrf(get("/login").body()));
        HttpResponse<String> answer = post("/login", "application/x-www-form-urlencoded", form);
        if (answer.uri().getPath().startsWith("/login")) {
            throw new IOException("Logging in failed: the server answered with %s.".formatted(answer.uri()));
        }
        String account = "{\"username\": \"admin@demo.horarium.org\", \"password\": \"%s\"}".formatted(PASSWORD);
        token = field(post("/api/auth/token/", "application/json", account).body(), "token");
    }

    private String generate() throws IOException, InterruptedException {
        String year = field(get("/api/terms/").body(), "academic_year");
        String body =
                "{\"department_id\": \"CSE\", \"academic_year\": \"%s\", \"time_budget_seconds\": 10}".formatted(year);
        long begin = System.nanoTime();
        HttpResponse<String> answer = post("/api/generation-jobs/generate/", "application/json", body);
        row("answer to a request for a timetable, with the job's id", millis(begin), 500);
        return field(answer.body(), "job_id");
    }

    private void awaitCompletion(String job) throws IOException, InterruptedException {
        String status = "";
        for (int second = 0; second < 120 && !status.equals("completed"); second++) {
            status = field(get("/api/generation-jobs/" + job + "/status/").body(), "status");
            if (status.equals("failed")) {
                throw new IOException("The generation failed.");
            }
            Thread.sleep(1000);
        }
    }

    private void pageOfTimetable(String job) throws IOException, InterruptedException {
        Matcher link = Pattern.compile("href=\"(/admin/schedules/[^\"/]+/timetable[^\"]*)\"")
                .matcher(get("/admin/generation-jobs/" + job).body());
        if (!link.find()) {
            throw new IOException("The page of job (%s) has no link to its timetable.".formatted(job));
        }
        String path = link.group(1).replace("&amp;", "&");
        long[] times = new long[PAGE_VIEWS];
        for (int view = 0; view < WARM_UP_VIEWS + PAGE_VIEWS; view++) {
            long begin = System.nanoTime();
            HttpResponse<String> page = get(path);
            if (page.statusCode() != 200) {
                throw new IOException("The timetable answered %d.".formatted(page.statusCode()));
            }
            if (view >= WARM_UP_VIEWS) {
                times[view - WARM_UP_VIEWS] = millis(begin);
            }
        }
        Arrays.sort(times);
        row("page of the timetable, warm, median of %d".formatted(PAGE_VIEWS), times[PAGE_VIEWS / 2], 300);
        row("page of the timetable, warm, 95th percentile", times[PAGE_VIEWS * 95 / 100], 300);
    }

    private void row(String what, long millis, long goal) {
        table.add(what, duration(millis), "< " + duration(goal));
    }

    private static String duration(long millis) {
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    private static long millis(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(path, HttpRequest.newBuilder());
    }

    private HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(
                path,
                HttpRequest.newBuilder().header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Pages are asked for by the session, the REST interface by the token once there is one. */
    private HttpResponse<String> send(String path, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        if (path.startsWith("/api/") && !token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(
                request.uri(URI.create(base + path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String csrf(String page) throws IOException {
        return first(page, "name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    }

    private static String field(String json, String name) throws IOException {
        return first(json, "\"" + name + "\"\\s*:\\s*\"([^\"]+)\"");
    }

    private static String first(String text, String pattern) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IOException("Nothing matches %s in: %s"
                    .formatted(pattern, text.lines().limit(3).toList()));
        }
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Of all processes that work in the data folder (the server, PostgreSQL with its backends, Redis), as the operating
     * system counts; pages that they share count for each.
     */
    private static long residentMegabytes(Path data) throws IOException {
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

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
