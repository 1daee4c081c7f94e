package org.horarium.engine.edit;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;

/** One event taken out of a state for a while, to try it elsewhere; and which rules each try breaks. */
final class Trial implements AutoCloseable {
    private final State state;
    private final int event;
    private final int time;
    private final int room;
    private final long[] costs;
    private final long[] before;
    private final long[] without;

    Trial(State state, int event) {
        this.state = state;
        this.event = event;
        time = state.time(event);
        room = state.roomOption(event);
        costs = state.ledger().costs();
        before = units();
        if (time >= 0) {
            state.unplace(event);
        }
        without = units();
    }

    private long[] units() {
        Ledger ledger = state.ledger();
        long[] units = new long[before == null ? state.compiled().rules.count : before.length];
        for (int rule = 0; rule < units.length; rule++) {
            units[rule] = ledger.units(rule);
        }
        return units;
    }

    /** What the state, with the event somewhere, costs compared with before. */
    CostChange change() {
        return CostChange.between(costs, state.ledger().costs());
    }

    /**
     * Hard rules that the event breaks where it is now. A rule over many events (a person's shortest day, say) counts only
     * if it was not broken to the same degree before the event was taken out.
     */
    List<Integer> broken() {
        List<Integer> broken = new ArrayList<>();
        for (int rule = 0; rule < without.length; rule++) {
            long now = state.ledger().units(rule);
            boolean worse = now > without[rule] || (rule >= RuleTable.BUILT_IN && time >= 0 && now > before[rule]);
            if (state.compiled().rules.hard[rule] && worse) {
                broken.add(rule);
            }
        }
        return broken;
    }

    /** Puts the event back where it was. */
    @Override
    public void close() {
        if (state.isPlaced(event)) {
            state.unplace(event);
        }
        if (time >= 0) {
            state.place(event, time, room);
        }
    }
}
