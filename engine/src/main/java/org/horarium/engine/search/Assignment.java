package org.horarium.engine.search;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.state.State;

/** A copy of who is where, with its score: an incumbent. Arrays are reused, so that copying costs next to nothing. */
final class Assignment {
    final int[] time;
    final int[] roomOption;
    final int[] candidate;
    long hard = Long.MAX_VALUE;
    long soft = Long.MAX_VALUE;
    long[] costs = {};

    Assignment(CompiledProblem compiled) {
        time = new int[compiled.events.count()];
        roomOption = new int[compiled.events.count()];
        candidate = new int[compiled.staff.seats()];
    }

    boolean isWorseThan(long otherHard, long otherSoft) {
        return hard > otherHard || (hard == otherHard && soft > otherSoft);
    }

    /** Takes over a state. */
    void copyFrom(State state) {
        for (int e = 0; e < time.length; e++) {
            time[e] = state.time(e);
            roomOption[e] = state.roomOption(e);
        }
        for (int s = 0; s < candidate.length; s++) {
            candidate[s] = state.candidate(s);
        }
        hard = state.ledger().hard();
        soft = state.ledger().soft();
        costs = state.ledger().costs();
    }

    /** Takes over another copy. */
    void copyFrom(Assignment other) {
        System.arraycopy(other.time, 0, time, 0, time.length);
        System.arraycopy(other.roomOption, 0, roomOption, 0, roomOption.length);
        System.arraycopy(other.candidate, 0, candidate, 0, candidate.length);
        hard = other.hard;
        soft = other.soft;
        costs = other.costs.clone();
    }

    /** Brings a state to this assignment, touching only what differs. */
    void restore(State state) {
        for (int e = 0; e < time.length; e++) {
            if (state.isPlaced(e) && (state.time(e) != time[e] || state.roomOption(e) != roomOption[e])) {
                state.unplace(e);
            }
        }
        for (int s = 0; s < candidate.length; s++) {
            if (state.candidate(s) != candidate[s]) {
                state.seat(s, candidate[s]);
            }
        }
        for (int e = 0; e < time.length; e++) {
            if (!state.isPlaced(e) && time[e] >= 0) {
                state.place(e, time[e], roomOption[e]);
            }
        }
    }
}
