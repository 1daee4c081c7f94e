package org.horarium.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The board over HTTP with the university demo: how long a planner waits when an activity is picked up, for suggestions, for a
 * drop, and for the page.
 */
final class BoardSuite {
    static final String NAME = "board";

    private static final int WARM_UP = 60;
    private static final int PICK_UPS = 300;
    private static final int SEARCHES = 60;
    private static final int DROPS = 60;
    private static final int PAGES = 60;
    private static final int GROUPS = 40;

    private final Limits limits;
    private final JsonMapper json = new JsonMapper();
    private final Table table = new Table("what", "times", "median", "95th percentile", "longest", "goal");

    /**
     * The suite.
     *
     * @param limits the time of the generation, and the seed by which activities are chosen
     */
    BoardSuite(Limits limits) {
        this.limits = limits;
    }

    /** Runs it; returns the table with the command that made it. */
    String markdown(String command) throws IOException, InterruptedException {
        String about;
        try (Product server = new Product(Map.of("HORARIUM_DEMO_SIZE", "university"))) {
            server.start();
            server.logIn();
            String schedule = schedule(server);
            String job = generate(server, schedule);
            awaitCompletion(server, job);
            about = measure(server, schedule);
        }
        return "`%s`%n%n%s.%n%n%s%n%s%n".formatted(command, Machine.describe(), about, table);
    }

    /** One schedule of all departments. */
    private static String schedule(Product server) throws IOException, InterruptedException {
        String form = server.get("/admin/schedules/new").body();
        List<String> fields = new ArrayList<>(List.of("name", "University", "term"));
        fields.add(Product.first(form.substring(form.indexOf("name=\"term\"")), "<option[^>]*value=\"([^\"]+)\""));
        for (String department :
                all(form, "name=\"departments\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"departments\"")) {
            fields.add("departments");
            fields.add(department);
        }
        HttpResponse<String> made =
                server.submit("/admin/schedules/new", "/admin/schedules", fields.toArray(String[]::new));
        return Product.first(made.uri().getPath(), "/admin/schedules/([0-9a-f-]+)");
    }

    private String generate(Product server, String schedule) throws IOException, InterruptedException {
        String tab = "/admin/schedules/" + schedule + "/generation";
        HttpResponse<String> made = server.submit(
                tab,
                tab,
                "time_budget_seconds",
                Long.toString(Math.max(10, limits.time().toSeconds())));
        return Product.first(made.uri().getPath(), "/admin/generation-jobs/([0-9a-f-]+)");
    }

    /** A timetable in which something has no place is good enough to edit. */
    private static void awaitCompletion(Product server, String job) throws IOException, InterruptedException {
        String status = "";
        while (!Set.of("completed", "failed").contains(status)) {
            Thread.sleep(1000);
            status = Product.field(
                    server.get("/api/generation-jobs/" + job + "/status/").body(), "status");
        }
    }

    private String measure(Product server, String schedule) throws IOException, InterruptedException {
        String board = "/admin/schedules/" + schedule + "/board";
        String page = server.get(board).body();
        String api = Product.first(page, "data-api=\"([^\"]+)\"");
        long version = Long.parseLong(Product.first(page, "data-version=\"([0-9]+)\""));
        List<String> groups =
                all(page.substring(page.indexOf("id=\"of\"")).split("</select>")[0], "<option[^>]*value=\"([^\"]+)\"");
        Set<String> found = new LinkedHashSet<>();
        Random random = new Random(limits.seed());
        for (int i = 0; i < GROUPS; i++) {
            String group = groups.get(random.nextInt(groups.size()));
            String week =
                    server.get(board + "?by=group&of=" + Product.encode(group)).body();
            found.addAll(all(week, "data-activity=\"([^\"]+)\""));
        }
        List<String> activities = new ArrayList<>(found);
        for (int i = 0; i < WARM_UP; i++) {
            server.get(choices(api, pick(activities, random)));
        }
        pickUps(server, api, activities, random);
        suggestions(server, api, activities, random);
        drops(server, api, version, activities, random);
        pages(server, board, groups, random);
        return "University demo, one schedule of all departments, %d groups; %d activities were chosen from by chance"
                .formatted(groups.size(), activities.size());
    }

    private void pickUps(Product server, String api, List<String> activities, Random random)
            throws IOException, InterruptedException {
        long[] times = new long[PICK_UPS];
        for (int i = 0; i < times.length; i++) {
            times[i] = timed(server, choices(api, pick(activities, random)));
        }
        row("pick up an activity: every slot with its cost or its reasons", times, 150);
    }

    private void suggestions(Product server, String api, List<String> activities, Random random)
            throws IOException, InterruptedException {
        long[] times = new long[SEARCHES];
        for (int i = 0; i < times.length; i++) {
            times[i] = timed(server, api + "/suggestions?depth=2&activity=" + Product.encode(pick(activities, random)));
        }
        row("suggestions of up to two moves", times, 2000);
    }

    private void drops(Product server, String api, long seen, List<String> activities, Random random)
            throws IOException, InterruptedException {
        long version = seen;
        long[] times = new long[DROPS];
        int done = 0;
        for (int tries = 0; done < DROPS && tries < 20 * DROPS; tries++) {
            JsonNode cells = json.readTree(
                            server.get(choices(api, pick(activities, random))).body())
                    .get("cells");
            List<JsonNode> legal = new ArrayList<>();
            for (JsonNode cell : cells) {
                if (!Set.of("illegal", "here").contains(cell.get("look").asString())) {
                    legal.add(cell.get("place"));
                }
            }
            if (legal.isEmpty()) {
                continue;
            }
            String body = "{\"places\": [" + legal.get(random.nextInt(legal.size())) + "]}";
            long begin = System.nanoTime();
            HttpResponse<String> answer =
                    server.post(api + "/moves", "application/json", body, "If-Match", "\"" + version + "\"");
            long took = ServerBench.millis(begin);
            if (answer.statusCode() != 200) {
                throw new IOException(
                        "A legal drop was answered with %d: %s".formatted(answer.statusCode(), answer.body()));
            }
            version = json.readTree(answer.body()).get("version").asLong();
            times[done++] = took;
        }
        row("drop: judged by the verifier, written, kept for undo", Arrays.copyOf(times, done), 200);
    }

    private void pages(Product server, String board, List<String> groups, Random random)
            throws IOException, InterruptedException {
        long[] times = new long[PAGES];
        for (int i = 0; i < times.length; i++) {
            times[i] = timed(server, board + "?by=group&of=" + Product.encode(pick(groups, random)));
        }
        row("page of the board", times, 300);
    }

    private static long timed(Product server, String path) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = server.get(path);
        long took = ServerBench.millis(begin);
        if (answer.statusCode() != 200) {
            throw new IOException("%s answered %d.".formatted(path, answer.statusCode()));
        }
        return took;
    }

    private void row(String what, long[] times, long goal) {
        Arrays.sort(times);
        table.add(
                what,
                Integer.toString(times.length),
                ServerBench.duration(times[times.length / 2]),
                ServerBench.duration(times[times.length * 95 / 100]),
                ServerBench.duration(times[times.length - 1]),
                "95 of 100 < " + ServerBench.duration(goal));
    }

    private static String choices(String api, String activity) {
        return api + "/choices?activity=" + Product.encode(activity);
    }

    private static String pick(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> all(String text, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        while (matcher.find()) {
            found.add((matcher.group(1) == null ? matcher.group(2) : matcher.group(1)).replace("&amp;", "&"));
        }
        return found;
    }
}
