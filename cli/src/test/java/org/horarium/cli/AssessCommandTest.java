package org.horarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessCommandTest {
    private static final Path SAMPLE = Path.of("../examples/assessment/section13.json");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void plansTheSampleAndVerifiesThePlan() throws IOException {
        Path out = folder.resolve("plan.json");
        Run assess = Run.of("assess", SAMPLE, "--out", out, "--seconds", "10");
        assertThat(assess.status()).as(assess.err()).isEqualTo(ExitStatus.DONE);
        assertThat(assess.err()).contains("end 305 minutes, proven optimal").doesNotContain("Exception");
        assertThat(Files.readString(out)).contains("\"2025-11-23T14:50:00Z\"");
        Run verify = Run.of("verify", SAMPLE, out);
        assertThat(verify.status()).as(verify.err()).isEqualTo(ExitStatus.DONE);
        assertThat(verify.out()).contains("Every rule is kept. End 2025-11-23T14:50");
    }

    @Test
    void aBrokenPlanIsNamed() throws IOException {
        Path out = folder.resolve("plan.json");
        Run.of("assess", SAMPLE, "--out", out, "--seconds", "5");
        Files.writeString(out, Files.readString(out).replace("14:50:00Z", "14:55:00Z"));
        Run verify = Run.of("verify", SAMPLE, out);
        assertThat(verify.status()).isEqualTo(ExitStatus.NOT_SOLVED);
        assertThat(verify.out()).contains("length: questionnaire/");
    }

    @Test
    void aRefusalSaysWhatHelps() throws IOException {
        Path centre = folder.resolve("c.json");
        Files.writeString(centre, Files.readString(SAMPLE).replace("\"toyf\": [\"Room-B\"]", "\"toyf\": []"));
        Run run = Run.of("assess", centre, "--out", folder.resolve("f.json"));
        assertThat(run.status()).isEqualTo(ExitStatus.NOT_SOLVED);
        assertThat(run.err()).contains("INSUFFICIENT_ROOMS: toyf needs a room", "checked: Map Room-A to toyf.");
        assertThat(Files.readString(folder.resolve("f.json")))
                .contains("\"code\" : \"INSUFFICIENT_ROOMS\"", "\"required\" : 1");
    }

    @Test
    void faultsOfTheFileAreListedAtOnce() throws IOException {
        Path centre = folder.resolve("c.json");
        Files.writeString(
                centre, Files.readString(SAMPLE).replace("\"UTC\"", "\"Mars\"").replace("\"name\"", "\"nmae\""));
        Run run = Run.of("assess", centre, "--out", folder.resolve("f.json"));
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err()).contains("/time_zone", "/nmae");
        assertThat(Files.readString(folder.resolve("f.json"))).contains("INVALID_INPUT");
    }
}
