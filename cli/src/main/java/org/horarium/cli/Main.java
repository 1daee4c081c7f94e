package org.horarium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.horarium.formats.FormatException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The one entry: {@code horarium COMMAND …}; without a command it serves. Exit status: 0 done, 1 the input can't be
 * solved or the plan is invalid, 2 wrong usage, unreadable input, or the server can't start.
 */
@Command(
        name = "horarium",
        description = "Plans who meets whom, where and when. Without a command it serves the pages.",
        mixinStandardHelpOptions = true,
        version = "Horarium 0.1.0",
        subcommands = {
            ServeCommand.class,
            WorkerCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            SolveCommand.class,
            AssessCommand.class,
            VerifyCommand.class,
            ExplainCommand.class,
            ConvertCommand.class,
            DemoCommand.class
        })
public final class Main implements Runnable {
    private static final List<String> OWN_OPTIONS = List.of("-h", "--help", "-V", "--version");

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    private Main() {}

    /** Runs a command and ends the process with its status. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(withDefaultCommand(args)));
    }

    /** The whole command line, for tests too. */
    static CommandLine commandLine() {
        return new CommandLine(new Main()).setExecutionExceptionHandler(Main::unusable);
    }

    /** Unusable files are told line by line; anything else is a bug and keeps its stack trace. */
    private static int unusable(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        PrintWriter err = command.getErr();
        if (failure instanceof FormatException format) {
            format.faults().forEach(err::println);
        } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            err.println(failure.getMessage());
        } else {
            throw failure;
        }
        return ExitStatus.UNUSABLE;
    }

    /** {@code horarium --port 9000} means {@code horarium serve --port 9000}. */
    static String[] withDefaultCommand(String[] args) {
        boolean named = args.length > 0 && (!args[0].startsWith("-") || OWN_OPTIONS.contains(args[0]));
        if (named) {
            return args;
        }
        List<String> all = new ArrayList<>(List.of("serve"));
        all.addAll(List.of(args));
        return all.toArray(String[]::new);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command; horarium --help lists them.");
    }
}
