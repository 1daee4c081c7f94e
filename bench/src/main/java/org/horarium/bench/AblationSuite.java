package org.horarium.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.horarium.engine.model.Plan;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Pipeline;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.Stage;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.Score;

/**
 * What each stage of the pipeline is worth: annealing alone, all stages, all but one, and the solver's own choice, on the
 * same instances with the same seeds and the same amount of work.
 */
final class AblationSuite {
    /** Name on the command line. */
    static final String NAME = "ablation";

    /** So many times the limit may a run take that is ended by its work, so that a busy machine disturbs nothing. */
    private static final int AMPLE = 10;

    private final Limits limits;
    private final int seeds;
    private final List<String> only;
    private final boolean byTime;

    /**
     * @param limits time and threads of each run; the first of the seeds
     * @param seeds how many seeds
     * @param only names of suites or instances; empty for all
     * @param byTime whether each run uses its whole time, instead of the amount of work that fits into it
     */
    AblationSuite(Limits limits, int seeds, List<String> only, boolean byTime) {
        this.limits = limits;
        this.seeds = seeds;
        this.only = List.copyOf(only);
        this.byTime = byTime;
    }

    private static Map<String, Pipeline> columns() {
        Map<String, Pipeline> columns = new LinkedHashMap<>();
        columns.put("annealing", Pipeline.ANNEALING);
        columns.put("all", Pipeline.of(EnumSet.allOf(Stage.class)));
        for (Stage stage : Stage.values()) {
            columns.put("no " + stage.label(), Pipeline.of(EnumSet.complementOf(EnumSet.of(stage))));
        }
        for (Stage stage : List.of(Stage.STAFF, Stage.EXACT, Stage.EVOLVE, Stage.LEARN)) {
            Set<Stage> alone = EnumSet.of(Stage.CLUSTER, stage);
            columns.put(stage.label() + " alone", Pipeline.of(alone));
        }
        columns.put("auto", Pipeline.AUTOMATIC);
        return columns;
    }

    /**
     * Runs and tells.
     *
     * @param command how to make the table again
     */
    String markdown(String command) throws IOException {
        Map<String, Pipeline> columns = columns();
        List<String> header = new ArrayList<>(List.of("instance"));
        header.addAll(columns.keySet());
        Table table = new Table(header.toArray(String[]::new));
        StringBuilder text = new StringBuilder();
        text.append("`%s`%n%n%s, %s. Mean cost over %d seeds%s; in brackets runs that were not feasible.%n%n"
                .formatted(
                        command,
                        Machine.describe(),
                        LocalDate.now(),
                        seeds,
                        byTime ? ", each run with its whole time" : ", each run with the same work"));
        for (Suite suite : List.of(new DemoSuite(), new CttSuite(), new Itc2019Suite())) {
            Map<String, Double> sums = new LinkedHashMap<>();
            int count = 0;
            for (Instance instance : suite.instances()) {
                if (only.isEmpty() || only.contains(suite.name()) || only.contains(instance.name())) {
                    table.add(row(instance, columns, sums));
                    count++;
                }
            }
            if (count > 1) {
                List<String> row = new ArrayList<>(List.of("mean change, " + suite.name()));
                for (String column : columns.keySet()) {
                    row.add(String.format(Locale.ROOT, "%+.1f %%", 100 * sums.getOrDefault(column, 0.0) / count));
                }
                table.add(row.toArray(String[]::new));
            }
        }
        return text.append(table).toString();
    }

    private String[] row(Instance instance, Map<String, Pipeline> columns, Map<String, Double> changes) {
        List<String> row = new ArrayList<>(List.of(instance.name()));
        double base = 0;
        for (Map.Entry<String, Pipeline> column : columns.entrySet()) {
            System.err.printf("%s: %s ...%n", instance.name(), column.getKey());
            double sum = 0;
            int infeasible = 0;
            for (long seed :
                    LongStream.range(0, seeds).map(i -> limits.seed() + i).toArray()) {
                Score score = run(instance, column.getValue(), seed);
                sum += score.total();
                infeasible += score.feasible() ? 0 : 1;
            }
            double mean = sum / seeds;
            if (column.getValue() == Pipeline.ANNEALING) {
                base = mean;
            }
            changes.merge(column.getKey(), base == 0 ? 0 : (mean - base) / base, Double::sum);
            row.add(String.format(Locale.ROOT, "%.1f%s", mean, infeasible == 0 ? "" : " (" + infeasible + ")"));
        }
        return row.toArray(String[]::new);
    }

    private Score run(Instance instance, Pipeline pipeline, long seed) {
        Effort effort = byTime ? Effort.WHOLE_LIMIT : Effort.ofWorkFor(limits.time());
        Duration time = byTime ? limits.time() : limits.time().multipliedBy(AMPLE);
        Solution solution = Solver.standard()
                .solve(
                        instance.problem(),
                        new SolverOptions(time, limits.threads(), seed, effort, Plan.EMPTY, pipeline),
                        event -> {},
                        new StopSignal());
        return solution.verdict().score();
    }
}
