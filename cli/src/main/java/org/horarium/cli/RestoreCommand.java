package org.horarium.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.horarium.server.platform.backup.BackupException;
import org.horarium.server.platform.backup.Backups;
import org.horarium.server.platform.embedded.ServiceStartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings back what {@link BackupCommand} wrote. */
@Command(
        name = "restore",
        description = {
            "Brings back what 'horarium backup' wrote. Horarium must not run over the data folder.",
            "Everything is checked before anything is changed; a damaged file changes nothing."
        },
        mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final ServerProcess process = new ServerProcess();

    @Parameters(paramLabel = "FILE", description = "The backup.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--replace", description = "Throw away the data that are there.")
    private boolean replace;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (ServerProcess.environment("HORARIUM_DATABASE_URL") != null) {
            err.println("HORARIUM_DATABASE_URL names a PostgreSQL of your own: a backup can be restored into a built-in"
                    + " one only.\nMaybe unset it if the built-in one is meant.");
            return ExitStatus.UNUSABLE;
        }
        try {
            Backups.Summary done = Backups.restore(process.data(), file, replace);
            err.println("Restored the data of %s: %d tables, %d rows, in %s"
                    .formatted(done.createdAt(), done.tables(), done.rows(), process.data()));
            return ExitStatus.DONE;
        } catch (BackupException | ServiceStartException e) {
            err.println(e.getMessage());
            return ExitStatus.UNUSABLE;
        }
    }
}
