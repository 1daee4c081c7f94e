package org.horarium.engine.edit;

import org.horarium.engine.compile.IntList;
import org.horarium.engine.compile.StaffTable;
import org.horarium.engine.state.State;

/** Gives vacant roles of an event to somebody for as long as a question about it is answered. */
final class Vacancies {
    private final State state;

    Vacancies(State state) {
        this.state = state;
    }

    /**
     * Fills the vacant seats of an event, each with the candidate who is free and costs least; with the one who costs least
     * where nobody is free.
     *
     * @param pattern when they should be free
     * @return the seats that were filled
     */
    int[] fill(int event, int pattern) {
        IntList filled = new IntList();
        for (int seat : state.compiled().staff.seatsOfEvent()[event]) {
            if (state.person(seat) < 0) {
                int candidate = best(event, seat, pattern);
                if (candidate >= 0) {
                    state.seat(seat, candidate);
                    filled.add(seat);
                }
            }
        }
        return filled.toArray();
    }

    /** Makes seats vacant again. */
    void empty(int[] seats) {
        for (int seat : seats) {
            state.seat(seat, -1);
        }
    }

    private int best(int event, int seat, int pattern) {
        StaffTable staff = state.compiled().staff;
        int decision = staff.decisionOf()[seat];
        int best = -1;
        boolean bestFree = false;
        long bestCost = 0;
        for (int candidate = 0; candidate < staff.free()[decision]; candidate++) {
            int person = staff.candidates()[decision][candidate];
            if (gives(event, person)) {
                continue;
            }
            boolean free = state.isPersonFree(person, pattern, state.compiled().patterns.none);
            long cost = 0;
            for (long[] costs : staff.costs()[decision]) {
                cost += costs[candidate];
            }
            if (best < 0 || (free && !bestFree) || (free == bestFree && cost < bestCost)) {
                best = candidate;
                bestFree = free;
                bestCost = cost;
            }
        }
        return best;
    }

    private boolean gives(int event, int person) {
        for (int seat : state.compiled().staff.seatsOfEvent()[event]) {
            if (state.person(seat) == person) {
                return true;
            }
        }
        return false;
    }
}
