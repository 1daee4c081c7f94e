package org.horarium.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Placement;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.StaffAssignment;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.state.FullScore;
import org.horarium.engine.state.State;
import org.horarium.engine.testing.CollegeLike;
import org.horarium.engine.testing.RandomProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartPlanTest {
    private static final long FAR = System.nanoTime() + 3_600_000_000_000L;
    private static final CompiledProblem COLLEGE = CompiledProblem.compile(CollegeLike.of(1, 4));

    private static Plan search(CompiledProblem compiled, long work, Plan start) {
        return Portfolio.run(compiled, 1, 5, Limits.ofWork(work, FAR, () -> false), start, new Silent())
                .plan();
    }

    private static State brought(CompiledProblem compiled, Plan plan) {
        State state = new State(compiled);
        StartPlan start = new StartPlan(state, plan);
        start.enrol();
        start.seat();
        start.place(true);
        assertThat(FullScore.of(state).differences()).isEmpty();
        return state;
    }

    private static Plan planOf(State state) {
        Assignment assignment = new Assignment(state.compiled());
        assignment.copyFrom(state);
        return new PlanMaker(state.compiled()).plan(assignment);
    }

    @Test
    void aPlanOfTheSameProblemIsKeptWhole() {
        Plan plan = search(COLLEGE, 2_000_000, Plan.EMPTY);
        assertThat(planOf(brought(COLLEGE, plan)).placements()).hasSameElementsAs(plan.placements());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void studentsKeepTheirClasses(long seed) {
        CompiledProblem compiled = CompiledProblem.compile(RandomProblem.of(seed, new Grid(2, 5, 8), 24));
        Plan plan = search(compiled, 500_000, Plan.EMPTY);
        Map<String, List<String>> enrolments = planOf(brought(compiled, plan)).enrolments();
        assertThat(enrolments).isEqualTo(plan.enrolments());
    }

    @Test
    void theSearchBeginsThereAndNeverEndsWorse() {
        Plan plan = search(COLLEGE, 2_000_000, Plan.EMPTY);
        long before = brought(COLLEGE, plan).ledger().soft();
        State after = brought(COLLEGE, search(COLLEGE, 200_000, plan));
        assertThat(after.ledger().broken()).isZero();
        assertThat(after.ledger().soft()).isLessThanOrEqualTo(before);
    }

    @Test
    void whatIsStaleOrBreaksARuleIsDroppedAndTheRestCompleted() {
        Plan plan = search(COLLEGE, 2_000_000, Plan.EMPTY);
        List<Placement> wrong = new ArrayList<>(plan.placements());
        Placement first = wrong.get(0);
        Placement second = wrong.get(1);
        Placement third = wrong.get(2);
        wrong.set(0, new Placement(first.event(), new TimePattern(1, 1 << 4, 0, 8), first.room(), first.staff()));
        wrong.set(1, new Placement(second.event(), second.time(), "a room that is gone", second.staff()));
        wrong.set(
                2,
                new Placement(
                        third.event(),
                        third.time(),
                        third.room(),
                        third.staff().stream()
                                .map(staff -> new StaffAssignment(staff.role(), "somebody who left"))
                                .toList()));
        // two events of one room at one time
        Placement fourth = wrong.get(3);
        int twin = twinOf(fourth, wrong);
        wrong.set(
                twin,
                new Placement(
                        wrong.get(twin).event(),
                        fourth.time(),
                        fourth.room(),
                        wrong.get(twin).staff()));
        wrong.add(new Placement("an event that is gone", first.time(), first.room(), List.of()));

        State state = brought(COLLEGE, new Plan(wrong, Map.of("a student who left", List.of("x"))));

        assertThat(state.ledger().broken()).isEqualTo(unplaced(state));
        List<String> kept =
                planOf(state).placements().stream().map(Placement::event).toList();
        assertThat(kept).doesNotContain(first.event(), second.event());
        assertThat(kept.contains(fourth.event())
                        && kept.contains(wrong.get(twin).event()))
                .isFalse();
        assertThat(kept).hasSizeGreaterThan(COLLEGE.events.count() - 8);
        Plan completed = search(COLLEGE, 2_000_000, new Plan(wrong, Map.of()));
        assertThat(completed.placements()).hasSize(COLLEGE.events.count());
    }

    private static int twinOf(Placement placement, List<Placement> all) {
        for (int i = 4; i < all.size(); i++) {
            if (Objects.equals(all.get(i).room(), placement.room())
                    && all.get(i).time().length() == placement.time().length()) {
                return i;
            }
        }
        throw new AssertionError("no two events share a room");
    }

    private static long unplaced(State state) {
        long count = 0;
        for (int e = 0; e < state.compiled().events.count(); e++) {
            count += state.isPlaced(e) ? 0 : 1;
        }
        return count;
    }
}
