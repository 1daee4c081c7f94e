package org.horarium.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.horarium.engine.model.CostComponent;

/** The table of a suite: a row for each instance and contender, and the sums that the goals speak of. */
final class Report {
    private final Suite suite;
    private final String command;
    private final Table table = new Table(
            "instance",
            "events",
            "contender",
            "hard",
            "cost",
            "best known",
            "gap",
            "feasible after (s)",
            "moves/s",
            "components");
    private final Map<String, List<Run>> runs = new LinkedHashMap<>();
    private final Map<String, List<Double>> gaps = new LinkedHashMap<>();

    /**
     * @param suite what is run
     * @param command how to make the table again
     */
    Report(Suite suite, String command) {
        this.suite = suite;
        this.command = command;
    }

    void add(Instance instance, Contender contender, Run run) {
        Long best = instance.bestKnown();
        table.add(
                instance.name(),
                Integer.toString(instance.problem().events().size()),
                contender.name(),
                Long.toString(run.score().hard()),
                Long.toString(run.score().total()),
                best == null ? "–" : best.toString(),
                Table.gap(run.score().total(), best),
                Table.seconds(run.timeToFeasible()),
                Table.speed(run.movesPerSecond()),
                components(run));
        runs.computeIfAbsent(contender.name(), name -> new ArrayList<>()).add(run);
        if (best != null && best > 0) {
            gaps.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                    .add(100.0 * (run.score().total() - best) / best);
        }
    }

    private static String components(Run run) {
        Map<CostComponent, Long> costs = new EnumMap<>(CostComponent.class);
        costs.putAll(run.score().costs());
        return costs.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> entry.getKey().name().toLowerCase(java.util.Locale.ROOT) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** The table with its command, machine and date above and its sums below, as Markdown. */
    String markdown() {
        StringBuilder text = new StringBuilder();
        text.append("`%s`%n%n%s, %s.%n%n".formatted(command, Machine.describe(), LocalDate.now()));
        text.append(table).append(System.lineSeparator());
        runs.forEach((name, list) -> text.append("- %s: feasible %d of %d, sum of costs %d%s.%n"
                .formatted(
                        name,
                        list.stream().filter(run -> run.score().feasible()).count(),
                        list.size(),
                        list.stream().mapToLong(run -> run.score().total()).sum(),
                        meanGap(name))));
        return text.toString();
    }

    private String meanGap(String name) {
        return gaps.getOrDefault(name, List.of()).stream().mapToDouble(Double::doubleValue).average().stream()
                .mapToObj(mean -> ", mean gap to best known %.1f %%".formatted(mean))
                .collect(Collectors.joining());
    }

    /** The suite that is reported. */
    Suite suite() {
        return suite;
    }
}
