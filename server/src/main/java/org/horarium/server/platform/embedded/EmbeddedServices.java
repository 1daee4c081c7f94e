package org.horarium.server.platform.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The built-in PostgreSQL and Redis over one data folder.
 *
 * <p>Any number of processes may use the same folder at the same time, for example a server and its workers: the first
 * starts the services, others join them, the last one to close stops them. Each keeps a shared lock on a file while it
 * uses them; the operating system drops it even when a process is killed, so nothing stale can be left behind.
 */
public final class EmbeddedServices implements AutoCloseable {
    /** Name of the database that the application uses. */
    public static final String DATABASE = "horarium";

    private static final int LOCK_LIMIT_SECONDS = 120;

    /** Locks of files count for a whole process, so a folder is used once in each. */
    private static final Set<Path> IN_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel users;
    private final @Nullable EmbeddedPostgres postgres;
    private final @Nullable EmbeddedRedis redis;
    private @Nullable FileLock use;

    private EmbeddedServices(
            Path folder,
            FileChannel users,
            FileLock use,
            @Nullable EmbeddedPostgres postgres,
            @Nullable EmbeddedRedis redis) {
        this.folder = folder;
        this.users = users;
        this.postgres = postgres;
        this.redis = redis;
        this.use = use;
    }

    /**
     * Starts the services, or joins them when they already run over this folder.
     *
     * @param dataFolder the application's data folder; made when missing
     * @param withPostgres false when an external database is used
     * @param withRedis false when an external Redis is used
     * @throws ServiceStartException when one can't be started; the message says what to try
     */
    public static EmbeddedServices start(Path dataFolder, boolean withPostgres, boolean withRedis) {
        return start(dataFolder, withPostgres, withRedis, true);
    }

    /**
     * Starts both services for this process alone: others that would join wait until it is closed.
     *
     * @param dataFolder the application's data folder; made when missing
     * @throws ServiceStartException when another process uses the folder, or a service can't be started
     */
    public static EmbeddedServices startAlone(Path dataFolder) {
        return start(dataFolder, true, true, false);
    }

    private static EmbeddedServices start(Path dataFolder, boolean withPostgres, boolean withRedis, boolean shared) {
        Path folder = dataFolder.toAbsolutePath().normalize();
        if (!IN_THIS_PROCESS.add(folder)) {
            throw new ServiceStartException("This process already uses the data folder " + folder + ".");
        }
        FileChannel users = null;
        EmbeddedServices started = null;
        try {
            Folders.createPrivate(folder);
            try (FileChannel channel = open(folder.resolve("start.lock"));
                    FileLock ignored = lock(channel, folder)) {
                users = open(folder.resolve("users.lock"));
                FileLock use = users.tryLock(0, Long.MAX_VALUE, shared);
                if (use == null) {
                    throw new ServiceStartException(
                            shared
                                    ? "A backup is being restored into the data folder " + folder
                                            + ".\nStart again when that is done."
                                    : "Horarium runs over the data folder " + folder
                                            + ".\nStop its server and workers first.");
                }
                EmbeddedRedis redis = withRedis ? EmbeddedRedis.startOrJoin(folder.resolve("redis")) : null;
                EmbeddedPostgres postgres =
                        withPostgres ? EmbeddedPostgres.startOrJoin(folder.resolve("postgresql"), DATABASE) : null;
                started = new EmbeddedServices(folder, users, use, postgres, redis);
                return started;
            }
        } catch (IOException e) {
            throw new ServiceStartException(
                    "The data folder " + folder + " can't be used: " + e.getMessage()
                            + ".\nMaybe it belongs to another user or the disk is full; another folder: --data.",
                    e);
        } finally {
            if (started == null) {
                letGo(users, folder);
            }
        }
    }

    private static void letGo(@Nullable FileChannel users, Path folder) {
        try {
            if (users != null) {
                users.close();
            }
        } catch (IOException e) {
            // the lock goes with the process at the latest
        }
        IN_THIS_PROCESS.remove(folder);
    }

    /** Where PostgreSQL is, as a JDBC URL of the given database. */
    public String jdbcUrl(String database) {
        return requirePostgres().jdbcUrl(database);
    }

    /** The PostgreSQL user, a superuser of this private server. */
    public String databaseUser() {
        return EmbeddedPostgres.USER;
    }

    /** The PostgreSQL user's password. */
    public String databasePassword() {
        return requirePostgres().password();
    }

    /** Where Redis is, with its password: {@code redis://:password@127.0.0.1:port}. */
    public String redisUrl() {
        if (redis == null) {
            throw new IllegalStateException("The built-in Redis was not asked for.");
        }
        return "redis://:" + redis.password() + "@127.0.0.1:" + redis.port();
    }

    /**
     * Starts again what has died meanwhile, on the same ports. Does nothing when all listen, and after {@link #close()}.
     *
     * @return whether something had to be started
     * @throws ServiceStartException when that does not work now
     */
    synchronized boolean revive() {
        boolean alive =
                (postgres == null || Ports.listens(postgres.port())) && (redis == null || Ports.listens(redis.port()));
        if (alive || use == null) {
            return false;
        }
        try (FileChannel channel = open(folder.resolve("start.lock"));
                FileLock ignored = lock(channel, folder)) {
            if (redis != null) {
                redis.revive();
            }
            if (postgres != null) {
                postgres.revive();
            }
            return true;
        } catch (IOException e) {
            throw new ServiceStartException(
                    "The services in " + folder + " could not be started again: " + e.getMessage(), e);
        }
    }

    /** Empties Redis: everybody is logged out, what is cached is forgotten. */
    public void forgetSessions() {
        if (redis != null) {
            redis.empty();
        }
    }

    /** Ends this process's use, and the services when nobody else uses them. */
    @Override
    public synchronized void close() {
        FileLock held = use;
        if (held == null) {
            return;
        }
        use = null;
        try (FileChannel channel = open(folder.resolve("start.lock"));
                FileLock ignored = lock(channel, folder);
                FileChannel closing = users) {
            held.release();
            FileLock alone = closing.tryLock();
            if (alone != null) {
                if (postgres != null) {
                    postgres.stop();
                }
                if (redis != null) {
                    redis.stop();
                }
                alone.release();
            }
        } catch (IOException e) {
            throw new ServiceStartException(
                    "The services in " + folder + " could not be stopped: " + e.getMessage(), e);
        } finally {
            IN_THIS_PROCESS.remove(folder);
        }
    }

    private EmbeddedPostgres requirePostgres() {
        if (postgres == null) {
            throw new IllegalStateException("The built-in PostgreSQL was not asked for.");
        }
        return postgres;
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** Waits for another process that starts or stops the services just now. */
    private static FileLock lock(FileChannel channel, Path folder) throws IOException {
        long giveUp = System.nanoTime() + LOCK_LIMIT_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < giveUp) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServiceStartException("Interrupted while waiting for the data folder " + folder + ".", e);
            }
        }
        throw new ServiceStartException("Another process has been starting or stopping the services in " + folder
                + " for " + LOCK_LIMIT_SECONDS + " seconds.\nMaybe it hangs: look for it and end it.");
    }
}
