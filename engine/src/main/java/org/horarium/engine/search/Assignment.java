package org.horarium.engine.search;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.state.State;

/** A copy of who is where, with its score: an incumbent. Arrays are reused, so that copying costs next to nothing. */
public final class Assignment {
    /** Time option of each event, or −1. */
    public final int[] time;

    /** Room option of each event, or −1. */
    public final int[] roomOption;

    /** Candidate in each seat, or −1. */
    public final int[] candidate;

    /** Classes of students, {@code [demand * width + subpart]}, or −1. */
    public final int[] chain;

    private final int width;
    private final int[] classes;
    long hard = Long.MAX_VALUE; // units of broken hard rules, without weights
    long soft = Long.MAX_VALUE;
    long[] costs = {};

    /** One that is worse than any plan. */
    public Assignment(CompiledProblem compiled) {
        time = new int[compiled.events.count()];
        roomOption = new int[compiled.events.count()];
        candidate = new int[compiled.staff.seats()];
        width = compiled.students.width;
        chain = new int[compiled.students.demands * width];
        classes = new int[width];
    }

    /** Whether another score is better. */
    public boolean isWorseThan(long otherHard, long otherSoft) {
        return hard > otherHard || (hard == otherHard && soft > otherSoft);
    }

    /** Takes over a state. */
    public void copyFrom(State state) {
        state.copyTo(time, roomOption, candidate, chain);
        hard = state.ledger().broken();
        soft = state.ledger().soft();
        costs = state.ledger().costs();
    }

    /** Takes over another copy. */
    public void copyFrom(Assignment other) {
        System.arraycopy(other.time, 0, time, 0, time.length);
        System.arraycopy(other.roomOption, 0, roomOption, 0, roomOption.length);
        System.arraycopy(other.candidate, 0, candidate, 0, candidate.length);
        System.arraycopy(other.chain, 0, chain, 0, chain.length);
        hard = other.hard;
        soft = other.soft;
        costs = other.costs.clone();
    }

    /** Brings a state to this assignment, touching only what differs. */
    public void restore(State state) {
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
        for (int demand = 0; demand * width < chain.length; demand++) {
            boolean differs = false;
            for (int k = 0; k < width; k++) {
                classes[k] = chain[demand * width + k];
                differs |= classes[k] != state.enrolments().classOf(demand, k);
            }
            if (differs) {
                state.enrol(demand, classes);
            }
        }
    }

    /** Units of broken hard rules; events without a place are among them. */
    public long hard() {
        return hard;
    }

    /** Total cost. */
    public long soft() {
        return soft;
    }
}
