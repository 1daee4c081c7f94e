package org.horarium.engine.search;

import java.util.Arrays;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.state.State;

/** What all moves of one worker share. */
final class MoveContext {
    /** Events that compete to be the costly one. */
    private static final int TOURNAMENT = 6;

    final CompiledProblem compiled;
    final State state;
    final Rng rng;
    final Acceptance acceptance;
    final Journal journal;
    final Conflicts conflicts;

    /** Events with more than one option of time or room. */
    final int[] movable;

    /** Events that hard rules are broken around, or that have no place; moves start there more often. */
    final IntList hot = new IntList();

    private final long[] cheapest; // cost of the cheapest options of an event

    MoveContext(State state, Rng rng) {
        this.state = state;
        this.rng = rng;
        compiled = state.compiled();
        acceptance = new Acceptance(rng);
        journal = new Journal(state);
        conflicts = new Conflicts(state);
        IntList list = new IntList();
        for (int e = 0; e < compiled.events.count(); e++) {
            boolean choice =
                    compiled.events.times()[e].length > 1 || compiled.events.rooms()[e].length > 1;
            if (choice && compiled.events.impossible()[e] == null) {
                list.add(e);
            }
        }
        movable = list.toArray();
        cheapest = new long[compiled.events.count()];
        for (int e = 0; e < cheapest.length; e++) {
            cheapest[e] = Arrays.stream(compiled.events.timeCosts()[e]).min().orElse(0)
                    + Arrays.stream(compiled.events.roomCosts()[e]).min().orElse(0);
        }
    }

    /** A random movable event; while there are hot ones, one in four is hot. */
    int randomEvent() {
        if (hot.size() > 0 && rng.below(4) == 0) {
            return hot.get(rng.below(hot.size()));
        }
        return movable[rng.below(movable.length)];
    }

    /**
     * Of a few random movable events the one that would gain most from going elsewhere, by itself: its options cost more than
     * its cheapest would, or its students miss something.
     */
    int costlyEvent() {
        int costly = randomEvent();
        long most = excess(costly);
        for (int i = 1; i < TOURNAMENT; i++) {
            int event = randomEvent();
            long excess = excess(event);
            if (excess > most) {
                most = excess;
                costly = event;
            }
        }
        return costly;
    }

    /**
     * What a placed event costs beyond its cheapest options: by its time and room, by what its students miss, and by soft rules
     * over pairs.
     */
    long avoidable(int event) {
        return excess(event) + state.softPairCost(event);
    }

    /** What options of an event cost beyond its cheapest. */
    long surcharge(int event, int time, int room) {
        long cost = compiled.events.timeCosts()[event][time] - cheapest[event];
        return room < 0 ? cost : cost + compiled.events.roomCosts()[event][room];
    }

    private long excess(int event) {
        if (!state.isPlaced(event)) {
            return Long.MAX_VALUE;
        }
        long excess = compiled.events.timeCosts()[event][state.time(event)] - cheapest[event];
        if (state.roomOption(event) >= 0) {
            excess += compiled.events.roomCosts()[event][state.roomOption(event)];
        }
        return excess + state.enrolments().conflictsOf(event) * compiled.students.weight;
    }

    /** A random time option of an event. */
    int randomTime(int event) {
        return rng.below(compiled.events.times()[event].length);
    }

    /**
     * A room option for an event at a pattern: its own room where it is free, else one of a few random tries that is free,
     * else any. −1 if it needs none.
     */
    int roomFor(int event, int pattern) {
        if (!compiled.events.needsRoom()[event]) {
            return -1;
        }
        int[] rooms = compiled.events.rooms()[event];
        int own = state.roomOption(event);
        if (own >= 0 && (rooms.length == 1 || state.isRoomFree(rooms[own], pattern, state.pattern(event)))) {
            return own;
        }
        int option = rng.below(rooms.length);
        for (int tries = 0; tries < 4; tries++) {
            if (state.isRoomFree(rooms[option], pattern, compiled.patterns.none)) {
                return option;
            }
            option = option + 1 < rooms.length ? option + 1 : 0;
        }
        return option;
    }

    /** Fills {@link #hot}. */
    void refreshHot() {
        hot.clear();
        for (int event : movable) {
            if (!state.isPlaced(event) || state.isViolated(event)) {
                hot.add(event);
            }
        }
    }
}
