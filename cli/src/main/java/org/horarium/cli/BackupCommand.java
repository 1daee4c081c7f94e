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
import picocli.CommandLine.Spec;

/** Writes all data of the built-in PostgreSQL to a file. */
@Command(
        name = "backup",
        description = {
            "Writes all data of the built-in PostgreSQL to one file, whether Horarium runs or not.",
            "The file holds what was saved at one moment, with checksums; 'horarium restore' brings it back."
                    + " Keep it as safe as the data: it holds names, addresses and (hashed) passwords."
        },
        mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private final ServerProcess process = new ServerProcess();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "The file to write.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Option(names = "--replace", description = "Replace the file when there is one.")
    private boolean replace;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (ServerProcess.environment("HORARIUM_DATABASE_URL") != null) {
            err.println("HORARIUM_DATABASE_URL names a PostgreSQL of your own: back it up by pg_dump."
                    + "\nMaybe unset it if the built-in one is meant.");
            return ExitStatus.UNUSABLE;
        }
        try {
            Backups.Summary done = Backups.create(process.data(), file, replace);
            err.println("Saved the data of %s: %d tables, %d rows, in %s"
                    .formatted(done.createdAt(), done.tables(), done.rows(), file));
            return ExitStatus.DONE;
        } catch (BackupException | ServiceStartException e) {
            err.println(e.getMessage());
            return ExitStatus.UNUSABLE;
        }
    }
}
