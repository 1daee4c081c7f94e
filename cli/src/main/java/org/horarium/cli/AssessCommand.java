package org.horarium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.horarium.assessment.AssessmentPlanner;
import org.horarium.assessment.Failure;
import org.horarium.assessment.GoalLevel;
import org.horarium.assessment.Limits;
import org.horarium.assessment.Outcome;
import org.horarium.assessment.PlanListener;
import org.horarium.assessment.PlanSummary;
import org.horarium.assessment.Suggestion;
import org.horarium.assessment.model.Centre;
import org.horarium.formats.FormatException;
import org.horarium.formats.assessment.CentreReader;
import org.horarium.formats.assessment.OutcomeWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Plans an assessment centre. */
@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = "Plans an assessment centre, or says why there is no plan and what helps.",
        footer = {"", "Exit status: 0 there is a plan, 1 there is none, 2 the file can't be read."})
final class AssessCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "CENTRE.json", description = "The centre; see docs/assessment-centres.md.")
    private Path file = Path.of("");

    @Mixin
    private final Output output = new Output();

    @Option(names = "--seconds", description = "Time to plan; less when all is proven (default: ${DEFAULT-VALUE}).")
    private double seconds = 60;

    @Option(names = "--threads", description = "Threads (default: ${DEFAULT-VALUE}).")
    private int threads = 2;

    @Option(names = "--seed", description = "Same seed, one thread: same plan (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    AssessCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        output.check(file);
        String text = InputFile.read(file, content -> new String(content, StandardCharsets.UTF_8));
        Centre centre;
        try {
            centre = CentreReader.read(text);
        } catch (FormatException e) {
            InputFile.inFile(file, e.faults()).forEach(err::println);
            write(OutcomeWriter.write(e));
            return ExitStatus.UNUSABLE;
        }
        Outcome outcome = AssessmentPlanner.plan(centre, new Limits(seconds, threads, seed, true), listener(err));
        if (outcome instanceof Outcome.Planned planned) {
            write(OutcomeWriter.write(centre, planned.plan(), planned.summary()));
            report(err, planned.summary());
            return ExitStatus.DONE;
        }
        Failure failure = ((Outcome.Refused) outcome).failure();
        write(OutcomeWriter.write(centre, failure));
        err.println(failure.code() + ": " + failure.message().text());
        for (Suggestion s : failure.suggestions()) {
            err.println("  checked: " + s.text().text());
        }
        return ExitStatus.NOT_SOLVED;
    }

    private void write(String json) throws IOException {
        output.write(json.getBytes(StandardCharsets.UTF_8));
    }

    private static PlanListener listener(PrintWriter err) {
        return new PlanListener() {
            private String last = "";

            @Override
            public void progress(Progress p) {
                String line = "end " + (p.end() == null ? "–" : p.end()) + ", not before "
                        + (p.earliestEnd() == null ? "–" : p.earliestEnd());
                if (!line.equals(last)) {
                    err.println(String.format(Locale.ROOT, "%6.2f s  %s", p.seconds(), line));
                    last = line;
                }
            }
        };
    }

    private static void report(PrintWriter err, PlanSummary summary) {
        summary.notes().forEach(note -> err.println(note.text()));
        for (GoalLevel level : summary.levels()) {
            err.println(level.goal().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + level.minutes()
                    + " minutes, " + (level.proven() ? "proven optimal" : "bound " + level.bound()));
        }
        err.println(String.format(
                Locale.ROOT, "end %s seconds %.2f", summary.measures().end(), summary.seconds()));
    }
}
