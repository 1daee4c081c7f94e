package org.horarium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.horarium.engine.model.Plan;
import org.horarium.formats.file.ProblemFile;
import org.horarium.formats.file.ProblemFormats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Turns a file into another format. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a problem in another format, where that format can say it; --solution writes a solution instead.",
            "Soft constraints that the target cannot say are left out, each with a warning."
        },
        footer = {
            "",
            "Exit status: 0 done, 2 a file can't be read or written, or the target cannot say what every plan must keep"
                    + " (everything of that is listed, and nothing is written)."
        })
final class ConvertCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "IN", description = "The problem, in any known format.")
    private Path in = Path.of("");

    @Parameters(
            index = "1",
            paramLabel = "OUT",
            description = "Where it goes. Its ending names the format: .json, .xml (ITC-2019), .ctt, .fet.")
    private Path out = Path.of("");

    @Option(names = "--to", paramLabel = "FORMAT", description = "The target, when the ending of OUT does not name it.")
    private @Nullable String to;

    @Option(
            names = "--solution",
            paramLabel = "FILE",
            description =
                    "A solution of IN, in the solution format of IN. It is what goes to OUT, for the problem in the"
                            + " target's format; a .fet holds both.")
    private @Nullable Path solution;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ConvertCommand() {}

    @Override
    public Integer call() throws IOException {
        String target = target();
        Output output = Output.to(out);
        output.check(in);
        ProblemFile file = InputFile.read(in, ProblemFormats::read);
        ProblemFormats.Converted converted;
        if (solution == null) {
            converted = ProblemFormats.convert(file, target);
        } else {
            output.check(solution);
            Plan plan = InputFile.read(solution, file::readSolution);
            converted = ProblemFormats.convertSolution(file, plan, target);
        }
        output.write(converted.content());
        PrintWriter err = spec.commandLine().getErr();
        InputFile.inFile(in, file.warnings()).forEach(err::println);
        InputFile.inFile(out, converted.lost()).forEach(err::println);
        err.flush();
        return ExitStatus.DONE;
    }

    private String target() {
        List<String> known = ProblemFormats.keys();
        String name = out.getFileName() == null ? "" : out.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String target = (to == null ? ending : to).toLowerCase(Locale.ROOT);
        if (!known.contains(target)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "'%s' is no format to write; choose %s by the ending of %s or with --to."
                            .formatted(target, String.join(", ", known), out));
        }
        return target;
    }
}
