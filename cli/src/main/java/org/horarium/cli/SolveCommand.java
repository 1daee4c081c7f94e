package org.horarium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.horarium.engine.model.Plan;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Pipeline;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Violation;
import org.horarium.formats.file.ProblemFile;
import org.horarium.formats.file.ProblemFormats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches for a plan. */
@Command(
        name = "solve",
        mixinStandardHelpOptions = true,
        description = {
            "Searches for a plan and writes it in the solution format of the input's format.",
            "Progress goes to stderr, the last line there is: cost TOTAL hard H seconds S.",
            "Ctrl-C ends the search early and keeps the best plan."
        },
        footer = {
            "",
            "Exit status: 0 a plan without hard violations, 1 only a partial or faulty plan (it is written all the same),"
                    + " 2 a file can't be read or written."
        })
final class SolveCommand implements Callable<Integer> {
    private static final long LONGEST = 7 * 24 * 3600;
    private static final int MOST_THREADS = 256;

    @Parameters(paramLabel = "FILE", description = "The problem, in any known format.")
    private Path problem = Path.of("");

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Time limit in seconds, ${DEFAULT-VALUE} unless told.")
    private long seconds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads, ${DEFAULT-VALUE} unless told. With one, the same seed gives the same plan"
                    + " (and about a third of the limit is kept back for that); with several, all of the time is used.")
    private int threads;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of all random decisions, ${DEFAULT-VALUE} unless told.")
    private long seed;

    @Option(
            names = "--pipeline",
            paramLabel = "LIST",
            converter = PipelineReader.class,
            description = {
                "What follows annealing: any of cluster,staff,exact,evolve,learn, separated by commas; 'none';",
                "or 'auto' (the default): what is known to help at the problem's size."
            })
    private Pipeline pipeline = Pipeline.AUTOMATIC;

    @Option(
            names = "--learned",
            paramLabel = "FILE",
            description = "Read the values that the stage 'learn' begins with from this file, if it is there,"
                    + " and save them to it at the end.")
    private @Nullable Path learned;

    @Option(
            names = "--variant",
            paramLabel = "NAME",
            converter = VariantChoice.Reader.class,
            description = {
                "Favour somebody: balanced (as the file says), personnel, student-compact, room-efficient,",
                "least-change; or 'all' for the five in one run, any two at least 15 %% of the events apart:",
                "with --out plan.json they go to plan.balanced.json and so on, without it only figures are printed."
            })
    private VariantChoice variant = VariantChoice.NONE;

    @Option(
            names = "--published",
            paramLabel = "FILE",
            description = "The published solution: least-change stays close to it, and 'moved' is counted from it.")
    private @Nullable Path published;

    @Option(names = "--quiet", description = "No progress on stderr.")
    private boolean quiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SolveCommand() {}

    @Override
    public Integer call() throws IOException {
        range("--seconds", seconds, LONGEST);
        range("--threads", threads, MOST_THREADS);
        if (published != null && variant.isNone()) {
            throw new ParameterException(
                    spec.commandLine(), "--published goes with --variant, for example --variant least-change.");
        }
        output.check(problem);
        ProblemFile file = InputFile.read(problem, ProblemFormats::read);
        PrintWriter err = spec.commandLine().getErr();
        InputFile.inFile(problem, file.warnings()).forEach(err::println);

        StopSignal stop = new StopSignal();
        int status;
        try (KeepBestPlan interrupted = KeepBestPlan.onSignal(stop)) {
            Effort effort = threads == 1 ? Effort.REPEATABLE : Effort.WHOLE_LIMIT;
            SolverOptions options = new SolverOptions(Duration.ofSeconds(seconds), threads, seed, effort)
                    .with(learned == null ? pipeline : pipeline.learningIn(learned));
            if (!variant.isNone()) {
                status = new VariantRun(file, published(file), output, err, quiet).run(variant, options, stop);
                interrupted.done(status);
                return status;
            }
            Progress progress = new Progress(quiet ? null : err);
            Solution solution = Solver.standard().solve(file.problem(), options, progress, stop);
            output.write(file.writeSolution(solution));
            status = solution.verdict().feasible() ? ExitStatus.DONE : ExitStatus.NOT_SOLVED;
            report(err, solution);
            interrupted.done(status);
        }
        return status;
    }

    private @Nullable Plan published(ProblemFile file) throws IOException {
        return published == null ? null : InputFile.read(published, file::readSolution);
    }

    private void range(String option, long value, long most) {
        if (value < 1 || value > most) {
            throw new ParameterException(
                    spec.commandLine(), "%s is %d; it must be between 1 and %d.".formatted(option, value, most));
        }
    }

    static void report(PrintWriter err, Solution solution) {
        for (Solution.Unplaced unplaced : solution.unplaced()) {
            err.printf("not placed: %s: %s%n", unplaced.event(), unplaced.reason());
        }
        for (Violation violation : solution.verdict().violations()) {
            if (violation.rule() != HardRule.PLACED) {
                err.printf("%s: %s%n", Report.name(violation.rule()), violation.message());
            }
        }
        Report.components(err, solution.verdict().score());
        Report.last(err, solution.verdict().score(), solution.elapsed());
    }
}
