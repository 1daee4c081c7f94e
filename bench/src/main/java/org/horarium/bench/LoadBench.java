package org.horarium.bench;

import java.io.IOException;
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

/**
 * Many readers of a published timetable at the same time. The product is started with the demo college, a timetable of one
 * department is made, approved and published, and its pages are opened to everybody. Then each reader opens a page, looks at it
 * for one to three seconds, and opens another: the week of a department or of a room, the own week of somebody logged in, a
 * calendar. Readers and server share the machine.
 */
final class LoadBench {
    static final String NAME = "load";
    private static final int GENERATION_SECONDS = 15;
    private static final int GENERATION_LIMIT_SECONDS = 300;
    private static final int WARM_UP_SECONDS = 10;
    private static final int GOAL_MILLIS = 300;

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

    /** A page that is read: its name in the table, its address, and the headers that it is asked with. */
    private record Page(String name, String path, Map<String, String> headers) {}

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
        Map<String, String> own = Map.of("Authorization", "Bearer " + student);
        String room = Product.field(product.get("/api/rooms/").body(), "code");
        String calendar = calendar(product, student);
        String etag = http.send(
                        HttpRequest.newBuilder(URI.create(product.base() + calendar))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        return List.of(
                new Page("week of a department", "/departments/CSE/timetable", Map.of()),
                new Page("week of a room", "/rooms/" + room + "/timetable", Map.of()),
                new Page("own week", "/timetable", own),
                new Page("calendar", calendar, Map.of()),
                new Page("calendar, not changed", calendar, Map.of("If-None-Match", etag)));
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
        String session = made.headers().firstValue("Set-Cookie").orElse("").replaceAll(";.*", "");
        String shown = http.send(
                        HttpRequest.newBuilder(URI.create(product.base() + "/calendars"))
                                .header("Authorization", "Bearer " + student)
                                .header("Cookie", session)
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
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
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
                                boolean good = isRead(product, page);
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

    private boolean isRead(Product product, Page page) throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(product.base() + page.path())).timeout(Duration.ofSeconds(30));
        page.headers().forEach(request::header);
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == (page.headers().containsKey("If-None-Match") ? 304 : 200);
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
        return "`%s`: %d readers, each opens a page every two seconds; goal: p99 at most %d ms, no error.%n%n%s"
                .formatted(command, readers, GOAL_MILLIS, table);
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
