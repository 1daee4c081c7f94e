package org.horarium.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Group;
import org.horarium.engine.model.Person;
import org.horarium.engine.model.PersonOption;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.StaffNeed;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.Weights;
import org.horarium.engine.state.FullScore;
import org.horarium.engine.state.State;
import org.horarium.engine.testing.RandomProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsertionTest {
    /** Each of n groups meets each of n teachers once, in n slots: a Latin square, with not one slot to spare. */
    private static Problem latinSquare(int n) {
        List<String> teachers = IntStream.range(0, n).mapToObj(i -> "t" + i).toList();
        List<String> groups = IntStream.range(0, n).mapToObj(i -> "g" + i).toList();
        List<TimeOption> times = IntStream.range(0, n)
                .mapToObj(slot -> new TimeOption(new TimePattern(1, 1, slot, 1), 0))
                .toList();
        List<Event> events = new ArrayList<>();
        for (String group : groups) {
            for (String teacher : teachers) {
                events.add(new Event(
                        group + teacher,
                        group + teacher,
                        times,
                        List.of(),
                        false,
                        List.of(new StaffNeed("teacher", 1, List.of(new PersonOption(teacher, 0)))),
                        List.of(group)));
            }
        }
        return new Problem(
                "Latin square",
                new Grid(1, 1, n),
                List.of(),
                teachers.stream().map(id -> new Person(id, id, List.of())).toList(),
                groups.stream().map(id -> new Group(id, id, 1, List.of())).toList(),
                events,
                List.of(),
                List.of(),
                List.of(),
                Weights.ONE,
                List.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void fillsEverySlot(long seed) {
        CompiledProblem compiled = CompiledProblem.compile(latinSquare(8));
        MoveContext context = new MoveContext(new State(compiled), new Rng(seed));
        new Construction(context).fillSeats();
        assertThat(Insertion.suits(compiled)).isTrue();
        assertThat(new Insertion(context).run(0, () -> true)).isTrue();
        assertThat(context.state.ledger().broken()).isZero();
        assertThat(FullScore.of(context.state).differences()).isEmpty();
    }

    /** Calendars, sets, rooms and pairs of all kinds; looked at every sixteen steps. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void leavesAConsistentState(long seed) {
        CompiledProblem compiled = CompiledProblem.compile(RandomProblem.of(seed, new Grid(2, 5, 8), 24));
        MoveContext context = new MoveContext(new State(compiled), new Rng(seed));
        new Moves(context).enrolAll();
        Construction construction = new Construction(context);
        construction.fillSeats();
        AtomicInteger asked = new AtomicInteger();
        new Insertion(context).run(0, () -> {
            assertThat(FullScore.of(context.state).differences()).isEmpty();
            return asked.incrementAndGet() < 60;
        });
        assertThat(asked.get()).isPositive();
        assertThat(FullScore.of(context.state).differences()).isEmpty();
    }
}
