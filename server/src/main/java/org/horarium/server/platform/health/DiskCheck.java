package org.horarium.server.platform.health;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.horarium.server.platform.HealthCheck;
import org.horarium.server.platform.ServerSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether there is room on the disk of the data folder, of which the built-in PostgreSQL and the log need some. */
@Component
class DiskCheck implements HealthCheck {
    private static final long MEGABYTE = 1024 * 1024;

    private final Path folder;
    private final long leastMegabytes;

    /** @param leastMegabytes below which somebody should look */
    DiskCheck(ServerSettings settings, @Value("${horarium.health.least-free-megabytes:512}") long leastMegabytes) {
        folder = settings.data();
        this.leastMegabytes = leastMegabytes;
    }

    @Override
    public String part() {
        return "disk";
    }

    @Override
    public boolean essential() {
        return false;
    }

    @Override
    public Seen look() {
        try {
            long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
            String detail = "%d MB free, of which %d MB should stay.".formatted(free, leastMegabytes);
            return new Seen(free < leastMegabytes ? State.LOW : State.UP, detail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
