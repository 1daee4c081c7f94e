package org.horarium.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.variant.Difference;
import org.horarium.engine.variant.Kpis;
import org.horarium.engine.variant.Repair;
import org.horarium.engine.variant.Variant;
import org.horarium.engine.variant.VariantListener;
import org.horarium.engine.variant.VariantOptions;
import org.horarium.engine.variant.VariantSet;
import org.horarium.engine.variant.Variants;
import org.horarium.formats.file.ProblemFile;
import org.jspecify.annotations.Nullable;

/** Makes one variant or all of them, writes the plans and prints their figures. */
final class VariantRun {
    private final ProblemFile file;
    private final @Nullable Plan published;
    private final Output output;
    private final PrintWriter err;
    private final boolean quiet;

    VariantRun(ProblemFile file, @Nullable Plan published, Output output, PrintWriter err, boolean quiet) {
        this.file = file;
        this.published = published;
        this.output = output;
        this.err = err;
        this.quiet = quiet;
    }

    /** Returns the exit status: done when every variant that was asked for is there and feasible. */
    int run(VariantChoice choice, SolverOptions limits, StopSignal stop) throws IOException {
        if (published != null && choice.variants().equals(List.of(Variant.LEAST_CHANGE))) {
            return repair(published, limits, stop);
        }
        double apart = choice.isAll() ? VariantOptions.APART : 0;
        VariantSet set = Variants.make(
                file.problem(),
                new VariantOptions(limits, choice.variants(), published, apart),
                new Teller(new Progress(quiet ? null : err)),
                stop);
        List<VariantSet.Made> asked = set.plans().stream()
                .filter(made -> choice.variants().contains(made.variant()))
                .toList();
        for (VariantSet.Made made : asked) {
            if (!choice.isAll()) {
                output.write(file.writeSolution(made.solution()));
            } else if (output.isFile()) {
                output.write(made.variant().label(), file.writeSolution(made.solution()));
            }
        }
        set.missing()
                .forEach(missing ->
                        err.printf("not made: %s: %s%n", missing.variant().label(), missing.reason()));
        if (choice.isAll()) {
            matrix(set.plans());
            pairs(set.plans());
        } else if (published != null) {
            asked.forEach(made -> moved(
                    "published",
                    Difference.between(
                            file.problem(), published, made.solution().plan())));
        }
        VariantSet.Made last = asked.isEmpty() ? set.plans().get(0) : asked.get(0);
        SolveCommand.report(err, last.solution());
        boolean feasible =
                asked.stream().allMatch(made -> made.solution().verdict().feasible());
        return feasible && set.missing().isEmpty() ? ExitStatus.DONE : ExitStatus.NOT_SOLVED;
    }

    /** Nothing but the published plan matters: it is kept where it can be. */
    private int repair(Plan before, SolverOptions limits, StopSignal stop) throws IOException {
        Repair.Result repaired = Repair.closeTo(file.problem(), before, limits, new Progress(quiet ? null : err), stop);
        output.write(file.writeSolution(repaired.solution()));
        moved("published", repaired.change());
        SolveCommand.report(err, repaired.solution());
        return repaired.solution().verdict().feasible() ? ExitStatus.DONE : ExitStatus.NOT_SOLVED;
    }

    private void moved(String from, Difference difference) {
        err.printf(
                Locale.ROOT,
                "%s: moved %d of %d events (%.1f %%), %d more given by other people%n",
                from,
                difference.moved().size(),
                difference.events(),
                100 * difference.share(),
                difference.restaffed().size());
    }

    private void matrix(List<VariantSet.Made> plans) {
        err.printf(
                "%-16s %5s %8s %-22s %9s %5s %8s %8s %6s %6s %6s %6s%n",
                "variant",
                "hard",
                "cost",
                "1st, 2nd, 3rd, other",
                "worst-off",
                "envy",
                "gaps",
                "late",
                "load",
                "rooms",
                "seats",
                "moved");
        for (VariantSet.Made made : plans) {
            Kpis kpis = made.kpis();
            err.printf(
                    Locale.ROOT,
                    "%-16s %5d %8d %-22s %9.1f %5d %8d %8d %6d %6d %5d%% %6d%n",
                    made.variant().label(),
                    kpis.score().hard(),
                    kpis.score().total(),
                    kpis.choices().toString().replaceAll("[\\[\\]]", ""),
                    kpis.worstOffBy(),
                    kpis.envyPairs(),
                    kpis.studentGaps(),
                    kpis.lateSlots(),
                    kpis.loadSpread(),
                    kpis.rooms(),
                    kpis.seatFill(),
                    kpis.moved());
        }
    }

    private void pairs(List<VariantSet.Made> plans) {
        Problem problem = file.problem();
        for (int i = 0; i < plans.size(); i++) {
            for (int j = 0; j < i; j++) {
                Difference difference = Difference.between(
                        problem,
                        plans.get(j).solution().plan(),
                        plans.get(i).solution().plan());
                err.printf(
                        Locale.ROOT,
                        "%s to %s: %d of %d events moved (%.0f %%)%n",
                        plans.get(j).variant().label(),
                        plans.get(i).variant().label(),
                        difference.moved().size(),
                        difference.events(),
                        100 * difference.share());
            }
        }
    }

    /** Tells of each variant as it begins and is ready. */
    private final class Teller implements VariantListener {
        private final Progress progress;
        private @Nullable Variant current;

        Teller(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void progress(Variant variant, SolverEvent event, double share) {
            if (variant != current && !quiet) {
                err.printf("%s ...%n", variant.label());
                err.flush();
            }
            current = variant;
            progress.accept(event);
        }

        @Override
        public void made(VariantSet.Made made) {
            if (!quiet) {
                err.printf(
                        "%s: hard %d cost %d after %s s%n",
                        made.variant().label(),
                        made.kpis().score().hard(),
                        made.kpis().score().total(),
                        Report.seconds(made.solution().elapsed()));
                err.flush();
            }
        }
    }
}
