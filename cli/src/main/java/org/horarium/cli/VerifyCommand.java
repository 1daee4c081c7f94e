package org.horarium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.horarium.engine.model.Plan;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.horarium.engine.verify.Violation;
import org.horarium.formats.file.ProblemFile;
import org.horarium.formats.file.ProblemFormats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges a solution without the solver. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks a solution, independently of the solver: every hard rule, every cost component.",
        footer = {"", "Exit status: 0 no hard rule is broken, 1 some are, 2 a file can't be read."})
final class VerifyCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "FILE",
            description = "The problem, in any known format, or an assessment centre.")
    private Path problem = Path.of("");

    @Parameters(index = "1", paramLabel = "SOLUTION", description = "Its solution, in the format's solution format.")
    private Path solution = Path.of("");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    VerifyCommand() {}

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        if (CentreVerification.recognises(problem)) {
            return CentreVerification.verify(
                            problem, solution, spec.commandLine().getOut())
                    ? ExitStatus.DONE
                    : ExitStatus.NOT_SOLVED;
        }
        ProblemFile file = InputFile.read(problem, ProblemFormats::read);
        Plan plan = InputFile.read(solution, file::readSolution);
        Verdict verdict = Verifier.verify(file.problem(), plan);

        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        InputFile.inFile(problem, file.warnings()).forEach(err::println);
        for (Violation violation : verdict.violations()) {
            out.printf("%s: %s%n", Report.name(violation.rule()), violation.message());
        }
        out.printf("hard         %d%n", verdict.score().hard());
        Report.components(out, verdict.score());
        out.printf("cost         %d%n", verdict.score().total());
        out.flush();
        Report.last(err, verdict.score(), Duration.ofNanos(System.nanoTime() - start));
        return verdict.feasible() ? ExitStatus.DONE : ExitStatus.NOT_SOLVED;
    }
}
