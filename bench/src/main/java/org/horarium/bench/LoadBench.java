package org.horarium.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Many readers of a published timetable at the same time. The product is started with the demo college, a timetable of one
 * department is made, approved and published, and its pages are opened to everybody. Then each reader opens a page, looks at it
 * for one to three seconds, and opens another: the week of any group of the department or of any room, the own week of somebody
 * who is logged in (a student or a lecturer, with the session of a browser), a calendar. Pages are asked for as browsers do,
 * packed. Readers and server share the machine.
 */
final class LoadBench {
    static final String NAME = "load";
    private static final int GENERATION_SECONDS = 15;
    private static final int GENERATION_LIMIT_SECONDS = 300;
    private static final int WARM_UP_SECONDS = 10;
    private static final int GOAL_MILLIS = 300;
    private static final Map<String, String> PACKED = Map.of("Accept-Encoding", "gzip");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int readers;
    private final Duration time;

    /**
     * @param readers how many at a time
     * @param time how long they read, after a warm-up
     */
    LoadBench(int readers, Duration time) {
        this.readers = readers;
        this.time = time;
    }

    /** What is read: its name in the table, its addresses, and the headers that each is asked with. */
    private record Page(String name, List<String> paths, Map<String, String> headers) {
        Page(String name, String path, Map<String, String> headers) {
            this(name, List.of(path), headers);
        }
    }

    /** An answer: how long it took, and whether it was the right one. */
    private record Answer(String page, long nanos, boolean good) {}

    /** Runs and returns a Markdown table. */
    String run(String command) throws IOException, InterruptedException {
        try (Product product = new Product()) {
            product.start();
            List<Page> pages = publish(product);
            System.err.printf("%d readers, %d s ...%n", readers, time.toSeconds());
            return table(command, read(product, pages));
        }
    }

