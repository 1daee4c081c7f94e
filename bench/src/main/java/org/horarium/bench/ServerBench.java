package org.horarium.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Measures the application with the demo college: start, memory, a generation asked for by REST, the page of its timetable. */
final class ServerBench {
    private static final int PAGE_VIEWS = 100;
    private static final int WARM_UP_VIEWS = 50;
    private static final int IDLE_SECONDS = 20;

    private final Path home;
    private final Table table = new Table("what", "measured", "goal");

    /** @param home folder of the launcher */
    ServerBench(Path home) {
        this.home = home;
    }

    /** Runs all measurements and returns them as a Markdown table. */
    String run() throws IOException, InterruptedException {
        try (RunningServer server = new RunningServer(home, Map.of())) {
            row("from start to serving, built tree, empty data folder", server.start(), 15_000);
            server.stop();
            row("from start to serving, second start", server.start(), 15_000);
            Thread.sleep(IDLE_SECONDS * 1000L);
            table.add(
                    "resident memory while idle, all processes together",
                    "%d MB".formatted(server.residentMegabytes()),
                    "< 600 MB");
            server.logIn();
            String job = generate(server);
            server.awaitCompletion(job);
            pageOfTimetable(server, job);
        }
        return table.toString();
    }

    private String generate(RunningServer server) throws IOException, InterruptedException {
        String year = RunningServer.field(server.get("/api/terms/").body(), "academic_year");
        String body =
                "{\"department_id\": \"CSE\", \"academic_year\": \"%s\", \"time_budget_seconds\": 10}".formatted(year);
        long begin = System.nanoTime();
        HttpResponse<String> answer = server.post("/api/generation-jobs/generate/", "application/json", body);
        row("answer to a request for a timetable, with the job's id", millis(begin), 500);
        return RunningServer.field(answer.body(), "job_id");
    }

    private void pageOfTimetable(RunningServer server, String job) throws IOException, InterruptedException {
        Matcher link = Pattern.compile("href=\"(/admin/schedules/[^\"/]+/timetable[^\"]*)\"")
                .matcher(server.get("/admin/generation-jobs/" + job).body());
        if (!link.find()) {
            throw new IOException("The page of job (%s) has no link to its timetable.".formatted(job));
        }
        String path = link.group(1).replace("&amp;", "&");
        long[] times = new long[PAGE_VIEWS];
        for (int view = 0; view < WARM_UP_VIEWS + PAGE_VIEWS; view++) {
            long begin = System.nanoTime();
            HttpResponse<String> page = server.get(path);
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

    static String duration(long millis) {
        return millis < 1000 ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }

    static long millis(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
