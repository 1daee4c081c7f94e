package org.horarium.engine.search;

import org.horarium.engine.compile.IntList;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;

/**
 * An event goes where it wants, and the few that are in its way there (or that a costly soft rule would set against it) each
 * go to the best of some sampled places; the whole is taken or left. Frees what single moves cannot (Müller 2005, iterative forward search; Glover 1996, ejection chains).
 */
final class EjectionMove {
    private static final int MOST_VICTIMS = 4;

    /** Temperatures that a soft rule over two events costs at least when one of them makes the other go. */
    private static final double COSTLY = 5;

    private static final int SAMPLES = 24;
    private static final int STRICT_SAMPLES = 12;

    /** A victim with no more times than this tries them all. */
    private static final int FEW_TIMES = 30;

    /** Events that may be moved in all, besides the first. */
    private static final int MOST_MOVED = 6;

    /** Events that a victim may push on. */
    private static final int PUSHED = 2;

    private static final int PUSH_SAMPLES = 6;

    private final MoveContext context;
    private final IntList pushed = new IntList();
    private int first;
    private final IntList victims = new IntList();

    EjectionMove(MoveContext context) {
        this.context = context;
    }

    boolean eject(int event, double threshold) {
        State state = context.state;
        first = event;
        int time = context.randomTime(event);
        int room = -1;
        if (context.compiled.events.needsRoom()[event]) {
            room = context.rng.below(context.compiled.events.rooms()[event].length);
        }
        int pattern = context.compiled.events.times()[event][time];
        int roomNumber = room < 0 ? -1 : context.compiled.events.rooms()[event][room];
        victims.clear();
        context.conflicts.collect(event, pattern, roomNumber, victims, MOST_VICTIMS);
        context.conflicts.collectCostly(
                event, pattern, roomNumber, COSTLY * context.acceptance.temperature(), victims, MOST_VICTIMS);
        if (victims.size() == 0 || victims.size() > MOST_VICTIMS) {
            return false;
        }
        for (int i = 0; i < victims.size(); i++) {
            if (context.compiled.events.times()[victims.get(i)].length < 2
                    && context.compiled.events.rooms()[victims.get(i)].length < 2) {
                return false;
            }
        }
        Ledger ledger = state.ledger();
        long hard = ledger.hard();
        long soft = ledger.soft();
        for (int i = 0; i < victims.size(); i++) {
            context.journal.unplace(victims.get(i));
        }
        if (state.isPlaced(event)) {
            context.journal.unplace(event);
        }
        if (place(event, time, room)
                && relocate()
                && context.acceptance.acceptsChangeSince(ledger, hard, soft, threshold)) {
            context.journal.commit();
            return true;
        }
        context.journal.rollback();
        return false;
    }

    private boolean place(int event, int time, int room) {
        if (!context.state.evaluate(event, time, room, context.acceptance.strict())) {
            return false;
        }
        context.journal.place(event, time, room);
        return true;
    }

    /** Puts each victim to its best sampled place; one that finds none pushes others on. */
    private boolean relocate() {
        State state = context.state;
        boolean strict = context.acceptance.strict();
        int samples = strict ? STRICT_SAMPLES : SAMPLES;
        for (int i = 0; i < victims.size(); i++) {
            int victim = victims.get(i);
            int times = context.compiled.events.times()[victim].length;
            boolean all = times <= FEW_TIMES;
            int tries = all ? times : samples;
            state.addWork(tries);
            int bestTime = -1;
            int bestRoom = -1;
            double best = Double.MAX_VALUE;
            for (int sample = 0; sample < tries; sample++) {
                int time = all ? sample : context.randomTime(victim);
                if (strict && !state.fits(victim, time)) {
                    continue;
                }
                int room = context.roomFor(victim, context.compiled.events.times()[victim][time]);
                if (state.evaluateFitting(victim, time, room, strict)) {
                    double energy =
                            context.acceptance.hardWeight() * state.ledger().proposedHard()
                                    + state.ledger().proposedSoft();
                    if (energy < best) {
                        best = energy;
                        bestTime = time;
                        bestRoom = room;
                    }
                }
            }
            if (bestTime >= 0) {
                context.journal.place(victim, bestTime, bestRoom);
            } else if (!strict || !pushOn(victim)) {
                return false;
            }
        }
        return true;
    }

    /** A victim that finds no place takes that of one or two others, which become victims in their turn. */
    private boolean pushOn(int victim) {
        int bestTime = -1;
        int bestRoom = -1;
        int fewest = PUSHED + 1;
        for (int sample = 0; sample < PUSH_SAMPLES && fewest > 1; sample++) {
            int time = context.randomTime(victim);
            int room = -1;
            if (context.compiled.events.needsRoom()[victim]) {
                room = context.rng.below(context.compiled.events.rooms()[victim].length);
            }
            collect(victim, time, room);
            if (pushed.size() > 0 && pushed.size() < fewest && mayBePushed()) {
                fewest = pushed.size();
                bestTime = time;
                bestRoom = room;
            }
        }
        if (bestTime < 0 || victims.size() + fewest > MOST_MOVED) {
            return false;
        }
        collect(victim, bestTime, bestRoom);
        for (int i = 0; i < pushed.size(); i++) {
            context.journal.unplace(pushed.get(i));
            victims.add(pushed.get(i));
        }
        return place(victim, bestTime, bestRoom);
    }

    private void collect(int victim, int time, int room) {
        int pattern = context.compiled.events.times()[victim][time];
        int roomNumber = room < 0 ? -1 : context.compiled.events.rooms()[victim][room];
        pushed.clear();
        context.conflicts.collect(victim, pattern, roomNumber, pushed, PUSHED);
    }

    /** Whether everybody who would be pushed has somewhere to go and was not moved before. */
    private boolean mayBePushed() {
        for (int i = 0; i < pushed.size(); i++) {
            int event = pushed.get(i);
            boolean fixed = context.compiled.events.times()[event].length < 2
                    && context.compiled.events.rooms()[event].length < 2;
            if (fixed || event == first || victims.contains(event)) {
                return false;
            }
        }
        return true;
    }
}
