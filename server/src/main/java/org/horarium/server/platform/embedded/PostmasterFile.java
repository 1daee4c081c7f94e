package org.horarium.server.platform.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code postmaster.pid} says about the server of a cluster.
 *
 * @param pid process number
 * @param port where it listens
 */
record PostmasterFile(long pid, int port) {
    static final String NAME = "postmaster.pid";

    /** Reads the file of a cluster; null when there is none or it is not complete. */
    static @Nullable PostmasterFile read(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(cluster.resolve(NAME), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return null;
        }
        try {
            return lines.size() < 4
                    ? null
                    : new PostmasterFile(
                            Long.parseLong(lines.get(0).strip()),
                            Integer.parseInt(lines.get(3).strip()));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whether the process exists, is a PostgreSQL and not a zombie. */
    boolean isPostgresAlive() {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            try {
                String line = Files.readString(stat, StandardCharsets.UTF_8);
                String state = line.substring(line.lastIndexOf(')') + 1).strip();
                return line.contains("(postgres)") && !state.startsWith("Z") && !state.startsWith("X");
            } catch (IOException e) {
                return false;
            }
        }
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().command().orElse("postgres"))
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }
}
