package org.horarium.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The product, running as its users run it: the launcher, a port, a data folder. Survives {@link #kill()}. */
final class HorariumProcess implements AutoCloseable {
    /** The password of all demo accounts in these tests. */
    static final String PASSWORD = "e2e-demo-password";

    private static final Pattern FIRST_LOGIN = Pattern.compile("admin@localhost / (\\S+)");
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    private final Path data;
    private final Path log;
    private final int port;
    private final Map<String, String> environment;
    private final List<String> options;
    private @Nullable Process process;

    private HorariumProcess(Path data, int port, Map<String, String> environment, List<String> options) {
        this.data = data;
        this.log = data.resolve("serve.log");
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.options = List.copyOf(options);
    }

    /** Starts with an empty data folder below {@code folder} and waits until it is healthy; {@code options} for {@code serve}. */
    static HorariumProcess start(Path folder, String... options) {
        return startOn(folder.resolve("data"), options);
    }

    /** Starts with this data folder and waits until it is healthy. */
    static HorariumProcess startOn(Path folder, String... options) {
        return startOn(folder, Map.of(), options);
    }

    /** The same with more environment variables. */
    static HorariumProcess startOn(Path folder, Map<String, String> environment, String... options) {
        try {
            Path data = Files.createDirectories(folder);
            HorariumProcess horarium = new HorariumProcess(data, freePort(), environment, List.of(options));
            horarium.launch();
            return horarium;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** The program that starts everything. */
    static String launcher() {
        return Path.of("..", "horarium").toAbsolutePath().normalize().toString();
    }

    /** Its data folder. */
    Path data() {
        return data;
    }

    /** The password that the first start without the demo prints for {@code admin@localhost}. */
    String printedPassword() {
        try {
            Matcher line = FIRST_LOGIN.matcher(Files.readString(log));
            if (!line.find()) {
                throw new IllegalStateException("The start printed no login:%n%s".formatted(Files.readString(log)));
            }
            return line.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process at once, as a power cut would. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            await(running, 20);
        }
    }

    /** Starts like {@link #start}, in a heap that is never larger than so many megabytes. */
    static HorariumProcess startSmall(Path folder, int megabytes) {
        return startOn(folder.resolve("data"), Map.of("HORARIUM_JAVA_OPTS", "-Xmx" + megabytes + "m"));
    }

    /** Starts again on the same data folder and waits until it is healthy. */
    void launch() {
        List<String> command = new ArrayList<>(
                List.of(launcher(), "serve", "--port", Integer.toString(port), "--data", data.toString()));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("HORARIUM_DEMO_PASSWORD", PASSWORD);
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            process = started;
            awaitHealth(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitHealth(Process started) throws IOException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url("/health")))
                .timeout(Duration.ofSeconds(5))
                .build();
        Instant limit = Instant.now().plus(START_LIMIT);
        while (Instant.now().isBefore(limit)) {
            if (!started.isAlive()) {
                throw new IllegalStateException(
                        "The server ended with status %d:%n%s".formatted(started.exitValue(), Files.readString(log)));
            }
            try {
                if (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
                Thread.sleep(200);
            } catch (IOException e) {
                sleep();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while the server started.", e);
            }
        }
        throw new IllegalStateException(
                "The server is not healthy after %s:%n%s".formatted(START_LIMIT, Files.readString(log)));
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(Process running, int seconds) {
        try {
            running.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        Process running = process;
        if (running != null && running.isAlive()) {
            running.destroy();
            await(running, 30);
            running.destroyForcibly();
        }
    }
}