    /** Publishes a timetable, opens its pages, and says what there is to read. */
    private List<Page> publish(Product product) throws IOException, InterruptedException {
        product.logIn();
        String job = generate(product);
        String head = product.tokenOf("hod@demo.horarium.org");
        call(
                product,
                head,
                "/api/generation-jobs/" + job + "/approve/",
                "application/json",
                "{\"action\": \"approve\"}");
        String workflow = Product.field(
                product.get("/api/timetable-workflow/?status=approved").body(), "workflow_id");
        String published = product.post("/api/timetable-workflow/" + workflow + "/publish/", "application/json", "{}")
                .body();
        if (!published.contains("\"published\"")) {
            throw new IOException("Publishing failed: " + published);
        }
        product.submit(
                "/admin/settings",
                "/admin/settings",
                "on",
                "approval.four-eyes",
                "on",
                "publishing.public-rooms",
                "on",
                "publishing.public-departments");
        String student = product.tokenOf("student@demo.horarium.org");
        List<String> rooms = StreamSupport.stream(
                        new JsonMapper()
                                .readTree(product.get("/api/rooms/?limit=200").body())
                                .path("items")
                                .spliterator(),
                        false)
                .map(room -> room.path("code").asString())
                .toList();
        List<String> groups =
                Product.all(product.get("/departments/CSE/timetable").body(), "<option[^>]*value=\"([^\"]+)\"");
        String calendar = calendar(product, student);
        String etag = http.send(
                        HttpRequest.newBuilder(URI.create(product.base() + calendar))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return List.of(
                new Page(
                        "week of a group",
                        groups.stream()
                                .map(group -> "/departments/CSE/timetable?of=" + Product.encode(group))
                                .toList(),
                        PACKED),
                new Page(
                        "week of a room",
                        rooms.stream()
                                .map(room -> "/rooms/" + Product.encode(room) + "/timetable")
                                .toList(),
                        PACKED),
                own(product, "student"),
                own(product, "faculty"),
                new Page("calendar", calendar, Map.of()),
                new Page("calendar, not changed", calendar, Map.of("If-None-Match", etag)));
    }

    /** The own week of somebody of the demo, in a browser. */
    private Page own(Product product, String who) throws IOException, InterruptedException {
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        String form = browser.send(
                        HttpRequest.newBuilder(URI.create(product.base() + "/login"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        browser.send(
                HttpRequest.newBuilder(URI.create(product.base() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf="
                                + Product.encode(Product.first(form, "name=\"_csrf\"[^>]*value=\"([^\"]+)\""))
                                + "&username=" + who + "%40demo.horarium.org&password=" + Product.PASSWORD))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        String known = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return new Page(
                "own week of a " + (who.equals("student") ? "student" : "lecturer"),
                "/timetable",
                Map.of("Accept-Encoding", "gzip", "Cookie", known));
    }

    private static String generate(Product product) throws IOException, InterruptedException {
        String year = Product.field(product.get("/api/terms/").body(), "academic_year");
        String job = Product.field(
                product.post(
                                "/api/generation-jobs/generate/",
                                "application/json",
                                "{\"department_id\": \"CSE\", \"academic_year\": \"%s\", \"time_budget_seconds\": %d}"
                                        .formatted(year, GENERATION_SECONDS))
                        .body(),
                "job_id");
        String status = "";
        for (int second = 0; second < GENERATION_LIMIT_SECONDS && !status.equals("completed"); second++) {
            status = Product.field(
                    product.get("/api/generation-jobs/" + job + "/status/").body(), "status");
            if (status.equals("failed")) {
                throw new IOException("The generation failed.");
            }
            Thread.sleep(1000);
        }
        return job;
    }

    /** A calendar link of the student: the path with its secret. */
    private String calendar(Product product, String student) throws IOException, InterruptedException {
        String page = call(product, student, "/calendars", "", "").body();
        String code = Product.first(page, "name=\"code\"[^>]*value=\"([^\"]+)\"");
        String kind = Product.first(page, "name=\"kind\"[^>]*value=\"([^\"]+)\"");
        HttpResponse<String> made = call(
                product,
                student,
                "/calendars",
                "application/x-www-form-urlencoded",
                "kind=" + kind + "&code=" + URLEncoder.encode(code, StandardCharsets.UTF_8));
        String shown = http.send(
                        HttpRequest.newBuilder(URI.create(product.base() + "/calendars"))
                                .header("Authorization", "Bearer " + student)
                                .header(
                                        "Cookie",
                                        made.headers()
                                                .firstValue("Set-Cookie")
                                                .orElse("")
                                                .replaceAll(";.*", ""))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return Product.first(shown, "(/calendar/[A-Za-z0-9_-]+\\.ics)");
    }

    /** Asks in the name of a token; by POST when there is a type. */
    private HttpResponse<String> call(Product product, String token, String path, String type, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(product.base() + path)).header("Authorization", "Bearer " + token);
        if (!type.isEmpty()) {
            request.header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException("%s answered %d: %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private List<Answer> read(Product product, List<Page> pages) throws InterruptedException {
        ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
        long counted = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_UP_SECONDS);
        long end = counted + time.toNanos();
        CountDownLatch done = new CountDownLatch(readers);
        AtomicLong seeds = new AtomicLong(1);
        for (int reader = 0; reader < readers; reader++) {
            Thread thread = new Thread(
                    () -> {
                        Random random = new Random(seeds.getAndIncrement());
                        try {
                            // they do not all come in the same moment
                            Thread.sleep(random.nextInt(2000));
                            while (System.nanoTime() < end) {
                                Page page = pages.get(random.nextInt(pages.size()));
                                long begin = System.nanoTime();
                                String path = page.paths()
                                        .get(random.nextInt(page.paths().size()));
                                boolean good = isRead(product, path, page.headers());
                                if (begin > counted) {
                                    answers.add(new Answer(page.name(), System.nanoTime() - begin, good));
                                }
                                Thread.sleep(1000 + random.nextInt(2000));
                            }
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        } finally {
                            done.countDown();
                        }
                    },
                    "reader");
            thread.setDaemon(true);
            thread.start();
        }
        done.await();
        return List.copyOf(answers);
    }

    private boolean isRead(Product product, String path, Map<String, String> headers) throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(product.base() + path)).timeout(Duration.ofSeconds(30));
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == (headers.containsKey("If-None-Match") ? 304 : 200);
        } catch (IOException e) {
            return false;
        }
    }

    private String table(String command, List<Answer> answers) {
        Map<String, List<Answer>> byPage = new TreeMap<>();
        answers.forEach(answer ->
                byPage.computeIfAbsent(answer.page(), page -> new ArrayList<>()).add(answer));
        Table table = new Table("page", "answers", "errors", "median", "p95", "p99", "longest");
        byPage.forEach((page, own) -> row(table, page, own));
        row(table, "all", answers);
        return "`%s`: %d readers at a time, each opens a page and looks at it for one to three seconds; goal: p99 at most %d ms, no error.%n%n%s%n%s"
                .formatted(command, readers, GOAL_MILLIS, Machine.describe(), table);
    }

    private static void row(Table table, String name, List<Answer> answers) {
        List<Long> times = new ArrayList<>(answers.stream().map(Answer::nanos).toList());
        Collections.sort(times);
        table.add(
                name,
                String.format(Locale.ROOT, "%,d", times.size()),
                Long.toString(answers.stream().filter(answer -> !answer.good()).count()),
                percentile(times, 50),
                percentile(times, 95),
                percentile(times, 99),
                percentile(times, 100));
    }

    private static String percentile(List<Long> sorted, int percent) {
        if (sorted.isEmpty()) {
            return "–";
        }
        int index = Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1);
        return String.format(Locale.ROOT, "%.1f ms", sorted.get(index) / 1e6);
    }
}
