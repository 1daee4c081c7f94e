package org.horarium.cli;

import java.util.concurrent.Callable;
import org.horarium.server.platform.Duty;
import org.horarium.server.platform.ServerSettings;
import org.horarium.server.platform.WorkerNames;
import org.horarium.server.platform.embedded.ServiceStartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Does jobs until the process is ended. */
@Command(
        name = "worker",
        description = {
            "Takes jobs from the queue of a server and does them; has no pages.",
            "On another machine HORARIUM_DATABASE_URL and HORARIUM_REDIS_URL lead to the server's PostgreSQL and Redis,"
                    + " with the same values as there; on the same machine the same --data is enough.",
            "Any number of workers may run; a killed one loses the last few seconds of its search, which another goes on"
                    + " with. HORARIUM_SMTP_URL and HORARIUM_BASE_URL should be those of the server."
        },
        mixinStandardHelpOptions = true)
final class WorkerCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final ServerProcess process = new ServerProcess();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "${env:HORARIUM_THREADS:-0}",
            description = "Threads of a search (HORARIUM_THREADS, else as many as there are processors).")
    private int threads;

    @Override
    public Integer call() throws InterruptedException {
        if (threads < 0) {
            spec.commandLine()
                    .getErr()
                    .println("--threads " + threads + " is no number of threads. Maybe leave it out: all processors.");
            return ExitStatus.UNUSABLE;
        }
        ServerSettings settings;
        try {
            settings = new ServerSettings(
                    Duty.JOBS,
                    WorkerNames.take(process.data()),
                    0,
                    threads,
                    process.data(),
                    false,
                    null,
                    ServerProcess.environment("HORARIUM_DATABASE_URL"),
                    ServerProcess.environment("HORARIUM_REDIS_URL"),
                    ServerProcess.environment("HORARIUM_BASE_URL"),
                    ServerProcess.environment("HORARIUM_SMTP_URL"),
                    process.jsonLog(),
                    ServerProcess.environment("HORARIUM_METRICS_TOKEN"));
        } catch (ServiceStartException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitStatus.UNUSABLE;
        }
        if (!ServerProcess.start(settings, spec.commandLine().getErr())) {
            return ExitStatus.UNUSABLE;
        }
        spec.commandLine().getErr().println("The worker " + settings.process() + " is ready.");
        // until Ctrl-C or a signal: the shutdown hooks do the rest
        Thread.currentThread().join();
        return ExitStatus.DONE;
    }
}
