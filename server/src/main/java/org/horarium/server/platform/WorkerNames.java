package org.horarium.server.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.horarium.server.platform.embedded.ServiceStartException;

/**
 * Short names for the workers of one data folder: {@code worker-1}, {@code worker-2} … A name is taken by a lock on a file,
 * which the operating system drops when the process ends, however it ends; so names, and the log files called after them,
 * are used again.
 */
public final class WorkerNames {
    private static final int MOST = 99;

    /** Open for as long as the process lives: closing a file would drop its lock. */
    private static final List<FileChannel> HELD = new ArrayList<>();

    private WorkerNames() {}

    /**
     * Takes the first free name.
     *
     * @param data the data folder; made when missing
     * @throws ServiceStartException when the folder can't be written to, or all names are taken
     */
    public static synchronized String take(Path data) {
        Path folder = data.resolve("workers");
        try {
            Files.createDirectories(folder);
            for (int i = 1; i <= MOST; i++) {
                String name = "worker-" + i;
                FileChannel channel = FileChannel.open(
                        folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                if (channel.tryLock() != null) {
                    HELD.add(channel);
                    return name;
                }
                channel.close();
            }
        } catch (IOException e) {
            throw new ServiceStartException(
                    "The data folder " + data + " can't be used: " + e.getMessage()
                            + ".\nMaybe it belongs to another user or the disk is full; another folder: --data.",
                    e);
        }
        throw new ServiceStartException(MOST + " workers run over the data folder " + data
                + " already.\nMaybe give this one a folder of its own: --data.");
    }
}
