package org.horarium.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@code horarium worker} over the data folder of a server. */
final class WorkerProcess implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    private final Process process;
    private final Path terminal;

    private WorkerProcess(Process process, Path terminal) {
        this.process = process;
        this.terminal = terminal;
    }

    /**
     * Starts one and waits until it takes jobs.
     *
     * @param prefix words before its command, for example to give it another clock
     */
    static WorkerProcess start(HorariumProcess server, String... prefix) throws IOException, InterruptedException {
        Path terminal = Files.createTempFile(server.data(), "worker", ".terminal");
        List<String> command = new ArrayList<>(List.of(prefix));
        command.addAll(List.of(
                HorariumProcess.launcher(),
                "worker",
                "--threads",
                "1",
                "--data",
                server.data().toString()));
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(terminal.toFile())
                .start();
        WorkerProcess worker = new WorkerProcess(started, terminal);
        Instant limit = Instant.now().plus(START_LIMIT);
        while (!worker.terminal().contains(" is ready.")) {
            if (!started.isAlive() || Instant.now().isAfter(limit)) {
                worker.close();
                throw new IllegalStateException("The worker did not start: " + worker.terminal());
            }
            Thread.sleep(100);
        }
        return worker;
    }

    private String terminal() {
        try {
            return Files.readString(terminal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its log says. */
    String log() {
        String name = terminal().replaceFirst("(?s).*The worker (worker-\\d+)@.*", "$1");
        try {
            return Files.readString(terminal.resolveSibling("logs").resolve(name + ".log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has begun an attempt at a job. */
    boolean hasBegun(String job) {
        return log().contains("Generation job (%s), attempt".formatted(job));
    }

    /** Ends it at once, as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it in the middle of what it does, as a machine that hangs would. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Lets a frozen one go on. */
    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("kill %s %d ended with %d".formatted(name, process.pid(), status));
        }
    }

    /** Ends it in order. */
    @Override
    public void close() {
        // what stands before the command may have started it as a process of its own
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
