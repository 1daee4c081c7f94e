package org.horarium.engine.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.Pin;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Room;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.testing.CollegeLike;
import org.horarium.engine.testing.RandomProblem;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Verifier;
import org.horarium.engine.verify.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole solver, judged by the verifier. */
class SolverTest {
    private static final SolverOptions SHORT = options(1);

    /** No clock: a loaded machine must not make a test fail. */
    private static SolverOptions options(int threads) {
        return new SolverOptions(Duration.ofHours(1), threads, 1, Effort.ofWork(15_000_000));
    }

    private static Solution solve(Problem problem, SolverOptions options) {
        return Solver.standard().solve(problem, options, event -> {}, new StopSignal());
    }

    @Test
    void solvesADepartment() {
        Solution solution = solve(CollegeLike.of(1, 6), SHORT);
        assertThat(solution.verdict().violations()).isEmpty();
        assertThat(solution.unplaced()).isEmpty();
        assertThat(solution.timeToFeasible()).isNotNull();
        assertThat(solution.plan().placements()).hasSize(126);
    }

    @Test
    void pinsNeverMove() {
        Problem free = CollegeLike.of(3, 3);
        Event lecture = free.events().get(0);
        Event lab = free.events().get(15);
        List<Pin> pins = List.of(
                // at a time, in a room and by a person that are none of the candidates
                new Pin(
                        lecture.id(),
                        new TimePattern(1, 2, 3, 3),
                        "lab4",
                        List.of(new StaffAssignment("lecturer", "p13"))),
                new Pin(lab.id(), null, "lab5", List.of(new StaffAssignment("assistant", "p9"))));
        List<Placement> seen = new ArrayList<>();
        Solution solution = Solver.standard()
                .solve(
                        CollegeLike.of(3, 3, pins),
                        SHORT,
                        event -> {
                            if (event instanceof SolverEvent.Improved improved) {
                                seen.addAll(improved.plan().placements());
                            }
                        },
                        new StopSignal());
        assertThat(solution.verdict().violations())
                .noneMatch(violation -> violation.rule() == HardRule.PIN || violation.rule() == HardRule.PERSON_CLASH);
        assertThat(seen)
                .filteredOn(placement -> placement.event().equals(lecture.id()))
                .allSatisfy(placement -> {
                    assertThat(placement.time()).isEqualTo(new TimePattern(1, 2, 3, 3));
                    assertThat(placement.room()).isEqualTo("lab4");
                    assertThat(placement.staff()).contains(new StaffAssignment("lecturer", "p13"));
                });
        assertThat(seen)
                .filteredOn(placement -> placement.event().equals(lab.id()))
                .isNotEmpty()
                .allSatisfy(placement -> assertThat(placement.room()).isEqualTo("lab5"));
    }

    @Test
    void stopsWhenAsked() {
        StopSignal stop = new StopSignal();
        Solution solution = Solver.standard()
                .solve(
                        CollegeLike.of(4, 4),
                        SolverOptions.ofSeconds(3600),
                        event -> {
                            if (event instanceof SolverEvent.Progress) {
                                stop.request();
                            }
                        },
                        stop);
        assertThat(solution.elapsed()).isLessThan(Duration.ofSeconds(3600));
        assertThat(solution.plan().placements()).isNotEmpty();
        assertThat(solution.verdict().violations()).allMatch(v -> v.rule() == HardRule.PLACED);
    }

