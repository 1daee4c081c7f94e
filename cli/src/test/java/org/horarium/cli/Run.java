package org.horarium.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/**
 * What a command did.
 *
 * @param status exit status
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
record Run(int status, String out, String err) {
    /** Runs a command within this process. */
    static Run of(Object... arguments) {
        StringWriter err = new StringWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        try {
            // Before the command line is made: it takes System.out as it finds it.
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            CommandLine commandLine = Main.commandLine().setErr(new PrintWriter(err, true));
            int status = commandLine.execute(
                    List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
            return new Run(status, bytes.toString(StandardCharsets.UTF_8), err.toString());
        } finally {
            System.setOut(before);
        }
    }

    /** The last line on stderr. */
    String lastLine() {
        List<String> lines = err.lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}
