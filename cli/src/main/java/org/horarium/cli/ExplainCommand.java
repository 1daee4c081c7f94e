package org.horarium.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.horarium.engine.explain.Conflict;
import org.horarium.engine.explain.ExplainListener;
import org.horarium.engine.explain.ExplainOptions;
import org.horarium.engine.explain.Explainer;
import org.horarium.engine.explain.Explanation;
import org.horarium.engine.explain.Impossibility;
import org.horarium.engine.explain.Preflight;
import org.horarium.engine.explain.Relaxation;
import org.horarium.engine.solve.StopSignal;
import org.horarium.formats.file.ProblemFile;
import org.horarium.formats.file.ProblemFormats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a problem has no plan, and what would help. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says why there is no plan: what is provably impossible, a smallest set of rules that exclude each other,",
            "and what to change, the cheapest first, each tried by solving the changed problem."
        },
        footer = {
            "",
            "Exit status: 0 nothing speaks against a plan, 1 there is none or none was found, 2 the file can't be read."
        })
final class ExplainCommand implements Callable<Integer> {
    private static final long LONGEST = 24 * 3600;

    @Parameters(paramLabel = "FILE", description = "The problem, in any known format.")
    private Path problem = Path.of("");

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "Time limit in seconds, ${DEFAULT-VALUE} unless told.")
    private long seconds;

    @Option(names = "--preflight", description = "Only what counting proves, within two seconds; nothing is solved.")
    private boolean preflight;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ExplainCommand() {}

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || seconds > LONGEST) {
            throw new ParameterException(
                    spec.commandLine(), "--seconds is %d; it must be between 1 and %d.".formatted(seconds, LONGEST));
        }
        ProblemFile file = InputFile.read(problem, ProblemFormats::read);
        PrintWriter err = spec.commandLine().getErr();
        InputFile.inFile(problem, file.warnings()).forEach(err::println);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (preflight) {
            List<Impossibility> found = Preflight.check(file.problem());
            impossibilities(out, found);
            if (found.isEmpty()) {
                out.println("Counting finds nothing that speaks against a plan. That proves nothing.");
            }
            return found.isEmpty() ? ExitStatus.DONE : ExitStatus.NOT_SOLVED;
        }
        Explanation explanation = Explainer.explain(
                file.problem(),
                ExplainOptions.of(Duration.ofSeconds(seconds)),
                ExplainListener.SILENT,
                new StopSignal());
        print(out, explanation);
        return explanation.solvable() ? ExitStatus.DONE : ExitStatus.NOT_SOLVED;
    }

    private static void print(PrintStream out, Explanation explanation) {
        if (explanation.solvable()) {
            out.println("There is a plan: one was found and verified.");
            return;
        }
        impossibilities(out, explanation.impossibilities());
        conflict(out, explanation.conflict());
        relaxations(out, explanation.relaxations());
        explanation.notes().forEach(note -> out.println("Note: " + note));
    }

    private static void impossibilities(PrintStream out, List<Impossibility> found) {
        if (!found.isEmpty()) {
            out.println("Impossible (proved by counting):");
        }
        for (Impossibility one : found) {
            out.printf("  %s: %s%n", Report.name(one.family()), one.message());
            one.advice().forEach(advice -> out.printf("      Try: %s%n", advice));
        }
    }

    private static void conflict(PrintStream out, Conflict conflict) {
        out.println(
                switch (conflict.certainty()) {
                    case MINIMAL -> "These exclude each other (proved; without any one of them the rest is possible):";
                    case PROVED -> "These exclude each other (proved; perhaps not all of them are needed):";
                    case NOT_FOUND_IN_TIME ->
                        "No conflict was proved in time: there may be a plan or not. More --seconds may help.";
                    case NONE -> "There is no conflict.";
                });
        conflict.lines().forEach(line -> out.printf("  - %s%n", line));
    }

    private static void relaxations(PrintStream out, List<Relaxation> relaxations) {
        if (!relaxations.isEmpty()) {
            out.println("What would help, the cheapest first:");
        }
        for (int i = 0; i < relaxations.size(); i++) {
            Relaxation one = relaxations.get(i);
            out.printf(
                    "  %d. %s (cost %d, %s)%n",
                    i + 1,
                    String.join(
                            " ", one.steps().stream().map(Relaxation.Step::text).toList()),
                    one.cost(),
                    one.check() == Relaxation.Check.SOLVED ? "a plan was found" : "no plan was found in time");
        }
    }
}
