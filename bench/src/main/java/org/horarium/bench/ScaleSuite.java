package org.horarium.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.horarium.engine.model.Problem;

/** How time and memory grow with the number of classes. Each problem begins with an empty heap. */
final class ScaleSuite {
    /** Name on the command line. */
    static final String NAME = "scale";

    private static final List<Integer> CLASSES = List.of(1_000, 3_000, 10_000);

    private final Limits limits;
    private final List<String> only;

    ScaleSuite(Limits limits, List<String> only) {
        this.limits = limits;
        this.only = only;
    }

    /**
     * Runs and tells.
     *
     * @param command how to make the table again
     */
    String markdown(String command) {
        Table table = new Table(
                "classes",
                "students",
                "hard",
                "cost",
                "feasible after (s)",
                "took (s)",
                "moves/s",
                "most heap (MB)",
                "heap allowed (MB)");
        for (int classes : CLASSES) {
            if (only.isEmpty() || only.contains(Integer.toString(classes))) {
                add(table, classes);
            }
        }
        return "`%s`%n%n%s, %s.%n%n%s%n".formatted(command, Machine.describe(), LocalDate.now(), table);
    }

    private void add(Table table, int classes) {
        System.err.printf("%d classes ...%n", classes);
        Problem problem = LargeUniversity.of(classes);
        resetPeaks();
        long started = System.nanoTime();
        Run run = new HorariumContender().run(new Instance("scale", problem, null), limits);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        table.add(
                Integer.toString(problem.events().size()),
                Integer.toString(problem.students().size()),
                Long.toString(run.score().hard()),
                Long.toString(run.score().total()),
                Table.seconds(run.timeToFeasible()),
                Table.seconds(took),
                Table.speed(run.movesPerSecond()),
                Long.toString(peak() >> 20),
                Long.toString(Runtime.getRuntime().maxMemory() >> 20));
    }

    private static List<MemoryPoolMXBean> heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static void resetPeaks() {
        System.gc();
        heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Sum of the peaks of the parts of the heap, garbage included: an upper bound. */
    private static long peak() {
        return heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }
}
