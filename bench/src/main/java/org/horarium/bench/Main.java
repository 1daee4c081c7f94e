package org.horarium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./horarium bench SUITE}. */
@Command(
        name = "horarium bench",
        mixinStandardHelpOptions = true,
        description = "Solves the instances of a suite and prints one table, with the peers beside us.")
public final class Main implements Callable<Integer> {
    private static final List<Suite> SUITES = List.of(new DemoSuite(), new CttSuite(), new Itc2019Suite());

    @Parameters(
            index = "0",
            paramLabel = "SUITE",
            description =
                    "demo, variants, reach, ablation, ctt, itc2019, fet, scale, assessment, data, load, workers or board")
    private String suite = "";

    @Option(names = "--seconds", description = "wall-clock seconds for one instance (default: ${DEFAULT-VALUE})")
    private int seconds = 60;

    @Option(names = "--threads", description = "threads (default: ${DEFAULT-VALUE})")
    private int threads = 1;

    @Option(names = "--seed", description = "seed (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--seeds", description = "ablation: number of seeds, from --seed on (default: ${DEFAULT-VALUE})")
    private int seeds = 3;

    @Option(names = "--whole-limit", description = "ablation: use the whole time instead of the same amount of work")
    private boolean wholeLimit;

    @Option(
            names = "--cpu-time",
            description = "suites of instances: our engine takes the seconds as processor time of each thread,"
                    + " for a machine that is busy with other things")
    private boolean processorTime;

    @Option(
            names = "--only",
            split = ",",
            description = "names of instances (ablation: of suites too); all when missing")
    private List<String> only = List.of();

    @Option(names = "--no-peers", description = "run only our engine")
    private boolean alone;

    @Option(names = "--server", description = "measure the application too: start, memory, answers")
    private boolean server;

    @Option(names = "--readers", description = "load: readers at a time (default: ${DEFAULT-VALUE})")
    private int readers = 200;

    @Option(names = "--coverage", description = "suite fet: solve nothing, tell what is read of all examples")
    private boolean coverage;

    @Option(names = "--out", description = "file for the table; standard output when missing")
    private @Nullable Path out;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    /** Runs and exits with the status of picocli: 0 done, 2 usage. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Limits limits = new Limits(Duration.ofSeconds(seconds), threads, seed, processorTime);
        if (suite.equals(AssessmentSuite.NAME)) {
            write(new AssessmentSuite(limits, only).markdown(command()));
            return 0;
        }
        if (suite.equals(BoardSuite.NAME)) {
            write(new BoardSuite(limits)
                    .markdown("./horarium bench board --seconds %d --seed %d".formatted(seconds, seed)));
            return 0;
        }
        if (suite.equals(DataSuite.NAME)) {
            write(new DataSuite().markdown("./horarium bench " + DataSuite.NAME));
            return 0;
        }
        if (suite.equals(LoadBench.NAME)) {
            write(new LoadBench(readers, limits.time()).run(command()));
            return 0;
        }
        if (suite.equals(WorkersBench.NAME)) {
            write(new WorkersBench(limits.time()).run("./horarium bench workers --seconds %d".formatted(seconds)));
            return 0;
        }
        if (suite.equals(FetSuite.NAME) && coverage) {
            write(new FetCoverage().markdown("./horarium bench fet --coverage"));
            return 0;
        }
        if (suite.equals(FetSuite.NAME)) {
            write(new FetSuite(limits, only, alone).markdown(command()));
            return 0;
        }
        if (suite.equals(ScaleSuite.NAME)) {
            write(new ScaleSuite(limits, only).markdown(command()));
            return 0;
        }
        if (suite.equals(AblationSuite.NAME)) {
            write(new AblationSuite(limits, seeds, only, wholeLimit).markdown(command()));
            return 0;
        }
        if (suite.equals(ReachSuite.NAME)) {
            write(new ReachSuite(limits).markdown(command()));
            return 0;
        }
        if (suite.equals(VariantSuite.NAME)) {
            write(new VariantSuite(limits, only).markdown(command()));
            return 0;
        }
        Suite chosen = SUITES.stream()
                .filter(candidate -> candidate.name().equals(suite))
                .findFirst()
                .orElseThrow(() -> new CommandLine.ParameterException(
                        commandLine(),
                        "There is no suite (%s); known are %s."
                                .formatted(
                                        suite,
                                        SUITES.stream().map(Suite::name).collect(Collectors.joining(", ")) + ", "
                                                + AssessmentSuite.NAME + ", " + FetSuite.NAME + ", " + VariantSuite.NAME
                                                + ", " + ReachSuite.NAME
                                                + ", "
                                                + ScaleSuite.NAME + ", " + AblationSuite.NAME + ", "
                                                + DataSuite.NAME + ", " + LoadBench.NAME + ", "
                                                + WorkersBench.NAME + ", "
                                                + BoardSuite.NAME)));
        Report report = new Report(chosen, command());
        for (Instance instance : chosen.instances()) {
            if (only.isEmpty() || only.contains(instance.name())) {
                for (Contender contender : alone ? chosen.contenders().subList(0, 1) : chosen.contenders()) {
                    System.err.printf("%s: %s ...%n", instance.name(), contender.name());
                    Run run = contender.run(instance, limits);
                    System.err.printf(
                            "%s: %s hard %d cost %d%n",
                            instance.name(),
                            contender.name(),
                            run.score().hard(),
                            run.score().total());
                    report.add(instance, contender, run);
                }
            }
        }
        String text = report.markdown();
        if (server) {
            System.err.println("the application ...");
            text += System.lineSeparator() + new ServerBench().run();
        }
        write(text);
        return 0;
    }

    private void write(String markdown) throws IOException {
        if (out == null) {
            System.out.print(markdown);
        } else {
            Files.writeString(out, markdown);
        }
    }

    private String command() {
        if (suite.equals(LoadBench.NAME)) {
            return "./horarium bench load --readers %d --seconds %d".formatted(readers, seconds);
        }
        return "./horarium bench %s --seconds %d --threads %d --seed %d%s%s%s%s%s"
                .formatted(
                        suite,
                        seconds,
                        threads,
                        seed,
                        suite.equals(AblationSuite.NAME)
                                ? " --seeds " + seeds + (wholeLimit ? " --whole-limit" : "")
                                : "",
                        processorTime ? " --cpu-time" : "",
                        only.isEmpty() ? "" : " --only " + String.join(",", only),
                        alone ? " --no-peers" : "",
                        server ? " --server" : "");
    }

    private CommandLine commandLine() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not set the command.");
        }
        return spec.commandLine();
    }
}
