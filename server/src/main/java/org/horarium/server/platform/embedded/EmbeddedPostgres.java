package org.horarium.server.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * A PostgreSQL server over one folder: started, or joined when it already runs (another of our processes uses it, or the
 * last one was killed). Callers hold the lock of the data folder.
 */
final class EmbeddedPostgres {
    static final String USER = "horarium";
    private static final int START_TRIALS = 3;
    private static final int LIMIT_SECONDS = 60;

    /**
     * Small on purpose: the load is a college, and the machine is shared with the solver. Durable on purpose: fsync and
     * synchronous_commit keep their defaults (on).
     */
    private static final String CONFIGURATION = """

            # Horarium
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 60
            shared_buffers = 64MB
            jit = off
            io_method = sync
            max_parallel_workers = 2
            timezone = 'UTC'
            """;

    private final Path folder;
    private final Path cluster;
    private final Path log;
    private final Path binaries;
    private final Unprivileged unprivileged;
    private final String password;
    private int port;

    private EmbeddedPostgres(Path folder) throws IOException {
        this.folder = Folders.createPrivate(folder);
        this.cluster = folder.resolve("cluster");
        this.log = folder.resolve("commands.log");
        this.binaries = PostgresBinaries.unpackOnce(folder);
        this.password = Folders.password(folder.resolve("password"));
        Files.deleteIfExists(log);
        this.unprivileged = Unprivileged.find(folder, log);
    }

    /**
     * Starts or joins the server and makes its database where it is missing.
     *
     * @param folder of binaries, cluster, password and logs
     * @param database that must exist
     */
    static EmbeddedPostgres startOrJoin(Path folder, String database) throws IOException {
        EmbeddedPostgres server = new EmbeddedPostgres(folder);
        if (!Files.exists(server.cluster)) {
            server.initialise();
        }
        if (!server.join()) {
            server.start(0);
        }
        server.ensureDatabase(database);
        return server;
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Starts the server again, or waits for it, when it has died or is being started by somebody else.
     *
     * @throws ServiceStartException when that does not work now; it may later, for example when there is room on the disk
     */
    void revive() throws IOException {
        int known = port;
        if (!join()) {
            start(known);
        }
    }

    /** Ends all connections and the server. */
    void stop() {
        Commands.succeeds(
                log,
                LIMIT_SECONDS,
                program("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "" + LIMIT_SECONDS));
    }

    /** Makes the cluster beside its place first, so that an interrupted start leaves no half of one. */
    private void initialise() throws IOException {
        Path fresh = folder.resolve("cluster.new");
        Folders.delete(fresh);
        List<String> initdb = program(
                "initdb",
                "-D",
                fresh.toString(),
                "--username=" + USER,
                "--pwfile=" + folder.resolve("password"),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8");
        if (!Commands.succeeds(log, LIMIT_SECONDS * 2, initdb)) {
            throw failed("could not prepare its folder");
        }
        Path configuration = fresh.resolve("postgresql.conf");
        Files.writeString(configuration, CONFIGURATION, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        Files.move(fresh, cluster);
    }

    /**
     * Uses the server that already runs over the cluster.
     *
     * @return false when there is none; a stale pid file is removed then
     */
    private boolean join() throws IOException {
        PostmasterFile running = PostmasterFile.read(cluster);
        if (running == null) {
            return false;
        }
        // A container does not always reap its zombies and a new boot reuses process numbers: only an answer counts.
        long giveUp = System.nanoTime() + LIMIT_SECONDS * 1_000_000_000L;
        while (true) {
            port = running.port();
            if (answers()) {
                return true;
            }
            if (!running.isPostgresAlive()) {
                Files.deleteIfExists(cluster.resolve(PostmasterFile.NAME));
                return false;
            }
            if (System.nanoTime() > giveUp) {
                throw failed("runs as process " + running.pid() + " but does not answer on port " + port);
            }
            pause(100);
            running = PostmasterFile.read(cluster);
            if (running == null) {
                return false;
            }
        }
    }

    /** @param wanted port that others know; 0 for any */
    private void start(int wanted) throws IOException {
        for (int trial = 1; trial <= START_TRIALS; trial++) {
            port = wanted == 0 ? Ports.free() : wanted;
            List<String> start = program(
                    "pg_ctl",
                    "start",
                    "-D",
                    cluster.toString(),
                    "-l",
                    folder.resolve("server.log").toString(),
                    "-o",
                    "-p " + port,
                    "-w",
                    "-t",
                    "" + LIMIT_SECONDS);
            if (Commands.succeeds(log, LIMIT_SECONDS + 5, start) && answers()) {
                return;
            }
            // the port was taken meanwhile, or processes of a killed server are still ending
            pause(1_000);
        }
        throw failed("did not start");
    }

    private void ensureDatabase(String database) {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            try (ResultSet found =
                    statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database \"" + database + "\"");
        } catch (SQLException e) {
            throw new ServiceStartException("The built-in PostgreSQL could not make the database " + database + ".", e);
        }
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    private List<String> program(String name, String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(binaries.resolve("bin").resolve(name).toString());
        words.addAll(List.of(arguments));
        return unprivileged.command(words);
    }

    private ServiceStartException failed(String what) {
        return new ServiceStartException(
                "The built-in PostgreSQL in " + folder + " " + what + ".\n" + Commands.tail(log)
                        + "\n" + Commands.tail(folder.resolve("server.log"))
                        + "\nMaybe the disk is full, or the folder belongs to another user; another folder: --data, an own"
                        + " server: HORARIUM_DATABASE_URL.");
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceStartException("Interrupted while waiting for PostgreSQL.", e);
        }
    }
}
