package org.horarium.server.platform.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A Redis server over one folder: started, or joined when it already runs. Callers hold the lock of the data folder. It
 * saves its content now and then, so that a restart of the machine does not log everybody out.
 */
final class EmbeddedRedis {
    private static final int START_TRIALS = 3;
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Path folder;
    private final String password;
    private int port;

    private EmbeddedRedis(Path folder) throws IOException {
        this.folder = Folders.createPrivate(folder);
        this.password = Folders.password(folder.resolve("password"));
    }

    /**
     * Starts or joins the server.
     *
     * @param folder of the program, its data, password, port and log
     */
    static EmbeddedRedis startOrJoin(Path folder) throws IOException {
        EmbeddedRedis server = new EmbeddedRedis(folder);
        if (!server.join()) {
            server.start(0);
        }
        return server;
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    /** Starts the server again when it has died; what it had not saved is gone. */
    void revive() throws IOException {
        if (!ask("PING")) {
            start(port);
        }
    }

    /** Saves and ends the server. */
    void stop() {
        ask("SHUTDOWN");
    }

    /** Throws all content away. */
    void empty() {
        if (!ask("FLUSHALL")) {
            throw new ServiceStartException("The built-in Redis in " + folder + " could not be emptied.");
        }
    }

    private boolean join() throws IOException {
        Path portFile = portFile();
        if (!Files.exists(portFile)) {
            return false;
        }
        try {
            port = Integer.parseInt(
                    Files.readString(portFile, StandardCharsets.UTF_8).strip());
        } catch (NumberFormatException e) {
            return false;
        }
        return ask("PING");
    }

    /** @param wanted port that others know; 0 for any */
    private void start(int wanted) throws IOException {
        Path program = program();
        Path configuration = folder.resolve("redis.conf");
        for (int trial = 1; trial <= START_TRIALS; trial++) {
            port = wanted == 0 ? Ports.free() : wanted;
            Folders.writePrivate(configuration, configuration());
            if (Commands.succeeds(
                    folder.resolve("start.log"), 10, List.of(program.toString(), configuration.toString()))) {
                if (answersSoon()) {
                    Files.writeString(portFile(), Integer.toString(port), StandardCharsets.UTF_8);
                    return;
                }
            }
        }
        throw new ServiceStartException("The built-in Redis in " + folder + " did not start.\n"
                + Commands.tail(folder.resolve("start.log")) + "\n" + Commands.tail(folder.resolve("redis.log"))
                + "\nMaybe another folder helps (--data), or an own server: HORARIUM_REDIS_URL.");
    }

    /** Daemonised, so that Ctrl-C in a terminal reaches us only, and we end it in order. */
    private String configuration() {
        return """
                bind 127.0.0.1
                port %d
                requirepass %s
                daemonize yes
                dir "%s"
                pidfile "%s"
                logfile "%s"
                save 60 1
                maxmemory 128mb
                maxmemory-policy volatile-lru
                """.formatted(port, password, folder, folder.resolve("redis.pid"), folder.resolve("redis.log"));
    }

    private Path program() throws IOException {
        String name = HostPlatform.current().redisExecutable();
        Path target = folder.resolve(name.substring(1));
        if (Files.exists(target)) {
            return target;
        }
        try (InputStream content = EmbeddedRedis.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new ServiceStartException("There is no built-in Redis for this kind of machine (" + name
                        + ").\nMaybe set HORARIUM_REDIS_URL to a Redis or Valkey 7 or newer.");
            }
            Path fresh = folder.resolve("redis-server.new");
            Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
            PostgresBinaries.makeExecutable(fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return target;
    }

    private boolean answersSoon() {
        for (int i = 0; i < 200; i++) {
            if (ask("PING")) {
                return true;
            }
            try {
                Thread.sleep(25);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private Path portFile() {
        return folder.resolve("port");
    }

    /** Sends one command without arguments; whether it was a Redis of ours that took it. */
    private boolean ask(String command) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.getOutputStream()
                    .write(("AUTH " + password + "\r\n" + command + "\r\n").getBytes(StandardCharsets.UTF_8));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            if (!"+OK".equals(answer.readLine())) {
                return false;
            }
            // SHUTDOWN closes the connection without an answer
            String line = answer.readLine();
            return line == null || line.startsWith("+");
        } catch (IOException e) {
            return false;
        }
    }
}
