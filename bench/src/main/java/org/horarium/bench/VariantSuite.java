package org.horarium.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Plan;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.variant.Difference;
import org.horarium.engine.variant.VariantListener;
import org.horarium.engine.variant.VariantOptions;
import org.horarium.engine.variant.VariantSet;
import org.horarium.engine.variant.Variants;

/** Five variants of each demo college, and of a department, in one run: their figures, and how far any two are apart. */
final class VariantSuite {
    /** Name on the command line. */
    static final String NAME = "variants";

    private final Limits limits;
    private final List<String> only;

    VariantSuite(Limits limits, List<String> only) {
        this.limits = limits;
        this.only = only;
    }

    /**
     * Runs and tells.
     *
     * @param command how to make the tables again
     */
    String markdown(String command) {
        StringBuilder text = new StringBuilder();
        text.append("`%s`%n%n%s, %s.%n".formatted(command, Machine.describe(), LocalDate.now()));
        List<Instance> instances = new ArrayList<>(new DemoSuite().instances());
        instances.add(1, DemoSuite.department());
        for (Instance instance : instances) {
            if (only.isEmpty() || only.contains(instance.name())) {
                System.err.printf("%s ...%n", instance.name());
                text.append(tables(instance));
            }
        }
        return text.toString();
    }

    private String tables(Instance instance) {
        long started = System.nanoTime();
        VariantSet set = Variants.make(
                instance.problem(),
                VariantOptions.all(
                        new SolverOptions(limits.time(), limits.threads(), limits.seed(), Effort.WHOLE_LIMIT), null),
                VariantListener.SILENT,
                new StopSignal());
        Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
        Table figures = new Table(
                "variant",
                "hard",
                "cost",
                "staff",
                "1st, 2nd, 3rd, other",
                "worst-off by",
                "envy",
                "gaps",
                "late",
                "load spread",
                "rooms",
                "seats",
                "moved",
                "ready (s)");
        for (VariantSet.Made made : set.plans()) {
            figures.add(
                    made.variant().label(),
                    Long.toString(made.kpis().score().hard()),
                    Long.toString(made.kpis().score().total()),
                    Long.toString(made.kpis().score().cost(CostComponent.STAFF)
                            + made.kpis().score().cost(CostComponent.FAIRNESS)),
                    made.kpis().choices().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    String.format(Locale.ROOT, "%.1f", made.kpis().worstOffBy()),
                    Integer.toString(made.kpis().envyPairs()),
                    Long.toString(made.kpis().studentGaps()),
                    Long.toString(made.kpis().lateSlots()),
                    Integer.toString(made.kpis().loadSpread()),
                    Integer.toString(made.kpis().rooms()),
                    made.kpis().seatFill() + " %",
                    Integer.toString(made.kpis().moved()),
                    Table.seconds(made.solution().elapsed()));
        }
        StringBuilder text = new StringBuilder("%n### %s, %d events%n%n"
                .formatted(instance.name(), instance.problem().events().size()));
        text.append(figures).append(System.lineSeparator());
        text.append("First feasible plan after %s s, all after %s s. Nearest pair: %s.%n"
                .formatted(
                        Table.seconds(set.plans().get(0).solution().timeToFeasible()),
                        Table.seconds(elapsed),
                        nearest(instance, set.plans())));
        set.missing()
                .forEach(missing -> text.append(
                        "- not made: %s. %s%n".formatted(missing.variant().label(), missing.reason())));
        return text.toString();
    }

    /** The two variants that are least apart, and by how much. */
    static String nearest(Instance instance, List<VariantSet.Made> plans) {
        double least = 2;
        String pair = "–";
        for (int i = 0; i < plans.size(); i++) {
            for (int j = 0; j < i; j++) {
                Plan one = plans.get(i).solution().plan();
                Plan other = plans.get(j).solution().plan();
                double share =
                        Difference.between(instance.problem(), one, other).share();
                if (share < least) {
                    least = share;
                    pair = "%s and %s, %.1f %% of the events"
                            .formatted(
                                    plans.get(j).variant().label(),
                                    plans.get(i).variant().label(),
                                    100 * share);
                }
            }
        }
        return pair;
    }
}
