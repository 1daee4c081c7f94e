package org.horarium.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.compile.StudentTable;
import org.horarium.engine.model.Grid;
import org.horarium.engine.state.FullScore;
import org.horarium.engine.state.State;
import org.horarium.engine.testing.RandomProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Students and classes that move together keep scores exact, chains complete and class sizes within their limits. */
class StudentMovesTest {
    private static MoveContext construct(long seed) {
        CompiledProblem compiled = CompiledProblem.compile(RandomProblem.of(seed, new Grid(2, 5, 8), 24));
        MoveContext context = new MoveContext(new State(compiled), new Rng(seed));
        new Moves(context).enrolAll();
        Limits limits = Limits.ofWork(Long.MAX_VALUE, System.nanoTime() + (1L << 60), () -> false);
        Construction construction = new Construction(context);
        construction.fillSeats();
        construction.placeAll(limits);
        return context;
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void everyDemandKeepsACompleteChain(long seed) {
        MoveContext context = construct(seed);
        StudentTable table = context.compiled.students;
        StudentMove students = new StudentMove(context);
        ResectionMove resection = new ResectionMove(context, students);
        context.acceptance.setTemperature(20);
        long overfull = context.state.ledger().units(RuleTable.CLASS_LIMIT);
        int taken = 0;
        for (int i = 0; i < 4_000; i++) {
            boolean moved = i % 2 == 0
                    ? students.isPossible() && students.attempt(context.acceptance.threshold())
                    : resection.shift(context.randomEvent(), context.acceptance.threshold());
            taken += moved ? 1 : 0;
            assertThat(FullScore.of(context.state).differences())
                    .as("after move %d", i)
                    .isEmpty();
            long now = context.state.ledger().units(RuleTable.CLASS_LIMIT);
            assertThat(now).as("students beyond the limits").isLessThanOrEqualTo(overfull);
            overfull = now;
            assertThat(context.state.ledger().units(RuleTable.UNENROLLED)).isEqualTo(table.impossible);
            if (i % 50 == 0) {
                for (int demand = 0; demand < table.demands; demand++) {
                    assertComplete(context, demand);
                }
            }
        }
        assertThat(taken).isPositive();
    }

    private static void assertComplete(MoveContext context, int demand) {
        StudentTable table = context.compiled.students;
        int first = context.state.enrolments().classOf(demand, 0);
        if (first < 0) {
            return; // counted by the rule
        }
        int[][] config = table.classes[table.courseOf[demand]][table.configOf[first]];
        for (int k = 0; k < table.width; k++) {
            int event = context.state.enrolments().classOf(demand, k);
            if (k >= config.length) {
                assertThat(event).isEqualTo(-1);
                continue;
            }
            assertThat(config[k]).contains(event);
            if (table.parent[event] >= 0) {
                assertThat(context.state.enrolments().classOf(demand, table.subpartOf[table.parent[event]]))
                        .isEqualTo(table.parent[event]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52})
    void whatIsTakenBackWasNeverThere(long seed) {
        MoveContext context = construct(seed);
        StudentMove students = new StudentMove(context);
        ResectionMove resection = new ResectionMove(context, students);
        Assignment before = new Assignment(context.compiled);
        Assignment after = new Assignment(context.compiled);
        for (int i = 0; i < 2_000; i++) {
            before.copyFrom(context.state);
            assertThat(resection.shift(context.randomEvent(), Double.NEGATIVE_INFINITY))
                    .isFalse();
            after.copyFrom(context.state);
            assertThat(after.time).isEqualTo(before.time);
            assertThat(after.roomOption).isEqualTo(before.roomOption);
            assertThat(after.chain).isEqualTo(before.chain);
            assertThat(after.soft).isEqualTo(before.soft);
            assertThat(after.hard).isEqualTo(before.hard);
        }
    }
}
