package org.horarium.engine.search;

import org.horarium.engine.compile.IntList;
import org.horarium.engine.state.State;

/** Changes a state and remembers what was, so that a compound move can be taken back as a whole or from a mark on. */
public final class Journal {
    private static final int SEAT = -1;
    private static final int ENROL = -2;

    private final State state;
    private final IntList entries = new IntList(); // event, time, room; or SEAT, seat, candidate; or ENROL, demand, at
    private final IntList chains = new IntList(); // what demands had, one chain after another
    private final int[] chain;

    /** For changes to a state. */
    public Journal(State state) {
        this.state = state;
        chain = new int[state.compiled().students.width];
    }

    /** See {@link State#unplace}. */
    public void unplace(int event) {
        note(event);
        state.unplace(event);
    }

    /** See {@link State#place}. */
    public void place(int event, int time, int room) {
        note(event);
        state.place(event, time, room);
    }

    /** See {@link State#seat}. */
    public void seat(int seat, int candidate) {
        entries.add(SEAT);
        entries.add(seat);
        entries.add(state.candidate(seat));
        state.seat(seat, candidate);
    }

    /** Gives a demand other classes (−1 beyond the end of the chain). */
    void enrol(int demand, int[] classes) {
        entries.add(ENROL);
        entries.add(demand);
        entries.add(chains.size());
        for (int k = 0; k < chain.length; k++) {
            chains.add(state.enrolments().classOf(demand, k));
        }
        state.enrol(demand, classes);
    }

    private void note(int event) {
        entries.add(event);
        entries.add(state.time(event));
        entries.add(state.roomOption(event));
    }

    /** Keeps what was done. */
    void commit() {
        entries.clear();
        chains.clear();
    }

    /** Takes everything back. */
    void rollback() {
        rollback(0);
    }

    /** Where the journal is now, to come back to. */
    public int mark() {
        return entries.size();
    }

    /** Takes back what was done since a mark. */
    public void rollback(int mark) {
        for (int i = entries.size() - 3; i >= mark; i -= 3) {
            int event = entries.get(i);
            if (event == SEAT) {
                state.seat(entries.get(i + 1), entries.get(i + 2));
                continue;
            }
            if (event == ENROL) {
                for (int k = 0; k < chain.length; k++) {
                    chain[k] = chains.get(entries.get(i + 2) + k);
                }
                chains.truncate(entries.get(i + 2));
                state.enrol(entries.get(i + 1), chain);
                continue;
            }
            if (state.isPlaced(event)) {
                state.unplace(event);
            }
            if (entries.get(i + 1) >= 0) {
                state.place(event, entries.get(i + 1), entries.get(i + 2));
            }
        }
        entries.truncate(mark);
    }
}
