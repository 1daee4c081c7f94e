package org.horarium.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.horarium.server.HorariumApplication;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.platform.embedded.ServiceStartException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the commands that run a part of the server have in common: the data folder, the environment, and the start. */
final class ServerProcess {
    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:HORARIUM_DATA:-${sys:user.home}/.horarium}",
            description = "Folder for all data (HORARIUM_DATA, else ~/.horarium).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path data;

    @Option(
            names = "--log",
            paramLabel = "FORMAT",
            defaultValue = "${env:HORARIUM_LOG:-text}",
            description = "Lines of the log file: ${COMPLETION-CANDIDATES} (HORARIUM_LOG, else text).")
    @SuppressWarnings("NullAway.Init") // has a default
    private LogFormat log;

    /** How lines of the log file look. */
    enum LogFormat {
        text,
        json
    }

    /** Whether the log file is for programs. */
    boolean jsonLog() {
        return log == LogFormat.json;
    }

    /** The data folder. */
    Path data() {
        return data.toAbsolutePath().normalize();
    }

    /** What an environment variable says; null when it is not set or blank. */
    static @Nullable String environment(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? null : value;
    }

    /**
     * Starts the server; says on {@code err} why it could not.
     *
     * @return whether it runs
     */
    static boolean start(ServerSettings settings, PrintWriter err) {
        err.println("Starting Horarium with the data in " + settings.data() + " …");
        try {
            HorariumApplication.start(settings);
            return true;
        } catch (ServiceStartException e) {
            err.println(e.getMessage());
        } catch (RuntimeException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            err.println("Horarium could not start: " + root.getMessage() + "\nMaybe "
                    + settings.data().resolve("logs").resolve(settings.name() + ".log") + " says more.");
        }
        return false;
    }
}
