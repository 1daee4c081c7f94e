package org.horarium.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How much quicker two workers are than one. The product is started without a worker of its own; ten jobs, each for a cohort or a
 * department and each searching for the same time on one thread, are asked for at once, first of one worker process and then of
 * two. Server, database and workers share the machine.
 */
final class WorkersBench {
    static final String NAME = "workers";
    private static final int JOBS = 10;
    private static final int GOAL_PERCENT = 60;
    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");

    private final Duration search;
    private final JsonMapper json = new JsonMapper();

    /** @param search how long each job searches */
    WorkersBench(Duration search) {
        this.search = search;
    }

    /** What ten jobs took, and how they ended. */
    private record Outcome(Duration time, Map<String, Integer> statuses) {}

    /** Runs and returns a Markdown table. */
    String run(String command) throws IOException, InterruptedException {
        List<Process> workers = new ArrayList<>();
        try (Product product = new Product()) {
            try {
                product.start("--no-worker");
                product.logIn();
                List<String> requests = requests(product);
                workers.add(product.startWorker());
                System.err.printf("%d jobs of %d s, one worker ...%n", JOBS, search.toSeconds());
                Outcome one = measure(product, requests);
                workers.add(product.startWorker());
                System.err.printf("%d jobs of %d s, two workers ...%n", JOBS, search.toSeconds());
                Outcome two = measure(product, requests);
                return table(command, one, two);
            } finally {
                for (Process worker : workers) {
                    Product.end(worker);
                }
            }
        }
    }

    /** What is asked for: the balanced timetables of all cohorts, then of whole departments, as many as are needed. */
    private List<String> requests(Product product) throws IOException, InterruptedException {
        String year = Product.field(product.get("/api/terms/").body(), "academic_year");
        List<String> requests = new ArrayList<>();
        for (JsonNode batch : items(product, "/api/batches/")) {
            requests.add(request(
                    batch.path("department").asString(),
                    ", \"batch_id\": \"%s\"".formatted(batch.path("code").asString()),
                    year));
        }
        for (JsonNode department : items(product, "/api/departments/")) {
            requests.add(request(department.path("code").asString(), "", year));
        }
        if (requests.size() < JOBS) {
            throw new IOException("The demo college has only %d cohorts and departments.".formatted(requests.size()));
        }
        return requests.subList(0, JOBS);
    }

    private String request(String department, String batch, String year) {
        return "{\"department_id\": \"%s\"%s, \"academic_year\": \"%s\", \"time_budget_seconds\": %d, \"variants\": [\"balanced\"]}"
                .formatted(department, batch, year, search.toSeconds());
    }

    private JsonNode items(Product product, String path) throws IOException, InterruptedException {
        return json.readTree(product.get(path + "?limit=200").body()).path("items");
    }

    private Outcome measure(Product product, List<String> requests) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Map<String, String> open = new TreeMap<>();
        for (String request : requests) {
            String answer = product.post("/api/generation-jobs/generate/", "application/json", request)
                    .body();
            open.put(Product.field(answer, "job_id"), "queued");
        }
        while (!ENDED.containsAll(open.values())) {
            Thread.sleep(200);
            for (Map.Entry<String, String> job : open.entrySet()) {
                if (!ENDED.contains(job.getValue())) {
                    job.setValue(Product.field(
                            product.get("/api/generation-jobs/" + job.getKey() + "/status/")
                                    .body(),
                            "status"));
                }
            }
        }
        return new Outcome(Duration.ofNanos(System.nanoTime() - begin), count(open.values()));
    }

    private static Map<String, Integer> count(Collection<String> statuses) {
        Map<String, Integer> counted = new TreeMap<>();
        statuses.forEach(status -> counted.merge(status, 1, Integer::sum));
        return counted;
    }

    private String table(String command, Outcome one, Outcome two) {
        Table table = new Table("what", "measured", "goal", "ended as");
        table.add("ten jobs, one worker", Table.seconds(one.time()) + " s", "", words(one));
        table.add("ten jobs, two workers", Table.seconds(two.time()) + " s", "", words(two));
        table.add(
                "two workers, of the time of one",
                "%d %%"
                        .formatted(Math.round(
                                100.0 * two.time().toMillis() / one.time().toMillis())),
                "≤ %d %%".formatted(GOAL_PERCENT),
                "");
        return "`%s`: each job searches for %d s on one thread.%n%n%s%n%s"
                .formatted(command, search.toSeconds(), Machine.describe(), table);
    }

    private static String words(Outcome outcome) {
        return String.join(
                ", ",
                outcome.statuses().entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .toList());
    }
}
