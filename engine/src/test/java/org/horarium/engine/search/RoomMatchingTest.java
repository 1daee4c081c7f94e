package org.horarium.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Problem;
import org.horarium.engine.state.FullScore;
import org.horarium.engine.state.State;
import org.horarium.engine.testing.CurriculumLike;
import org.horarium.engine.testing.RandomProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Matchings are the cheapest, and what is moved by them leaves a state whose score is the recomputed one. */
class RoomMatchingTest {
    private static final Limits NO_LIMITS = Limits.ofTime(System.nanoTime() + (1L << 60), () -> false);

    @Test
    void cheapestOfAll() {
        Random random = new Random(1);
        CheapestMatching matching = new CheapestMatching();
        int impossible = 0;
        for (int i = 0; i < 2_000; i++) {
            int rows = 1 + random.nextInt(5);
            int columns = 1 + random.nextInt(6);
            double[] costs = new double[rows * columns];
            Arrays.setAll(costs, at -> random.nextInt(3) == 0 ? CheapestMatching.NEVER : random.nextInt(41) - 20);
            int[] columnOf = new int[rows];
            double least = least(costs, rows, columns, 0, 0);
            boolean found = matching.solve(costs, rows, columns, columnOf);
            assertThat(found).isEqualTo(least < CheapestMatching.NEVER / 2);
            if (found) {
                assertThat(Arrays.stream(columnOf).distinct().count()).isEqualTo(rows);
                double sum = 0;
                for (int row = 0; row < rows; row++) {
                    sum += costs[row * columns + columnOf[row]];
                }
                assertThat(sum).isEqualTo(least);
            } else {
                impossible++;
            }
        }
        assertThat(impossible).isBetween(100, 1_900);
    }

    /** The least sum of rows from one on with the columns that are not taken. */
    private static double least(double[] costs, int rows, int columns, int row, int taken) {
        if (row == rows) {
            return 0;
        }
        double least = CheapestMatching.NEVER;
        for (int column = 0; column < columns; column++) {
            double cost = costs[row * columns + column];
            if ((taken >> column & 1) == 0 && cost < CheapestMatching.NEVER) {
                least = Math.min(least, cost + least(costs, rows, columns, row + 1, taken | 1 << column));
            }
        }
        return least;
    }

    private static MoveContext construct(Problem problem, long seed) {
        MoveContext context = new MoveContext(new State(CompiledProblem.compile(problem)), new Rng(seed));
        new Moves(context).enrolAll();
        Construction construction = new Construction(context);
        construction.fillSeats();
        construction.placeAll(NO_LIMITS);
        return context;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void exactWhileRepairing(long seed) {
        MoveContext context = construct(RandomProblem.of(seed, new Grid(2, 5, 8), 24), seed);
        context.acceptance.setHardWeight(3);
        context.acceptance.setTemperature(5);
        matchAndCompare(context);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void exactAndLegalWhileImproving(long seed) {
        MoveContext context = construct(CurriculumLike.of(seed, 30), seed);
        new PartialPlan(context).makeLegal(NO_LIMITS);
        context.acceptance.setStrict(true);
        context.acceptance.setTemperature(5);
        long broken = context.state.ledger().broken();
        int taken = matchAndCompare(context);
        assertThat(taken).isGreaterThan(100);
        assertThat(context.state.ledger().broken()).isLessThanOrEqualTo(broken);
    }

    /** Matches many times; says how often that was taken. */
    private static int matchAndCompare(MoveContext context) {
        RoomMatchingMove move = new RoomMatchingMove(context);
        int taken = 0;
        for (int i = 0; i < 2_000; i++) {
            int event = context.randomEvent();
            long hard = context.state.ledger().hard();
            long soft = context.state.ledger().soft();
            if (move.match(event, i % 2 == 0, context.acceptance.threshold())) {
                taken++;
            } else {
                assertThat(context.state.ledger().hard()).isEqualTo(hard);
                assertThat(context.state.ledger().soft()).isEqualTo(soft);
            }
            assertThat(FullScore.of(context.state).differences())
                    .as("after matching %d", i)
                    .isEmpty();
        }
        return taken;
    }
}
