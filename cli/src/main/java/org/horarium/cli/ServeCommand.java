package org.horarium.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.horarium.server.HorariumApplication;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.platform.embedded.ServiceStartException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the pages and REST until the process is ended. */
@Command(
        name = "serve",
        description = {
            "Serves the pages and REST.",
            "Starts a PostgreSQL and a Redis of its own in the data folder, unless HORARIUM_DATABASE_URL"
                    + " (postgresql://user:password@host:5432/name) and HORARIUM_REDIS_URL"
                    + " (redis://user:password@host:6379) name others.",
            "Also read: HORARIUM_BASE_URL (how people reach the pages), HORARIUM_SMTP_URL (where mail goes),"
                    + " HORARIUM_DEMO_PASSWORD (of the demo logins; random and printed otherwise)."
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:HORARIUM_PORT:-8080}",
            description = "Port of the pages (HORARIUM_PORT, else 8080).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            defaultValue = "${env:HORARIUM_DATA:-${sys:user.home}/.horarium}",
            description = "Folder for all data (HORARIUM_DATA, else ~/.horarium).")
    @SuppressWarnings("NullAway.Init") // has a default
    private Path data;

    @Option(names = "--no-demo", description = "Make no demo college and no demo logins at the first start.")
    private boolean noDemo;

    /** For the launcher, which records once which classes a start loads. */
    @Option(names = "--stop-when-ready", hidden = true)
    private boolean stopWhenReady;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            spec.commandLine()
                    .getErr()
                    .println("--port " + port + " is not a port. Maybe use 8080; 0 takes a free one.");
            return 2;
        }
        ServerSettings settings = new ServerSettings(
                port,
                data.toAbsolutePath().normalize(),
                !noDemo,
                environment("HORARIUM_DEMO_PASSWORD"),
                environment("HORARIUM_DATABASE_URL"),
                environment("HORARIUM_REDIS_URL"),
                environment("HORARIUM_BASE_URL"),
                environment("HORARIUM_SMTP_URL"));
        spec.commandLine().getErr().println("Starting Horarium with the data in " + settings.data() + " …");
        try {
            HorariumApplication.start(settings);
        } catch (ServiceStartException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        } catch (RuntimeException e) {
            Throwable root = e;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            spec.commandLine()
                    .getErr()
                    .println("Horarium could not start: " + root.getMessage() + "\nMaybe "
                            + settings.data().resolve("logs/horarium.log") + " says more.");
            return 2;
        }
        if (stopWhenReady) {
            return 0;
        }
        // until Ctrl-C or a signal: the shutdown hooks do the rest
        Thread.currentThread().join();
        return 0;
    }

    private static @Nullable String environment(String name) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? null : value;
    }
}
