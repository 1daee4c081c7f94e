package org.horarium.server.platform;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How one server process is to run: what the flags and the environment said.
 *
 * @param port of the pages and REST; 0 for any free one
 * @param data the data folder
 * @param demo whether a first start makes the demo college and its accounts
 * @param demoPassword of the demo accounts; null for random ones, printed
 * @param databaseUrl an external PostgreSQL, {@code postgresql://user:password@host:5432/name}; null for the built-in
 * @param redisUrl an external Redis, {@code redis://user:password@host:6379}; null for the built-in
 * @param baseUrl how people reach the pages, without a slash at the end; null for {@code http://localhost:port}
 * @param smtpUrl where mail goes, {@code smtp://user:password@host:25}; null for nowhere
 */
public record ServerSettings(
        int port,
        Path data,
        boolean demo,
        @Nullable String demoPassword,
        @Nullable String databaseUrl,
        @Nullable String redisUrl,
        @Nullable String baseUrl,
        @Nullable String smtpUrl) {
    /** The address to tell people. */
    public String publicUrl() {
        return baseUrl == null ? "http://localhost:" + port : baseUrl;
    }
}
