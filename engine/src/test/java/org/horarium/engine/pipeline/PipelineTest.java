package org.horarium.engine.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.RoomOption;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Pipeline;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.testing.CollegeLike;
import org.horarium.engine.testing.RandomProblem;
import org.horarium.engine.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stages one by one and together, through the solver. */
class PipelineTest {
    private static final Duration PLENTY = Duration.ofSeconds(120);

    private static SolverOptions options(int threads, long steps, Pipeline pipeline) {
        return new SolverOptions(PLENTY, threads, 1, Effort.ofWork(steps), Plan.EMPTY, pipeline);
    }

    private static Solution solve(Problem problem, SolverOptions options, List<SolverEvent> events) {
        return Solver.standard().solve(problem, options, events::add, new StopSignal());
    }

    private static List<SolverEvent.StageFinished> stages(List<SolverEvent> events) {
        return events.stream()
                .filter(SolverEvent.StageFinished.class::isInstance)
                .map(SolverEvent.StageFinished.class::cast)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster,staff,exact,evolve,learn", "evolve", "learn", "staff", "auto"})
    void everyPipelineMakesAPlanAndIsRepeatable(String labels) {
        Problem college = CollegeLike.of(1, 4);
        SolverOptions options = options(
                1,
                labels.contains("exact") ? 200_000_000 : labels.equals("staff") ? 60_000_000 : 15_000_000,
                Pipeline.parse(labels));
        List<SolverEvent> events = new ArrayList<>();
        Solution once = solve(college, options, events);
        assertThat(once.verdict().violations()).isEmpty();
        assertThat(solve(college, options, new ArrayList<>()).plan()).isEqualTo(once.plan());
        if (labels.contains(",")) {
            assertThat(stages(events))
                    .extracting(SolverEvent.StageFinished::stage)
                    .contains("annealing")
                    .containsAll(List.of(labels.split(",", -1)));
        }
        double shares = 0;
        for (SolverEvent.StageFinished stage : stages(events)) {
            assertThat(stage.share()).isBetween(0.0, 1.0);
            assertThat(stage.best().feasible()).isTrue();
            shares += stage.share();
        }
        assertThat(shares).isLessThanOrEqualTo(1.0001);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyStageKeepsTheScoreOfEveryRuleThereIs(long seed) {
        Problem problem = RandomProblem.of(seed, new Grid(1, 4, 6), 24);
        List<SolverEvent> events = new ArrayList<>();
        Solution solution =
                solve(problem, options(2, 20_000_000, Pipeline.parse("cluster,staff,exact,evolve,learn")), events);
        SolverEvent.Improved last = events.stream()
                .filter(SolverEvent.Improved.class::isInstance)
                .map(SolverEvent.Improved.class::cast)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last.plan()).isEqualTo(solution.plan());
        assertThat(last.score().hard()).isEqualTo(solution.verdict().score().hard());
        assertThat(last.score().total()).isEqualTo(solution.verdict().score().total());
    }

    @Test
    void aSmallProblemIsProvedAndEndsEarly() {
        assumeTrue(NativeSolver.problem() == null, NativeSolver::problem);
        List<SolverEvent> events = new ArrayList<>();
        Solution solution = solve(tiny(), options(1, 200_000_000, Pipeline.AUTOMATIC), events);
        SolverEvent.StageFinished exact = stages(events).get(stages(events).size() - 1);
        assertThat(exact.stage()).isEqualTo("exact");
        assertThat(exact.note()).contains("proved");
        assertThat(exact.bound()).isEqualTo(solution.verdict().score().total());
        assertThat(solution.verdict().feasible()).isTrue();
    }

    /** Six lessons of one class, times of different prices, one of the two rooms is dearer. */
    private static Problem tiny() {
        List<Event> events = new ArrayList<>();
        for (int e = 0; e < 6; e++) {
            List<TimeOption> times = new ArrayList<>();
            for (int slot = 0; slot < 8; slot++) {
                times.add(new TimeOption(new TimePattern(1, 1 << slot % 2, slot / 2, 1), (slot * (e + 3)) % 7));
            }
            events.add(new Event(
                    "e" + e,
                    "Lesson " + e,
                    times,
                    List.of(new RoomOption("r0", 0), new RoomOption("r1", 1)),
                    true,
                    List.of(),
                    List.of("g")));
        }
        return new Problem(
                "tiny",
                new Grid(1, 2, 4),
                List.of(
                        new Room("r0", "Room 0", 30, null, List.of(), Map.of()),
                        new Room("r1", "Room 1", 30, null, List.of(new TimePattern(1, 3, 0, 1)), Map.of())),
                List.of(),
                List.of(new Group("g", "Class", 20, List.of())),
                events,
                List.of(),
                List.of(),
                List.of(),
                Weights.ONE,
                List.of());
    }

    @Test
    void whatIsLearnedIsKeptInAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("values");
        Pipeline pipeline = Pipeline.parse("cluster,learn").learningIn(file);
        solve(CollegeLike.of(1, 3), options(1, 8_000_000, pipeline), new ArrayList<>());
        List<String> once = Files.readAllLines(file);
        assertThat(once.get(0)).isEqualTo("horarium-learned/1");
        assertThat(once.size()).isGreaterThan(2);
        solve(CollegeLike.of(1, 3), options(1, 8_000_000, pipeline), new ArrayList<>());
        assertThat(Files.readAllLines(file)).isNotEqualTo(once);
    }

