package org.horarium.engine.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.Problem;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;
import org.horarium.engine.testing.CollegeLike;
import org.horarium.engine.testing.CurriculumLike;
import org.horarium.engine.testing.RandomProblem;
import org.junit.jupiter.api.Test;

/** What is said of several events moving at once is what happens when they do. */
class JointMoveTest {
    private static final Limits NO_LIMITS = Limits.ofTime(System.nanoTime() + (1L << 60), () -> false);

    private final IntList members = new IntList();
    private final IntList times = new IntList();
    private final IntList rooms = new IntList();
    private int proposed;
    private int rejected;
    private int unknown;

    @Test
    void tellsWhatHappens() {
        for (long seed = 1; seed <= 4; seed++) {
            exchangeAndCompare(CurriculumLike.of(seed, 30), seed);
            exchangeAndCompare(CollegeLike.of(seed, 3), seed);
            exchangeAndCompare(RandomProblem.of(seed, new Grid(2, 5, 8), 40), seed);
        }
        assertThat(proposed).isGreaterThan(5_000);
        assertThat(rejected).isGreaterThan(5_000);
        assertThat(unknown).isGreaterThan(1_000);
    }

    private void exchangeAndCompare(Problem problem, long seed) {
        CompiledProblem compiled = CompiledProblem.compile(problem);
        MoveContext context = new MoveContext(new State(compiled), new Rng(seed));
        Moves moves = new Moves(context);
        moves.enrolAll();
        Construction construction = new Construction(context);
        construction.fillSeats();
        construction.placeAll(NO_LIMITS);
        new PartialPlan(context).makeLegal(NO_LIMITS);
        context.acceptance.setStrict(true);
        context.acceptance.setTemperature(20);
        for (int i = 0; i < 20_000; i++) {
            moves.attempt();
            if (draw(context)) {
                compare(context);
            }
        }
    }

    /** Two events at different times, each to the time and (where it may) the room of the other. */
    private boolean draw(MoveContext context) {
        State state = context.state;
        int a = context.movable[context.rng.below(context.movable.length)];
        int b = context.movable[context.rng.below(context.movable.length)];
        if (a == b || !state.isPlaced(a) || !state.isPlaced(b) || state.pattern(a) == state.pattern(b)) {
            return false;
        }
        members.clear();
        times.clear();
        rooms.clear();
        return add(context, a, b) && add(context, b, a);
    }

    private boolean add(MoveContext context, int event, int other) {
        State state = context.state;
        int time = context.compiled.events.timeOptionOf()[event][state.pattern(other)];
        int room = -1;
        if (state.room(event) >= 0) {
            room = state.room(other) < 0 ? -1 : context.compiled.events.roomOptionOf()[event][state.room(other)];
            if (room < 0) {
                return false;
            }
        }
        members.add(event);
        times.add(time);
        rooms.add(room);
        return time >= 0;
    }

    private void compare(MoveContext context) {
        State state = context.state;
        Ledger ledger = state.ledger();
        int known = state.evaluateTogether(members, times, rooms);
        long saidHard = ledger.proposedHard();
        long saidSoft = ledger.proposedSoft();
        long hard = ledger.hard();
        long soft = ledger.soft();
        for (int i = 0; i < 2; i++) {
            context.journal.unplace(members.get(i));
        }
        for (int i = 0; i < 2; i++) {
            context.journal.place(members.get(i), times.get(i), rooms.get(i));
        }
        if (known == State.PROPOSED) {
            proposed++;
            assertThat(ledger.hard() - hard).isEqualTo(saidHard);
            assertThat(ledger.soft() - soft).isEqualTo(saidSoft);
        } else if (known == State.REJECTED) {
            rejected++;
            assertThat(ledger.hard()).isGreaterThan(hard);
        } else {
            unknown++;
        }
        context.journal.rollback();
        assertThat(ledger.soft()).isEqualTo(soft);
    }
}
