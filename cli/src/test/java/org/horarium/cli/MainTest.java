package org.horarium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private final StringWriter err = new StringWriter();

    @Test
    void withoutACommandItServes() {
        assertThat(Main.withDefaultCommand(new String[] {})).containsExactly("serve");
        assertThat(Main.withDefaultCommand(new String[] {"--port", "9000"})).containsExactly("serve", "--port", "9000");
        assertThat(Main.withDefaultCommand(new String[] {"--help"})).containsExactly("--help");
        assertThat(Main.withDefaultCommand(new String[] {"solve", "x"})).containsExactly("solve", "x");
    }

    @Test
    void wrongUsageIsStatusTwo() {
        assertThat(run("dance")).isEqualTo(2);
        assertThat(err.toString()).contains("dance");
        assertThat(run("serve", "--port", "many")).isEqualTo(2);
        assertThat(err.toString()).contains("--port").contains("many");
        assertThat(run("serve", "--port", "70000")).isEqualTo(2);
    }

    @Test
    void aPortInUseIsToldBeforeAnythingStarts(@TempDir Path folder) throws IOException {
        Path data = folder.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            int port = taken.getLocalPort();
            assertThat(run("serve", "--port", "" + port, "--data", data.toString()))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("Port " + port + " is in use").contains("--port");
        }
        assertThat(Files.exists(data)).isFalse();
    }

    private int run(String... args) {
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }
}