    @Test
    void unknownStagesNameTheKnown() {
        assertThatThrownBy(() -> Pipeline.parse("cluster,tabu"))
                .hasMessageContaining("(tabu)")
                .hasMessageContaining("cluster, staff, exact, evolve, learn");
        assertThat(Pipeline.parse("evolve,cluster").label()).isEqualTo("cluster,evolve");
        assertThat(Pipeline.parse("none").label()).isEqualTo("none");
        assertThat(Pipeline.parse("auto").label()).isEqualTo("auto");
    }

    @Test
    void stoppingInAnyStageKeepsTheBestPlan() {
        for (String stage : List.of("annealing", "staff", "exact", "evolve", "learn")) {
            StopSignal stop = new StopSignal();
            Solution solution = Solver.standard()
                    .solve(
                            CollegeLike.of(1, 4),
                            options(2, 20_000_000, Pipeline.parse("cluster,staff,exact,evolve,learn")),
                            event -> {
                                if (event instanceof SolverEvent.StageStarted started
                                        && started.stage().equals(stage)) {
                                    stop.request();
                                }
                            },
                            stop);
            assertThat(solution.verdict().violations()).as(stage).isEmpty();
        }
    }

    /** Whenever somebody stops it: what comes back is the best plan that was told, and the verifier agrees with its score. */
    @ParameterizedTest
    @EnumSource(SolverEvent.Phase.class)
    void stoppingInAnyPhaseReturnsTheBestVerifiedPlan(SolverEvent.Phase phase) {
        StopSignal stop = new StopSignal();
        List<SolverEvent.Improved> told = new ArrayList<>();
        Problem problem = CollegeLike.of(1, 4);
        Solution solution = Solver.standard()
                .solve(
                        problem,
                        options(1, 1_000_000_000, Pipeline.ANNEALING),
                        event -> {
                            if (event instanceof SolverEvent.Improved improved) {
                                told.add(improved);
                            }
                            if (event instanceof SolverEvent.PhaseStarted started && started.phase() == phase) {
                                stop.request();
                            }
                        },
                        stop);
        assertThat(solution.verdict()).isEqualTo(Verifier.verify(problem, solution.plan()));
        assertThat(solution.plan().placements().size() + solution.unplaced().size())
                .isEqualTo(problem.events().size());
        if (!told.isEmpty()) {
            assertThat(solution.plan()).isEqualTo(told.get(told.size() - 1).plan());
        }
    }
}
