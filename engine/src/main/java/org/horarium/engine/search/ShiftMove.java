package org.horarium.engine.search;

import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;

/** One event goes to another time (and, where its room is taken then, to another room), or to another room. */
final class ShiftMove {
    private final MoveContext context;

    ShiftMove(MoveContext context) {
        this.context = context;
    }

    /** Another time, with a room that fits it. */
    boolean time(int event, double threshold) {
        int times = context.compiled.events.times()[event].length;
        if (times < 2 && context.state.isPlaced(event)) {
            return false;
        }
        int time = context.rng.below(times);
        if (time == context.state.time(event)) {
            time = time + 1 < times ? time + 1 : 0;
        }
        if (context.acceptance.strict() && !context.state.fits(event, time)) {
            return false;
        }
        int room = context.roomFor(event, context.compiled.events.times()[event][time]);
        return attempt(event, time, room, threshold);
    }

    /** Another room at the same time. */
    boolean room(int event, double threshold) {
        int rooms = context.compiled.events.rooms()[event].length;
        if (rooms < 2 || !context.state.isPlaced(event)) {
            return false;
        }
        int room = context.rng.below(rooms);
        if (room == context.state.roomOption(event)) {
            room = room + 1 < rooms ? room + 1 : 0;
        }
        return attempt(event, context.state.time(event), room, threshold);
    }

    private boolean attempt(int event, int time, int room, double threshold) {
        State state = context.state;
        boolean strict = context.acceptance.strict();
        if (!state.evaluateFitting(event, time, room, strict, strict ? threshold : Double.POSITIVE_INFINITY)) {
            return false;
        }
        Ledger ledger = state.ledger();
        if (!context.acceptance.accepts(ledger.proposedHard(), ledger.proposedSoft(), threshold)) {
            return false;
        }
        state.move(event, time, room);
        return true;
    }
}
