package org.horarium.server.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How one server process is to run: what the flags and the environment said.
 *
 * @param duty what it is there for
 * @param name of this process among those that use the same database; also of its log file
 * @param port of the pages and REST; 0 for any free one. Without meaning for a process without pages
 * @param threads of each search; 0 for what fits: all processors for a worker, one less where there are pages too
 * @param data the data folder
 * @param demo whether a first start makes the demo college and its accounts
 * @param demoPassword of the demo accounts; null for random ones, printed
 * @param databaseUrl an external PostgreSQL, {@code postgresql://user:password@host:5432/name}; null for the built-in
 * @param redisUrl an external Redis, {@code redis://user:password@host:6379}; null for the built-in
 * @param baseUrl how people reach the pages, without a slash at the end; null for {@code http://localhost:port}
 * @param smtpUrl where mail goes, {@code smtp://user:password@host:25}; null for nowhere
 * @param jsonLog whether lines of the log file are JSON (Elastic Common Schema), for programs that collect them
 * @param metricsToken by which Prometheus may ask for the metrics; null for administrators only
 */
public record ServerSettings(
        Duty duty,
        String name,
        int port,
        int threads,
        Path data,
        boolean demo,
        @Nullable String demoPassword,
        @Nullable String databaseUrl,
        @Nullable String redisUrl,
        @Nullable String baseUrl,
        @Nullable String smtpUrl,
        boolean jsonLog,
        @Nullable String metricsToken) {
    /** The address to tell people. */
    public String publicUrl() {
        return baseUrl == null ? "http://localhost:" + port : baseUrl;
    }

    /** What others see as the holder of a job: {@code name@host:pid}. */
    public String process() {
        return name + "@" + host() + ":" + ProcessHandle.current().pid();
    }

    /** Threads of each search: one processor is left to the pages where there are any, so that they stay quick. */
    public int searchThreads() {
        int processors = Runtime.getRuntime().availableProcessors();
        return threads > 0 ? threads : duty.pages() ? Math.max(1, processors - 1) : processors;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
