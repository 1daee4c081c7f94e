package org.horarium.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures the application as its users meet it: the launcher on a built tree with an empty data folder, the demo
 * college, a generation asked for by REST, and the page of the timetable.
 */
final class ServerBench {
    private static final int PAGE_VIEWS = 100;
    private static final int WARM_UP_VIEWS = 50;
    private static final int IDLE_SECONDS = 20;

    private final Table table = new Table("what", "measured", "goal");

    /** Runs all measurements and returns them as a Markdown table. */
    String run() throws IOException, InterruptedException {
        try (Product product = new Product()) {
            long begin = System.nanoTime();
            product.start();
            row("from start to serving, built tree, empty data folder", millis(begin), 15_000);
            product.stop();
            begin = System.nanoTime();
            product.start();
            row("from start to serving, second start", millis(begin), 15_000);
            Thread.sleep(IDLE_SECONDS * 1000L);
            table.add(
                    "resident memory while idle, all processes together",
                    "%d MB".formatted(residentMegabytes(product.data())),
                    "< 600 MB");
            product.logIn();
            String job = generate(product);
            awaitCompletion(product, job);
            pageOfTimetable(product, job);
        }
        return table.toString();
    }

    private String generate(Product product) throws IOException, InterruptedException {
        String year = Product.field(product.get("/api/terms/").body(), "academic_year");
        String body =
                "{\"department_id\": \"CSE\", \"academic_year\": \"%s\", \"time_budget_seconds\": 10}".formatted(year);
        long begin = System.nanoTime();
        HttpResponse<String> answer = product.post("/api/generation-jobs/generate/", "application/json", body);
        row("answer to a request for a timetable, with the job's id", millis(begin), 500);
        return Product.field(answer.body(), "job_id");
    }

    private static void awaitCompletion(Product product, String job) throws IOException, InterruptedException {
        String status = "";
        for (int second = 0; second < 120 && !status.equals("completed"); second++) {
            status = Product.field(
                    product.get("/api/generation-jobs/" + job + "/status/").body(), "status");
            if (status.equals("failed")) {
                throw new IOException("The generation failed.");
            }
            Thread.sleep(1000);
        }
    }

    private void pageOfTimetable(Product product, String job) throws IOException, InterruptedException {
        String path = Product.first(
                        product.get("/admin/generation-jobs/" + job).body(),
                        "href=\"(/admin/schedules/[^\"/]+/timetable[^\"]*)\"")
                .replace("&amp;", "&");
        Samples times = Samples.of(WARM_UP_VIEWS, PAGE_VIEWS, () -> {
            HttpResponse<String> page = product.get(path);
            if (page.statusCode() != 200) {
                throw new IOException("The timetable answered %d.".formatted(page.statusCode()));
            }
        });
        row("page of the timetable, warm, median of %d".formatted(PAGE_VIEWS), times.percentile(50), 300);
        row("page of the timetable, warm, 95th percentile", times.percentile(95), 300);
    }

    private void row(String what, long millis, long goal) {
        table.add(what, duration(millis), "< " + duration(goal));
    }

    static String duration(long millis) {
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    static long millis(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
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
}
