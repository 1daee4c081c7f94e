package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether events can begin on days that are all so many apart: exact, by dynamic programming over days and sets. */
final class DaySpacing {
    /** More events than this are not looked at as a whole. */
    static final int MOST = 12;

    private DaySpacing() {}

    /**
     * Whether there is a way.
     *
     * @param days for each event a mask of the days on which it may begin, at most {@link #MOST} events
     * @param apart smallest distance of any two
     */
    static boolean possible(List<Integer> days, int apart) {
        record State(int placed, int next) {}
        int all = (1 << days.size()) - 1;
        Set<State> states = new HashSet<>();
        states.add(new State(0, 0));
        for (int day = 0; day < Integer.SIZE - 1; day++) {
            for (State state : new ArrayList<>(states)) {
                for (int e = 0; e < days.size() && state.next <= day; e++) {
                    if ((state.placed >>> e & 1) == 0 && (days.get(e) >>> day & 1) != 0) {
                        states.add(new State(state.placed | 1 << e, day + apart));
                    }
                }
            }
        }
        return states.stream().anyMatch(state -> state.placed == all);
    }
}
