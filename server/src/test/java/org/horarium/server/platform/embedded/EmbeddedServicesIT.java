package org.horarium.server.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The services of one folder, used, shared and killed by real processes. */
class EmbeddedServicesIT {
    @TempDir
    Path folder;

    /** One process that uses the services. */
    private record Probe(Process process, String jdbc, URI redis, String password) {
        int postgresPort() {
            return URI.create(jdbc.substring("jdbc:".length())).getPort();
        }

        void close() throws IOException, InterruptedException {
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        long execute(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(jdbc, EmbeddedPostgres.USER, password);
                    Statement statement = connection.createStatement()) {
                if (statement.execute(sql)) {
                    try (ResultSet rows = statement.getResultSet()) {
                        return rows.next() ? rows.getLong(1) : -1;
                    }
                }
                return 0;
            }
        }
    }

    @Test
    void aKilledProcessLeavesServicesThatTheNextJoinsAndTheLastStops() throws Exception {
        Probe first = start();
        first.execute("create table kept (n int)");
        first.execute("insert into kept values (42)");
        first.kill();

        Probe second = start();
        assertThat(second.postgresPort()).as("joined").isEqualTo(first.postgresPort());
        assertThat(second.redis()).isEqualTo(first.redis());
        assertThat(second.execute("select n from kept")).isEqualTo(42);

        Probe third = start();
        second.close();
        assertThat(third.execute("select n from kept"))
                .as("still used by the third")
                .isEqualTo(42);
        third.close();
        assertThat(listens(third.postgresPort())).isFalse();
        assertThat(listens(third.redis().getPort())).isFalse();

        Probe fourth = start();
        assertThat(fourth.execute("select n from kept")).isEqualTo(42);

        // PostgreSQL itself is killed: its pid file is stale, and another living process may have the number by then
        long postmaster =
                Objects.requireNonNull(PostmasterFile.read(postgres())).pid();
        fourth.kill();
        ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        Path pidFile = postgres().resolve(PostmasterFile.NAME);
        Files.writeString(
                pidFile,
                Files.readString(pidFile)
                        .replaceFirst("^\\d+", "" + ProcessHandle.current().pid()));
        Probe fifth = start();
        assertThat(fifth.execute("select n from kept")).as("recovered").isEqualTo(42);
        fifth.close();
    }

    @Test
    void strangersDoNotGetInAndSettingsAreDurable() throws Exception {
        Probe probe = start();
        try {
            assertThatThrownBy(() -> DriverManager.getConnection(probe.jdbc(), EmbeddedPostgres.USER, "guess"))
                    .hasMessageContaining("password authentication failed");
            assertThat(probe.execute("select count(*) from pg_settings where (name, setting) in"
                            + " (('fsync', 'on'), ('synchronous_commit', 'on'), ('password_encryption', 'scram-sha-256'),"
                            + " ('listen_addresses', '127.0.0.1'), ('unix_socket_directories', ''))"))
                    .isEqualTo(5);
            assertThat(Files.getPosixFilePermissions(folder.resolve("postgresql/password")))
                    .hasSize(2);
        } finally {
            probe.close();
        }
    }

    @Test
    void oneProcessUsesAFolderOnce() {
        try (EmbeddedServices redisOnly = EmbeddedServices.start(folder, false, true)) {
            assertThat(redisOnly.redisUrl()).startsWith("redis://:");
            assertThatThrownBy(() -> EmbeddedServices.start(folder, false, true))
                    .isInstanceOf(ServiceStartException.class)
                    .hasMessageContaining(folder.toString());
            assertThatThrownBy(() -> redisOnly.jdbcUrl("x")).isInstanceOf(IllegalStateException.class);
        }
    }

    private Path postgres() {
        return folder.resolve("postgresql").resolve("cluster");
    }

    private Probe start() throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServicesProbe.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = Objects.requireNonNull(reader.readLine(), "the process ended");
        List<String> words = List.of(line.split(" "));
        return new Probe(process, words.get(0), URI.create(words.get(1)), words.get(2));
    }

    private static boolean listens(int port) {
        try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
