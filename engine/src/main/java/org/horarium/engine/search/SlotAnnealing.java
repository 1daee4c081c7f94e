package org.horarium.engine.search;

import java.util.List;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.state.FullScore;
import org.horarium.engine.state.SlotState;
import org.horarium.engine.state.SlotTable;
import org.horarium.engine.state.State;

/**
 * Annealing of a complete plan on the small arrays of a {@link SlotState}, several times faster than on those that know
 * every rule. The {@link State} is brought to what it finds, and tells the same cost.
 */
final class SlotAnnealing {
    private final CompiledProblem compiled;
    private final State state;
    private final SlotState slots;
    private final SlotTable table;
    private final SlotMoves moves;
    private final int[] slot;
    private final int[] room;
    private final int[] bestSlot;
    private final int[] bestRoom;
    private final int[] timeOptionOf; // by kind and slot
    private final int[] roomOptionOf; // by kind and room
    private long best;

    SlotAnnealing(State state, SlotTable table, Rng rng) {
        this.state = state;
        this.table = table;
        compiled = state.compiled();
        slots = new SlotState(table);
        moves = new SlotMoves(slots, rng);
        int events = table.kindOf.length;
        slot = new int[events];
        room = new int[events];
        bestSlot = new int[events];
        bestRoom = new int[events];
        timeOptionOf = new int[table.kinds * table.slots];
        roomOptionOf = new int[table.kinds * table.rooms];
        for (int event = 0; event < events; event++) {
            int kind = table.kindOf[event];
            int[] times = compiled.events.times()[event];
            for (int i = 0; i < times.length; i++) {
                timeOptionOf[kind * table.slots + table.slotOfPattern[times[i]]] = i;
            }
            int[] options = compiled.events.rooms()[event];
            for (int i = 0; i < options.length; i++) {
                roomOptionOf[kind * table.rooms + options[i]] = i;
            }
        }
    }

    /** Takes over a state in which every event has a place and no hard rule is broken. */
    void load() {
        for (int event = 0; event < slot.length; event++) {
            slot[event] = table.slotOfPattern[state.pattern(event)];
            room[event] = state.room(event);
        }
        slots.load(slot, room, state.ledger().soft());
        keep();
    }

    /** Tries one move. */
    void attempt(double temperature) {
        if (moves.attempt(temperature) && slots.cost() < best) {
            keep();
        }
    }

    private void keep() {
        best = slots.cost();
        slots.copyTo(bestSlot, bestRoom);
    }

    /** Cost of the best plan since {@link #load}. */
    long best() {
        return best;
    }

    /** Brings the state to the best plan since {@link #load}. */
    void unload() {
        unload(bestSlot, bestRoom);
    }

    /** Counts as no work: when somebody wants to see a plan depends on the clock. */
    private void unload(int[] toSlot, int[] toRoom) {
        long work = state.work();
        for (int event = 0; event < toSlot.length; event++) {
            if (state.isPlaced(event) && differs(event, toSlot, toRoom)) {
                state.unplace(event);
            }
        }
        for (int event = 0; event < toSlot.length; event++) {
            if (!state.isPlaced(event)) {
                int kind = table.kindOf[event];
                state.place(
                        event,
                        timeOptionOf[kind * table.slots + toSlot[event]],
                        roomOptionOf[kind * table.rooms + toRoom[event]]);
            }
        }
        state.addWork((int) (work - state.work()));
    }

    private boolean differs(int event, int[] toSlot, int[] toRoom) {
        return table.slotOfPattern[state.pattern(event)] != toSlot[event] || state.room(event) != toRoom[event];
    }

    /**
     * Brings the state to the present plan, and compares.
     *
     * @throws IllegalStateException if the costs differ, or a hard rule is broken
     */
    void audit(long moveCount) {
        slots.copyTo(slot, room);
        unload(slot, room);
        List<String> differences = FullScore.of(state).differences();
        if (!differences.isEmpty()
                || state.ledger().broken() > 0
                || state.ledger().soft() != slots.cost()) {
            throw new IllegalStateException("After move (%d) the cost on slots is (%d), but (%d) with (%d) broken: %s."
                    .formatted(
                            moveCount,
                            slots.cost(),
                            state.ledger().soft(),
                            state.ledger().broken(),
                            String.join("; ", differences)));
        }
    }
}
