package org.horarium.engine.lns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import org.horarium.engine.cluster.Clusters;
import org.horarium.engine.cluster.EventGraph;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.state.FullScore;
import org.horarium.engine.state.State;
import org.horarium.engine.testing.CollegeLike;
import org.horarium.engine.testing.RandomProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is freed, the state stays consistent, nothing gets worse, and a careless plan gets better. */
class FixAndOptimiseTest {
    private static final double SECONDS = 20;
    private static final double EFFORT = 0.3;

    @BeforeEach
    void needsCpSat() {
        assumeTrue(NativeSolver.problem() == null, NativeSolver::problem);
    }

    /** Seats by number, then each event at the first place that breaks nothing. */
    private static State careless(Problem problem, Random random) {
        State state = new State(CompiledProblem.compile(problem));
        CompiledProblem compiled = state.compiled();
        for (int seat = 0; seat < compiled.staff.seats(); seat++) {
            int candidates = compiled.staff.free()[compiled.staff.decisionOf()[seat]];
            if (state.candidate(seat) < 0 && candidates > 0) {
                state.seat(seat, random.nextInt(candidates));
            }
        }
        for (int e = 0; e < compiled.events.count(); e++) {
            int rooms = Math.max(1, compiled.events.rooms()[e].length);
            for (int i = 0; i < compiled.events.times()[e].length * rooms && !state.isPlaced(e); i++) {
                int room = compiled.events.needsRoom()[e] ? i % rooms : -1;
                if (compiled.events.impossible()[e] == null && state.evaluate(e, i / rooms, room, true)) {
                    state.place(e, i / rooms, room);
                }
            }
        }
        return state;
    }

    private static Neighbourhoods neighbourhoods(State state) {
        CompiledProblem compiled = state.compiled();
        int[] chain = new int[compiled.students.demands * compiled.students.width];
        Arrays.fill(chain, -1);
        return new Neighbourhoods(
                state, Clusters.of(EventGraph.of(compiled, compiled.staff.pinned(), chain), 1), new Random(1));
    }

    @ParameterizedTest
    @EnumSource(NeighbourhoodKind.class)
    void everyKindMakesACarelessDepartmentBetter(NeighbourhoodKind kind) {
        State state = careless(CollegeLike.of(1, 3), new Random(5));
        Neighbourhoods neighbourhoods = neighbourhoods(state);
        FixAndOptimise lns = new FixAndOptimise(state);
        long broken = state.ledger().broken();
        long soft = state.ledger().soft();
        int better = 0;
        for (int i = 0; i < 6; i++) {
            long brokenBefore = state.ledger().broken();
            long softBefore = state.ledger().soft();
            int[] free = neighbourhoods.choose(kind, 14);
            assertThat(free).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(14);
            FixAndOptimise.Outcome outcome = lns.attempt(free, SECONDS, EFFORT, new Random(i), new StopSignal());
            better += outcome == FixAndOptimise.Outcome.BETTER ? 1 : 0;
            assertThat(FullScore.of(state).differences()).isEmpty();
            assertThat(state.ledger().broken()).isLessThanOrEqualTo(brokenBefore);
            if (state.ledger().broken() == brokenBefore) {
                assertThat(state.ledger().soft()).isLessThanOrEqualTo(softBefore);
            }
        }
        assertThat(better).isPositive();
        assertThat(state.ledger().broken() < broken || state.ledger().soft() < soft)
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void staysConsistentWithEveryRuleThereIs(long seed) {
        State state = careless(RandomProblem.of(seed, new Grid(2, 5, 8), 24), new Random(seed));
        Neighbourhoods neighbourhoods = neighbourhoods(state);
        FixAndOptimise lns = new FixAndOptimise(state);
        for (NeighbourhoodKind kind : NeighbourhoodKind.values()) {
            long broken = state.ledger().broken();
            lns.attempt(neighbourhoods.choose(kind, 8), SECONDS, EFFORT, new Random(seed), new StopSignal());
            assertThat(FullScore.of(state).differences()).as("%s", kind).isEmpty();
            assertThat(state.ledger().broken()).as("%s", kind).isLessThanOrEqualTo(broken);
        }
    }

    @Test
    void sameSeedSamePlan() {
        long[] soft = new long[2];
        for (int run = 0; run < 2; run++) {
            State state = careless(CollegeLike.of(2, 3), new Random(7));
            Neighbourhoods neighbourhoods = neighbourhoods(state);
            FixAndOptimise lns = new FixAndOptimise(state);
            for (NeighbourhoodKind kind : NeighbourhoodKind.values()) {
                lns.attempt(neighbourhoods.choose(kind, 12), SECONDS, EFFORT, new Random(3), new StopSignal());
            }
            soft[run] = state.ledger().soft() * 1_000_003 + state.work();
        }
        assertThat(soft[0]).isEqualTo(soft[1]);
    }
}
