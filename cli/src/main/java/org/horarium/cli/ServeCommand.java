package org.horarium.cli;

import java.util.concurrent.Callable;
import org.horarium.server.platform.Duty;
import org.horarium.server.platform.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private final ServerProcess process = new ServerProcess();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:HORARIUM_PORT:-8080}",
            description = "Port of the pages (HORARIUM_PORT, else 8080).")
    private int port;

    @Option(names = "--no-demo", description = "Make no demo college and no demo logins at the first start.")
    private boolean noDemo;

    @Option(
            names = "--no-worker",
            description = "Do no jobs in this process: leave them to 'horarium worker' here or on other machines.")
    private boolean noWorker;

    /** For the launcher, which records once which classes a start loads. */
    @Option(names = "--stop-when-ready", hidden = true)
    private boolean stopWhenReady;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65_535) {
            spec.commandLine()
                    .getErr()
                    .println("--port " + port + " is not a port. Maybe use 8080; 0 takes a free one.");
            return ExitStatus.UNUSABLE;
        }
        ServerSettings settings = new ServerSettings(
                noWorker ? Duty.PAGES : Duty.ALL,
                "horarium",
                port,
                0,
                process.data(),
                !noDemo,
                ServerProcess.environment("HORARIUM_DEMO_PASSWORD"),
                ServerProcess.environment("HORARIUM_DATABASE_URL"),
                ServerProcess.environment("HORARIUM_REDIS_URL"),
                ServerProcess.environment("HORARIUM_BASE_URL"),
                ServerProcess.environment("HORARIUM_SMTP_URL"),
                process.jsonLog(),
                ServerProcess.environment("HORARIUM_METRICS_TOKEN"));
        if (!ServerProcess.start(settings, spec.commandLine().getErr())) {
            return ExitStatus.UNUSABLE;
        }
        if (stopWhenReady) {
            return ExitStatus.DONE;
        }
        // until Ctrl-C or a signal: the shutdown hooks do the rest
        Thread.currentThread().join();
        return ExitStatus.DONE;
    }
}
