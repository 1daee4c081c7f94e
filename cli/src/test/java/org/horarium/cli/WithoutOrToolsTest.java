package org.horarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.horarium.engine.exact.NativeSolver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a machine for which OR-Tools has no native library: a process that is told to do without it. */
class WithoutOrToolsTest {
    private static final long PATIENCE_SECONDS = 120;
    private static final String NOTICE = "The CP-SAT solver has no native part for this machine";

    @TempDir
    private Path folder = Path.of("");

    private Path college = Path.of("");

    @BeforeEach
    void demo() {
        college = folder.resolve("c.json");
        assertThat(Run.of("demo", "--size", "small", "--out", college).status()).isEqualTo(ExitStatus.DONE);
    }

    private record Ended(int status, String out, String err) {
        long notices() {
            return err.lines()
                    .filter(line -> line.contains("WARN") && line.contains(NOTICE))
                    .count();
        }
    }

    private Ended run(Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + NativeSolver.SWITCH + "=off",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void theWholePipelineRunsWithoutItsExactPartsAndSaysSoOnce() throws Exception {
        Path plan = folder.resolve("s.json");

        Ended solve =
                run("solve", college, "--seconds", "8", "--pipeline", "cluster,exact,evolve,learn", "--out", plan);

        assertThat(solve.status()).as(solve.err()).isEqualTo(ExitStatus.DONE);
        assertThat(solve.notices()).as(solve.err()).isEqualTo(1);
        assertThat(solve.err()).contains("exact").contains("skipped: " + NOTICE);
        assertThat(Run.of("verify", college, plan).status()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void explainAnswersWithWhatCountingProves() throws Exception {
        Ended explain = run("explain", Path.of("..", "examples", "impossible", "01-hours-over-free-slots.json"));

        assertThat(explain.status()).as(explain.err()).isEqualTo(ExitStatus.NOT_SOLVED);
        assertThat(explain.out())
                .contains("person-time: ")
                .contains("Note: " + NOTICE)
                .doesNotContain("What would help");
    }

    @Test
    void assessmentCentresAreStillPlanned() throws Exception {
        Path plan = folder.resolve("day.json");

        Ended assess = run(
                "assess", Path.of("..", "examples", "assessment", "section13.json"), "--seconds", "5", "--out", plan);

        assertThat(assess.status()).as(assess.err()).isEqualTo(ExitStatus.DONE);
        assertThat(assess.notices()).as(assess.err()).isEqualTo(1);
    }
}
