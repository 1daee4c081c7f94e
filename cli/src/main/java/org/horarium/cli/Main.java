package org.horarium.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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
        subcommands = {ServeCommand.class})
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
        return new CommandLine(new Main());
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
