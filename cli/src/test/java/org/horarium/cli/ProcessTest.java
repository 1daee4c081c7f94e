package org.horarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.horarium.formats.json.TimetableJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as processes of their own: exit status, streams, signals. */
class ProcessTest {
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder = Path.of("");

    private static Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).start();
    }

    private static int end(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theStatusReachesTheShellAndTheStreamsAreKeptApart() throws Exception {
        Process demo = start("demo", "--size", "small");
        byte[] college = demo.getInputStream().readAllBytes();
        byte[] noise = demo.getErrorStream().readAllBytes();
        assertThat(end(demo)).isEqualTo(ExitStatus.DONE);
        assertThat(noise).isEmpty();
        Path file = Files.write(folder.resolve("c.json"), college);

        Process solve = start("solve", file, "--seconds", "10");
        byte[] timetable = solve.getInputStream().readAllBytes();
        String err = new String(solve.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(end(solve)).as(err).isEqualTo(ExitStatus.DONE);
        assertThat(TimetableJson.read(timetable).hard()).isZero();
        assertThat(err.lines().reduce("", (before, line) -> line)).matches("cost \\d+ hard 0 seconds \\d+\\.\\d");

        assertThat(end(start("verify", file, folder.resolve("none.json")))).isEqualTo(ExitStatus.UNUSABLE);
    }

    /** What Ctrl-C does; the process is asked to end as soon as it has begun to improve its plan. */
    @Test
    void aSignalKeepsTheBestPlan() throws Exception {
        Path college = folder.resolve("c.json");
        Path out = folder.resolve("s.json");
        assertThat(Run.of("demo", "--size", "college", "--out", college).status())
                .isEqualTo(ExitStatus.DONE);
        Process solve = start("solve", college, "--seconds", "600", "--out", out);
        StringBuilder err = new StringBuilder();
        try (BufferedReader lines = solve.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                err.append(line).append('\n');
                if (line.endsWith("  improving")) {
                    // Not Process.destroy: it would close the streams.
                    solve.toHandle().destroy();
                }
            }
        }
        assertThat(end(solve)).as(err.toString()).isEqualTo(ExitStatus.DONE);
        assertThat(TimetableJson.read(Files.readAllBytes(out)).hard()).isZero();
        assertThat(Run.of("verify", college, out).status()).isEqualTo(ExitStatus.DONE);
    }
}
