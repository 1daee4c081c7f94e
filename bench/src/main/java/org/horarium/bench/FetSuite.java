package org.horarium.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.Score;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.Imported;
import org.horarium.formats.fet.Fet;
import org.jspecify.annotations.Nullable;

/**
 * FET's schools and universities, with FET beside us. Soft conflicts are FET's own count for both: our timetable is written
 * as FET's data with every activity fixed, and FET says what it finds. Our verifier judges both as well.
 */
final class FetSuite {
    static final String NAME = "fet";

    /** Long enough for FET to read a timetable in which everything is fixed. */
    private static final Duration CHECK = Duration.ofSeconds(60);

    private static final String REFUSED = "not confirmed by FET";

    private final Limits limits;
    private final List<String> only;
    private final boolean alone;
    private final @Nullable FetProgram program = FetProgram.find();
    private final Table table = new Table(
            "file",
            "activities",
            "not read",
            "contender",
            "complete",
            "CPU s to complete",
            "soft conflicts (FET's count)",
            "hard",
            "cost");

    /**
     * @param only names of the files to plan; empty for all
     * @param alone whether FET stays out, except for counting
     */
    FetSuite(Limits limits, List<String> only, boolean alone) {
        this.limits = limits;
        this.only = only;
        this.alone = alone;
    }

    /** The table with its command, machine and date above, as Markdown. */
    String markdown(String command) throws IOException, InterruptedException {
        if (program == null) {
            System.err.println(
                    "fet-cl is not installed (Debian: apt-get install fet, or set HORARIUM_FET_CL): no peer.");
        }
        for (Map.Entry<String, Path> file : FetFiles.all().entrySet()) {
            if (only.isEmpty() || only.contains(file.getKey())) {
                ours(file.getKey(), file.getValue());
                if (program != null && !alone) {
                    fet(program, file.getKey(), file.getValue());
                }
            }
        }
        return "`%s`%n%n%s, %s.%s%n%n%s"
                .formatted(
                        command,
                        Machine.describe(),
                        LocalDate.now(),
                        program == null ? " fet-cl is not installed here, so nothing stands beside us." : "",
                        table);
    }

    private void ours(String name, Path file) throws IOException, InterruptedException {
        System.err.printf("%s: Horarium ...%n", name);
        CpuClock clock = new CpuClock();
        Imported imported = Fet.readProblem(file);
        double reading = clock.seconds();
        Solution solution = Solver.standard()
                .solve(
                        imported.problem(),
                        new SolverOptions(limits.time(), limits.threads(), limits.seed(), Effort.WHOLE_LIMIT),
                        clock::sample,
                        new StopSignal());
        Duration feasible = solution.timeToFeasible();
        String conflicts = counted(file, solution.plan(), feasible != null);
        // What the reader could not say may be broken: then FET does not complete the timetable.
        boolean complete = feasible != null && !conflicts.equals(REFUSED);
        row(
                name,
                imported,
                "Horarium",
                complete,
                feasible == null ? -1 : Math.max(reading, clock.at(feasible)),
                conflicts,
                Verifier.verify(imported.problem(), solution.plan()).score());
    }

    /** FET's count of soft conflicts in a timetable of ours. */
    private String counted(Path file, Plan plan, boolean complete) throws IOException, InterruptedException {
        if (!complete || program == null) {
            return "–";
        }
        Path written = Files.createTempFile("horarium-", ".fet");
        try {
            try (InputStream data = Files.newInputStream(file);
                    OutputStream out = Files.newOutputStream(written)) {
                Fet.writeTimetable(data, plan, out);
            }
            FetProgram.Result result = program.run(written, CHECK, limits.seed());
            return result.timetable() == null ? REFUSED : result.softConflicts();
        } finally {
            Files.delete(written);
        }
    }

    private void fet(FetProgram fet, String name, Path file) throws IOException, InterruptedException {
        System.err.printf("%s: FET ...%n", name);
        FetProgram.Result result = fet.run(file, limits.time(), limits.seed());
        Imported imported = Fet.readProblem(file);
        Problem problem = imported.problem();
        byte[] timetable = result.timetable();
        Plan plan = timetable == null ? Plan.EMPTY : Fet.readTimetable(new ByteArrayInputStream(timetable), problem);
        row(
                name,
                imported,
                "FET",
                timetable != null,
                result.cpuSeconds(),
                timetable == null ? "–" : result.softConflicts(),
                Verifier.verify(problem, plan).score());
    }

    private void row(
            String name, Imported imported, String who, boolean complete, double cpu, String conflicts, Score score) {
        table.add(
                name,
                Integer.toString(imported.problem().events().size()),
                Integer.toString(imported.warnings().size()),
                who,
                complete ? "yes" : "no",
                complete ? String.format(Locale.ROOT, "%.2f", cpu) : "–",
                conflicts,
                Long.toString(score.hard()),
                Long.toString(score.total()));
        System.err.printf("%s: %s complete %s, soft conflicts %s%n", name, who, complete, conflicts);
    }

    /** CPU time of this process since it was made, and at earlier moments of a search by its events. */
    private static final class CpuClock {
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long begin = system.getProcessCpuTime();
        private final NavigableMap<Duration, Double> samples = new TreeMap<>();

        double seconds() {
            return (system.getProcessCpuTime() - begin) / 1e9;
        }

        void sample(SolverEvent event) {
            samples.putIfAbsent(event.elapsed(), seconds());
        }

        /** Between two events by the time between them. */
        double at(Duration elapsed) {
            Duration earlier = Duration.ZERO;
            double earlierCpu = 0;
            for (Map.Entry<Duration, Double> sample : samples.entrySet()) {
                if (sample.getKey().compareTo(elapsed) >= 0) {
                    double span = Math.max(1, sample.getKey().minus(earlier).toNanos());
                    double share = elapsed.minus(earlier).toNanos() / span;
                    return earlierCpu + share * (sample.getValue() - earlierCpu);
                }
                earlier = sample.getKey();
                earlierCpu = sample.getValue();
            }
            return earlierCpu;
        }
    }
}
