package org.horarium.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.model.Grid;
import org.horarium.engine.state.FullScore;
import org.horarium.engine.state.State;
import org.horarium.engine.testing.CollegeLike;
import org.horarium.engine.testing.RandomProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every neighbourhood, taken or taken back, leaves a state whose score is the recomputed one. */
class MovesTest {
    private static final Limits NO_LIMITS = Limits.ofTime(System.nanoTime() + (1L << 60), () -> false);

    private static MoveContext construct(CompiledProblem compiled, long seed) {
        MoveContext context = new MoveContext(new State(compiled), new Rng(seed));
        new Moves(context).enrolAll();
        Construction construction = new Construction(context);
        construction.fillSeats();
        construction.placeAll(NO_LIMITS);
        return context;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void consistentWhileRepairing(long seed) {
        MoveContext context = construct(CompiledProblem.compile(RandomProblem.of(seed, new Grid(2, 5, 8), 24)), seed);
        Moves moves = new Moves(context);
        context.acceptance.setHardWeight(3);
        context.acceptance.setTemperature(5);
        for (int i = 0; i < 5_000; i++) {
            if (i % 500 == 0) {
                context.refreshHot();
            }
            moves.attempt();
            assertThat(FullScore.of(context.state).differences())
                    .as("after move %d", i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void strictMovesNeverBreakAnything(long seed) {
        MoveContext context = construct(CompiledProblem.compile(CollegeLike.of(seed, 3)), seed);
        new PartialPlan(context).makeLegal(NO_LIMITS);
        Moves moves = new Moves(context);
        context.acceptance.setStrict(true);
        context.acceptance.setTemperature(5);
        long hard = context.state.ledger().hard();
        for (int i = 0; i < 20_000; i++) {
            if (i % 500 == 0) {
                context.refreshHot();
            }
            moves.attempt();
            assertThat(context.state.ledger().hard()).isLessThanOrEqualTo(hard);
            hard = context.state.ledger().hard();
            assertThat(hard).isEqualTo(context.state.ledger().units(RuleTable.UNPLACED));
            if (i % 20 == 0) {
                assertThat(FullScore.of(context.state).differences())
                        .as("after move %d", i)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void pinnedSeatsKeepTheirPeople(long seed) {
        CompiledProblem compiled = CompiledProblem.compile(RandomProblem.of(seed, new Grid(2, 5, 8), 24));
        MoveContext context = construct(compiled, seed);
        Moves moves = new Moves(context);
        context.acceptance.setTemperature(1000);
        for (int i = 0; i < 20_000; i++) {
            moves.attempt();
            for (int seat = 0; seat < compiled.staff.seats(); seat++) {
                if (compiled.staff.pinned()[seat] >= 0) {
                    assertThat(context.state.candidate(seat))
                            .isEqualTo(compiled.staff.pinned()[seat]);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32})
    void incumbentsAreRestoredExactly(long seed) {
        CompiledProblem compiled = CompiledProblem.compile(RandomProblem.of(seed, new Grid(2, 5, 8), 24));
        MoveContext context = construct(compiled, seed);
        Moves moves = new Moves(context);
        context.acceptance.setTemperature(50);
        Assignment kept = new Assignment(compiled);
        for (int round = 0; round < 20; round++) {
            kept.copyFrom(context.state);
            for (int i = 0; i < 500; i++) {
                moves.attempt();
            }
            kept.restore(context.state);
            assertThat(context.state.ledger().hard()).isEqualTo(kept.hard);
            assertThat(context.state.ledger().soft()).isEqualTo(kept.soft);
            assertThat(context.state.ledger().costs()).isEqualTo(kept.costs);
            assertThat(FullScore.of(context.state).differences()).isEmpty();
            for (int i = 0; i < 300; i++) {
                moves.attempt();
            }
        }
    }
}
