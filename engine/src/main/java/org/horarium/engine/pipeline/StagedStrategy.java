package org.horarium.engine.pipeline;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.horarium.engine.cluster.Clusters;
import org.horarium.engine.cluster.EventGraph;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.lns.BestStaff;
import org.horarium.engine.lns.FixAndOptimise;
import org.horarium.engine.search.Assignment;
import org.horarium.engine.search.Crew;
import org.horarium.engine.search.Portfolio;
import org.horarium.engine.search.Schedule;
import org.horarium.engine.search.Strategy;
import org.horarium.engine.search.Worker;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.Stage;
import org.horarium.engine.solve.StopSignal;
import org.jspecify.annotations.Nullable;

/**
 * Annealing first, then the stages of the pipeline in their order, each with its share of what the first plan left. What a
 * stage does not use goes to the next, and what is left at the end to annealing again.
 */
public final class StagedStrategy implements Strategy {
    private static final double ANNEALING_PARTS = 5;
    private static final double ANNEALING_PARTS_IF_SMALL = 2;
    private static final double STAFF_PARTS = 5;
    private static final double END_PARTS = 2;
    private static final double EXACT_PARTS = 1.5;
    private static final double EVOLVE_PARTS = 3;
    private static final double LEARN_PARTS = 4;
    private static final double HEAT_AT_THE_END = 0.3;

    /** Share of the whole that choosing people anew may take, each time. */
    private static final double STAFF_SHARE = 0.1;

    private final SolverOptions options;
    private final StopSignal stop;
    private final Map<Worker, Toolkit> toolkits = new ConcurrentHashMap<>();
    private @Nullable Clusters clusters;

    public StagedStrategy(SolverOptions options, StopSignal stop) {
        this.options = options;
        this.stop = stop;
    }

    @Override
    public void run(Crew crew) {
        Set<Stage> chosen = options.pipeline().stages();
        Set<Stage> stages = chosen == null ? Defaults.stages(crew.compiled(), STAFF_SHARE * seconds()) : chosen;
        if (stages.isEmpty()) {
            new Schedule(1).run(crew);
            return;
        }
        boolean small = stages.contains(Stage.EXACT) && Defaults.isSmall(crew.compiled());
        Shares shares = new Shares(crew.spent());
        shares.add("annealing", small ? ANNEALING_PARTS_IF_SMALL : ANNEALING_PARTS);
        if (stages.contains(Stage.STAFF)) {
            shares.add(Stage.STAFF.label(), STAFF_PARTS);
        }
        if (stages.contains(Stage.EXACT)) {
            shares.add(Stage.EXACT.label(), small ? 2 * EXACT_PARTS : EXACT_PARTS);
        }
        if (stages.contains(Stage.EVOLVE)) {
            shares.add(Stage.EVOLVE.label(), EVOLVE_PARTS);
        }
        if (stages.contains(Stage.LEARN)) {
            shares.add(Stage.LEARN.label(), LEARN_PARTS);
        }
        if (stages.contains(Stage.STAFF)) {
            shares.add("end", END_PARTS);
        }
        if (stages.contains(Stage.CLUSTER)) {
            cluster(crew);
        }
        boolean exact = stages.contains(Stage.EXACT) && isThere(crew, Stage.EXACT);
        Workshop workshop = new Workshop(crew, this::toolkit);
        if (exact && crew.best().hard() > 0 && !crew.isDone()) {
            stage(crew, "first plan", () -> new ExactStage(workshop).complete(shares.untilFirst()));
        }
        stage(crew, "annealing", () -> {
            new Schedule(shares.until("annealing")).run(crew);
            return Result.NOTHING;
        });
        boolean staff =
                stages.contains(Stage.STAFF) && BestStaff.suits(crew.compiled().problem) && isThere(crew, Stage.STAFF);
        if (staff && !crew.isDone()) {
            double until = shares.until(Stage.STAFF.label());
            stage(crew, Stage.STAFF.label(), () -> staff(crew).around(until));
        }
        Result proof = Result.NOTHING;
        if (exact && !crew.isDone()) {
            proof = stage(
                    crew,
                    Stage.EXACT.label(),
                    () -> new ExactStage(workshop)
                            .run(
                                    small,
                                    shares.until(Stage.EXACT.label()),
                                    options.effort().isTimed(),
                                    stop));
        }
        if (stages.contains(Stage.EVOLVE) && !crew.isDone() && !proof.proved()) {
            stage(crew, Stage.EVOLVE.label(), () -> new EvolveStage(workshop).run(shares.until(Stage.EVOLVE.label())));
        }
        if (stages.contains(Stage.LEARN) && !crew.isDone() && !proof.proved()) {
            stage(
                    crew,
                    Stage.LEARN.label(),
                    () -> new LearnStage(
                                    workshop,
                                    exact,
                                    stages.contains(Stage.EVOLVE),
                                    options.pipeline().values())
                            .run(shares.until(Stage.LEARN.label())));
        }
        if (!crew.isDone() && !proof.proved()) {
            double until = staff ? Math.max(crew.spent(), 1 - STAFF_SHARE) : 1;
            crew.round((worker, start) -> worker.improve(start, HEAT_AT_THE_END, until));
        }
        if (staff && !crew.isDone() && !proof.proved()) {
            stage(crew, Stage.STAFF.label(), () -> staff(crew).choose());
            crew.round((worker, start) -> worker.improve(start, HEAT_AT_THE_END / 2, 1));
        }
    }

    /** The whole in seconds of CP-SAT. */
    private double seconds() {
        double limit = options.timeLimit().toNanos() / 1e9;
        return options.effort().isTimed()
                ? limit
                : (options.effort() instanceof Effort.Work work ? work.steps() : Portfolio.workFor(limit))
                        / FixAndOptimise.STEPS_PER_SECOND;
    }

    private StaffStage staff(Crew crew) {
        return new StaffStage(crew, STAFF_SHARE, options.effort().isTimed(), stop);
    }

    /** What a stage came to. */
    record Result(@Nullable Long bound, boolean proved, String note) {
        static final Result NOTHING = new Result(null, false, "");
    }

    /** What a stage does. */
    private interface Work {
        Result run();
    }

    private static Result stage(Crew crew, String name, Work work) {
        crew.stageStarted(name);
        double before = crew.spent();
        Result result = work.run();
        crew.stageFinished(name, result.bound(), crew.spent() - before, result.note());
        return result;
    }

    private void cluster(Crew crew) {
        stage(crew, Stage.CLUSTER.label(), () -> {
            Assignment best = crew.best();
            Clusters found = Clusters.of(EventGraph.of(crew.compiled(), best.candidate, best.chain), options.seed());
            clusters = found;
            return new Result(
                    null,
                    false,
                    String.format(Locale.ROOT, "%d clusters, modularity %.2f", found.count(), found.modularity()));
        });
    }

    /** Whether CP-SAT is there for a stage; says so when it is not. */
    private static boolean isThere(Crew crew, Stage stage) {
        String missing = NativeSolver.problem();
        if (missing != null) {
            stage(crew, stage.label(), () -> new Result(null, false, "skipped: " + missing));
        }
        return missing == null;
    }

    private Toolkit toolkit(Worker worker) {
        return toolkits.computeIfAbsent(
                worker, key -> new Toolkit(key, clusters, !(options.effort().isTimed()), stop));
    }
}
