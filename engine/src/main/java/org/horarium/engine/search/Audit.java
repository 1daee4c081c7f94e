package org.horarium.engine.search;

import java.util.List;
import org.horarium.engine.state.FullScore;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;

/**
 * The assert mode of a search: with the system property {@value #PROPERTY} set to N, every Nth move is followed by a
 * comparison of the running score with one that is computed from scratch, and of what a random move was said to cost with
 * what it then does. Slow (a full score takes milliseconds), and off unless asked for. The order in which moves look
 * at the events of a room changes, so a search may take another way than without.
 */
final class Audit {
    static final String PROPERTY = "horarium.engine.audit";

    private final MoveContext context;
    private final Rng rng = new Rng(1);
    private final long every = Math.max(0, Long.getLong(PROPERTY, 0));

    Audit(MoveContext context) {
        this.context = context;
    }

    /** Whether anything is compared at all. */
    boolean isOn() {
        return every > 0;
    }

    /** After how many moves; 0 if never. */
    long every() {
        return every;
    }

    /**
     * Called after a move.
     *
     * @throws IllegalStateException if the scores differ, with every difference
     */
    void after(long moveCount) {
        if (moveCount % every == 0) {
            compare(moveCount);
            if (context.movable.length > 0) {
                evaluation(moveCount);
            }
        }
    }

    private void compare(long moveCount) {
        List<String> differences = FullScore.of(context.state).differences();
        if (!differences.isEmpty()) {
            throw new IllegalStateException("After move (%d) the running score is not the recomputed one: %s."
                    .formatted(moveCount, String.join("; ", differences)));
        }
    }

    /** Tries a move on the state, and takes it back. */
    private void evaluation(long moveCount) {
        State state = context.state;
        int event = context.movable[rng.below(context.movable.length)];
        if (!state.isPlaced(event)) {
            return;
        }
        int oldTime = state.time(event);
        int oldRoom = state.roomOption(event);
        int time = rng.below(context.compiled.events.times()[event].length);
        int rooms = context.compiled.events.rooms()[event].length;
        int room = context.compiled.events.needsRoom()[event] ? rng.below(rooms) : -1;
        Ledger ledger = state.ledger();
        long hard = ledger.hard();
        long soft = ledger.soft();
        long work = state.work();
        state.evaluate(event, time, room, false);
        long saidHard = ledger.proposedHard();
        long saidSoft = ledger.proposedSoft();
        state.move(event, time, room);
        long didHard = ledger.hard() - hard;
        long didSoft = ledger.soft() - soft;
        state.move(event, oldTime, oldRoom);
        state.addWork((int) (work - state.work()));
        if (saidHard != didHard || saidSoft != didSoft || ledger.hard() != hard || ledger.soft() != soft) {
            throw new IllegalStateException(
                    "After move (%d), moving event (%s) was to change the score by (%d, %d), did by (%d, %d), and taking it back left (%d, %d) of (%d, %d)."
                            .formatted(
                                    moveCount,
                                    context.compiled.event(event).id(),
                                    saidHard,
                                    saidSoft,
                                    didHard,
                                    didSoft,
                                    ledger.hard(),
                                    ledger.soft(),
                                    hard,
                                    soft));
        }
    }
}