    @Test
    void tellsWhatItDoes() {
        List<SolverEvent> events = new ArrayList<>();
        Solution solution = Solver.standard().solve(CollegeLike.of(5, 3), SHORT, events::add, new StopSignal());
        assertThat(events.get(0))
                .isInstanceOfSatisfying(
                        SolverEvent.PhaseStarted.class,
                        phase -> assertThat(phase.phase()).isEqualTo(SolverEvent.Phase.CHECKING));
        assertThat(events)
                .filteredOn(SolverEvent.PhaseStarted.class::isInstance)
                .hasSizeGreaterThanOrEqualTo(3);
        List<Double> progress = events.stream()
                .filter(SolverEvent.Progress.class::isInstance)
                .map(event -> ((SolverEvent.Progress) event).progress())
                .toList();
        assertThat(progress).isNotEmpty().isSorted().allMatch(p -> p >= 0 && p <= 1);
        SolverEvent.Improved last = (SolverEvent.Improved) events.stream()
                .filter(SolverEvent.Improved.class::isInstance)
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last.plan()).isEqualTo(solution.plan());
        assertThat(last.score().total()).isEqualTo(solution.verdict().score().total());
        assertThat(last.score().costs()).isEqualTo(withoutZeros(solution));
    }

    private static java.util.Map<org.horarium.engine.model.CostComponent, Long> withoutZeros(Solution solution) {
        java.util.Map<org.horarium.engine.model.CostComponent, Long> costs =
                new java.util.EnumMap<>(org.horarium.engine.model.CostComponent.class);
        solution.verdict().score().costs().forEach((component, cost) -> {
            if (cost != 0) {
                costs.put(component, cost);
            }
        });
        return costs;
    }

    @Test
    void severalThreadsGiveALegalPlan() {
        Solution solution = solve(CollegeLike.of(6, 4), options(3));
        assertThat(solution.verdict().violations()).isEmpty();
    }

    /** A room is closed for a day: what was there moves, and hardly anything else. */
    @Test
    void repairsWithFewChanges() {
        Problem before = CollegeLike.of(7, 4);
        Plan plan = solve(before, SHORT).plan();
        String closed = plan.placements().stream()
                .map(Placement::room)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        TimePattern day = new TimePattern(3, 1, 0, 8);
        long inTheWay = plan.placements().stream()
                .filter(placement ->
                        closed.equals(placement.room()) && placement.time().overlaps(day))
                .count();
        List<Constraint> constraints = new ArrayList<>(before.constraints());
        constraints.add(new LeastChange("least change", plan.placements(), 100, 50, 100));
        Problem after = new Problem(
                before.name(),
                before.grid(),
                before.rooms().stream()
                        .map(room -> room.id().equals(closed)
                                ? new Room(
                                        room.id(),
                                        room.name(),
                                        room.capacity(),
                                        room.building(),
                                        List.of(day),
                                        room.travel())
                                : room)
                        .toList(),
                before.people(),
                before.groups(),
                before.events(),
                before.courses(),
                before.students(),
                constraints,
                before.weights(),
                before.pins());

        Plan repaired = solve(after, SHORT.startingFrom(plan)).plan();

        assertThat(inTheWay).isPositive();
        assertThat(Verifier.verify(after, repaired).violations()).isEmpty();
        List<Placement> moved = new ArrayList<>(repaired.placements());
        moved.removeAll(plan.placements());
        assertThat((long) moved.size()).isBetween(inTheWay, 3 * inTheWay);
    }

    /** Random problems can rarely be solved; what is kept of the plan must be legal all the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void keepsALegalPartOfAPlanThatCannotBe(long seed) {
        Problem problem = RandomProblem.of(seed, new Grid(2, 5, 8), 40);
        Solution solution = solve(problem, SHORT);
        List<Violation> clashes = solution.verdict().violations().stream()
                .filter(v -> v.rule() != HardRule.PLACED && v.rule() != HardRule.CONSTRAINT)
                .toList();
        assertThat(clashes).isEmpty();
        List<String> placed =
                solution.plan().placements().stream().map(Placement::event).toList();
        assertThat(solution.unplaced()).extracting(Solution.Unplaced::event).doesNotContainAnyElementsOf(placed);
        assertThat(placed.size() + solution.unplaced().size()).isEqualTo(40);
        assertThat(solution.unplaced())
                .allSatisfy(unplaced -> assertThat(unplaced.reason()).hasSizeGreaterThan(20));
    }

    @Test
    void namesWhatStandsInTheWay() {
        long both = 3;
        TimePattern morning = new TimePattern(both, 1, 0, 1);
        Event first = event("lab1", morning);
        Event second = event("lab2", morning);
        Problem problem = new Problem(
                "two labs, one room",
                new Grid(2, 5, 8),
                List.of(new org.horarium.engine.model.Room(
                        "db", "Databases lab", 30, null, List.of(), java.util.Map.of())),
                List.of(),
                List.of(),
                List.of(first, second),
                List.of(),
                List.of(),
                List.of(),
                org.horarium.engine.model.Weights.ONE,
                List.of());
        Solution solution = solve(problem, SHORT);
        assertThat(solution.verdict().score().hard()).isEqualTo(1);
        assertThat(solution.unplaced())
                .singleElement()
                .satisfies(
                        unplaced -> assertThat(unplaced.reason()).contains("its only room, Databases lab", "is taken"));
    }

    private static Event event(String id, TimePattern... times) {
        return new Event(
                id,
                "Lab " + id,
                LongStream.range(0, times.length)
                        .mapToObj(i -> new org.horarium.engine.model.TimeOption(times[(int) i], 0))
                        .toList(),
                List.of(new org.horarium.engine.model.RoomOption("db", 0)),
                true,
                List.of(),
                List.of());
    }
}
