package org.horarium.engine.search;

import java.util.function.LongSupplier;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.state.State;

/** Makes a plan legal by taking out a small set of events, and puts back what still fits. */
final class PartialPlan {
    private final MoveContext context;
    private final State state;

    PartialPlan(MoveContext context) {
        this.context = context;
        this.state = context.state;
    }

    /**
     * Takes out, one by one, the event whose going mends most, until nothing that is placed breaks a hard rule (or nothing
     * helps: a rule that asks for more than is there). Where every going would break as much as it mends, two things at a
     * time are the worse evil: what ends a clash goes all the same. Then, while there is time, places what can be placed
     * without breaking anything.
     *
     * @param limits once they are over, everything in trouble goes, which takes out more than it must
     */
    void makeLegal(Limits limits) {
        while (broken() > 0) {
            if (limits.isCutOff()) {
                takeOutAllViolated();
                return;
            }
            int worst = worst(true, this::broken, limits);
            if (worst < 0) {
                worst = worst(false, this::broken, limits);
            }
            if (worst < 0) {
                worst = worst(true, this::clashes, limits);
            }
            if (worst >= 0) {
                state.unplace(worst);
            } else if (!limits.isCutOff()) {
                return;
            }
        }
        for (int event : context.movable) {
            if (!state.isPlaced(event) && !limits.isCutOff()) {
                placeFreely(event);
            }
        }
    }

    /** In one pass: every event that is still in trouble when its turn comes. */
    private void takeOutAllViolated() {
        for (int event = 0; event < context.compiled.events.count(); event++) {
            if (state.isPlaced(event) && state.isViolated(event)) {
                state.unplace(event);
            }
        }
    }

    /** The placed event whose going mends most, of those that there is time to look at; −1 if none mends anything. */
    private int worst(boolean amongViolated, LongSupplier faults, Limits limits) {
        int worst = -1;
        long most = 0;
        for (int event = 0; event < context.compiled.events.count(); event++) {
            if (state.isPlaced(event) && (!amongViolated || state.isViolated(event)) && !limits.isCutOff()) {
                long gain = gain(event, faults);
                if (gain > most) {
                    most = gain;
                    worst = event;
                }
            }
        }
        return worst;
    }

    private long broken() {
        return state.ledger().broken() - state.ledger().units(RuleTable.UNPLACED);
    }

    /** What is twice in use, unavailable or not given by anybody. */
    private long clashes() {
        return state.ledger().units(RuleTable.ROOM)
                + state.ledger().units(RuleTable.PERSON)
                + state.ledger().units(RuleTable.GROUP)
                + state.ledger().units(RuleTable.VACANT);
    }

    private long gain(int event, LongSupplier faults) {
        int time = state.time(event);
        int room = state.roomOption(event);
        long before = faults.getAsLong();
        state.unplace(event);
        long gain = before - faults.getAsLong();
        state.place(event, time, room);
        return gain;
    }

    private void placeFreely(int event) {
        int times = context.compiled.events.times()[event].length;
        int rooms = Math.max(1, context.compiled.events.rooms()[event].length);
        for (int i = 0; i < times * rooms; i++) {
            int room = context.compiled.events.needsRoom()[event] ? i % rooms : -1;
            if (state.evaluate(event, i / rooms, room, true)) {
                state.place(event, i / rooms, room);
                return;
            }
        }
    }
}
