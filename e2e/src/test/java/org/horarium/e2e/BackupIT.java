package org.horarium.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code horarium backup} and {@code horarium restore} with the demo college: a round trip, compared by hashes. */
class BackupIT {
    /** How a command ended. */
    private record Ended(int status, String said) {}

    @Test
    void theWholeCollegeComesBack(@TempDir Path folder) throws Exception {
        Path first = folder.resolve("first.backup");
        Path other = folder.resolve("other");
        String terms;
        String centres;
        try (HorariumProcess running = HorariumProcess.start(folder)) {
            ApiClient api = ApiClient.logIn(running, "admin");
            terms = api.get("/api/terms/").toString();
            centres = api.get("/api/assessment-centres").toString();

            assertThat(horarium(running.data(), "backup", "--out", first.toString()))
                    .as("while the server runs")
                    .satisfies(
                            ended -> assertThat(ended.status()).as(ended.said()).isZero());
            Ended under = horarium(running.data(), "restore", "--replace", first.toString());
            assertThat(under.status()).isEqualTo(2);
            assertThat(under.said()).contains("Stop its server and workers first.");
            assertThat(api.get("/api/terms/").toString()).isEqualTo(terms);
        }

        Ended restored = horarium(other, "restore", first.toString());
        assertThat(restored.status()).as(restored.said()).isZero();
        Path second = folder.resolve("second.backup");
        Ended again = horarium(other, "backup", "--out", second.toString());
        assertThat(again.status()).as(again.said()).isZero();
        assertThat(content(second)).isEqualTo(content(first));
        assertThat(rows(first)).isGreaterThan(1_000);

        Ended twice = horarium(other, "restore", first.toString());
        assertThat(twice.status()).isEqualTo(2);
        assertThat(twice.said()).contains("holds data already").contains("--replace");

        try (HorariumProcess back = HorariumProcess.startOn(other)) {
            ApiClient api = ApiClient.logIn(back, "admin");
            assertThat(api.get("/api/terms/").toString()).isEqualTo(terms);
            assertThat(api.get("/api/assessment-centres").toString()).isEqualTo(centres);
            // what is new gets new numbers: the counters came back too
            assertThat(api.post(
                                    "/api/generation-jobs/generate/",
                                    Map.of(
                                            "department_id",
                                            "CSE",
                                            "academic_year",
                                            api.academicYear(),
                                            "time_budget_seconds",
                                            1))
                            .path("job_id")
                            .asString())
                    .isNotEmpty();
        }
    }

    private static Ended horarium(Path data, String command, String... arguments)
            throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(HorariumProcess.launcher(), command, "--data", data.toString()));
        words.addAll(List.of(arguments));
        Path said = Files.createTempFile("horarium", ".txt");
        int status = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        String text = Files.readString(said);
        Files.delete(said);
        return new Ended(status, text);
    }

    /** Tables with their hashes, and where the counters stand. */
    private static List<JsonNode> content(Path file) throws IOException {
        JsonNode manifest = manifest(file);
        return List.of(manifest.path("migrations"), manifest.path("tables"), manifest.path("sequences"));
    }

    private static long rows(Path file) throws IOException {
        long rows = 0;
        for (JsonNode table : manifest(file).path("tables")) {
            rows += table.path("rows").longValue();
        }
        return rows;
    }

    private static JsonNode manifest(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry("manifest.json"))) {
            return JsonMapper.builder().build().readTree(in.readAllBytes());
        }
    }
}
