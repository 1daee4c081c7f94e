package org.horarium.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures what administrators and lecturers wait for: the import of a large college, lists of ten thousand rows, and the
 * weight of the page on which people say what they prefer.
 */
final class DataSuite {
    /** Its name on the command line. */
    static final String NAME = "data";

    private static final int STUDENTS = 6000;
    private static final int LISTED = 10_000;
    private static final int WARM_UP = 10;
    private static final int VIEWS = 50;
    private static final int IMPORT_GOAL_MS = 5000;
    private static final int LIST_GOAL_MS = 200;
    private static final int PORTAL_GOAL_KB = 100;
    private static final Pattern RESOURCE = Pattern.compile("<(?:link[^>]+href|script[^>]+src)=\"(/[^\"]+)\"");
    private static final Pattern IMPORTED = Pattern.compile("import\\s*(?:[^\"';]+from\\s*)?[\"'](/[^\"']+)[\"']");

    private final Table table = new Table("what", "measured", "goal");

    /** Runs all measurements in a product of its own. */
    String markdown(String command) throws IOException, InterruptedException {
        try (Product product = new Product()) {
            product.start();
            product.logIn();
            imports(product);
            lists(product);
            portal(product);
        }
        return "`%s`%n%n%s%n%s".formatted(command, Machine.describe(), table);
    }

    private void imports(Product product) throws IOException, InterruptedException {
        System.err.println("importing ...");
        Map<String, String> tables = LargeCollege.tables();
        String what = "import of 6,000 students and 1,500 activities: ";
        long begin = System.nanoTime();
        HttpResponse<String> preview = product.upload("/api/imports", tables);
        row(what + "upload and preview, first time", ServerBench.millis(begin), IMPORT_GOAL_MS);
        require(preview, "\"faults\":[]");
        begin = System.nanoTime();
        commit(product, preview);
        row(what + "commit", ServerBench.millis(begin), IMPORT_GOAL_MS);
        begin = System.nanoTime();
        preview = product.upload("/api/imports", tables);
        row(what + "preview again, all unchanged", ServerBench.millis(begin), IMPORT_GOAL_MS);
        require(preview, "\"students\":{\"added\":0,\"changed\":0,\"unchanged\":" + STUDENTS + "}");
        commit(
                product,
                product.upload("/api/imports", Map.of("students.csv", LargeCollege.students(STUDENTS, LISTED))));
    }

    private static void commit(Product product, HttpResponse<String> preview) throws IOException, InterruptedException {
        String id = Product.field(preview.body(), "id");
        String fingerprint = Product.field(preview.body(), "fingerprint");
        HttpResponse<String> done = product.post(
                "/api/imports/" + id + "/commit", "application/json", "{\"fingerprint\": \"" + fingerprint + "\"}");
        require(done, "undo");
    }

    private static void require(HttpResponse<String> answer, String words) throws IOException {
        if (answer.statusCode() >= 300 || !answer.body().contains(words)) {
            throw new IOException("The server answered %d without (%s): %s"
                    .formatted(
                            answer.statusCode(),
                            words,
                            answer.body()
                                    .substring(0, Math.min(500, answer.body().length()))));
        }
    }

    private void lists(Product product) throws IOException, InterruptedException {
        System.err.println("lists ...");
        String students = "/admin/data/students";
        list(product, "first page", students);
        list(product, "page 400", students + "?page=400");
        list(product, "sorted by name, downwards", students + "?sort=name&down=true");
        list(product, "search of a part of a name", students + "?q=9999");
        list(product, "search that finds nothing", students + "?q=nobody");
        list(product, "narrowed to a section", students + "?f.group=" + LargeCollege.firstSection());
        list(product, "REST, 100 rows", "/api/data/students?limit=100");
    }

    private void list(Product product, String what, String path) throws IOException, InterruptedException {
        Samples samples = Samples.of(WARM_UP, VIEWS, () -> require(product.get(path), ""));
        table.add(
                "list of 10,000 students: " + what,
                "median %d ms, 95 %% within %d ms".formatted(samples.percentile(50), samples.percentile(95)),
                "≤ " + LIST_GOAL_MS + " ms");
    }

    /** A schedule of the demo college's first department, and the sheet of its first person. */
    private void portal(Product product) throws IOException, InterruptedException {
        System.err.println("portal ...");
        String form = "/admin/schedules/new";
        String term = Product.first(
                product.get(form).body(), "<select[^>]+name=\"term\"[^>]*>\\s*<option value=\"([^\"]+)\"");
        HttpResponse<String> schedule =
                product.submit(form, "/admin/schedules", "term", term, "departments", "CSE", "name", "Bench");
        String tab = schedule.uri().getPath() + "/personnel";
        product.submit(
                tab,
                tab + "/round",
                "deadline",
                LocalDate.now().plusDays(14) + "T18:00",
                "zone",
                "UTC",
                "vetoBudget",
                "2");
        String person = Product.first(product.get(tab).body(), "name=\"person\" value=\"([^\"]+)\"");
        String link = Product.first(
                product.submit(tab, tab + "/link", "person", person).body(),
                "https?://[^/\\s<]+(/preferences/[^<\\s]+)");
        String token = link.substring(link.indexOf("token=") + "token=".length());
        String entrance = link.substring(0, link.indexOf('?'));
        HttpResponse<String> sheet = product.submit(link, entrance + "/enter", "token", token);
        String path = sheet.uri().getPath();
        Set<String> resources = new LinkedHashSet<>(Set.of(path));
        Matcher matcher = RESOURCE.matcher(sheet.body());
        while (matcher.find()) {
            resources.add(matcher.group(1));
        }
        for (String script :
                resources.stream().filter(each -> each.endsWith(".js")).toList()) {
            Matcher imported = IMPORTED.matcher(product.get(script).body());
            while (imported.find()) {
                resources.add(imported.group(1));
            }
        }
        long bytes = 0;
        for (String each : resources) {
            bytes += product.getPacked(each).body().length;
        }
        table.add(
                "page of preferences with its styles and scripts, packed, without fonts",
                "%d KB in %d files".formatted((bytes + 1023) / 1024, resources.size()),
                "≤ " + PORTAL_GOAL_KB + " KB");
        Samples samples = Samples.of(WARM_UP, VIEWS, () -> require(product.get(path), "ranking"));
        table.add(
                "page of preferences",
                "median %d ms, 95 %% within %d ms".formatted(samples.percentile(50), samples.percentile(95)),
                "");
    }

    private void row(String what, long millis, long goal) {
        table.add(what, ServerBench.duration(millis), "≤ " + ServerBench.duration(goal));
    }
}
