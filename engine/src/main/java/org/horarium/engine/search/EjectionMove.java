package org.horarium.engine.search;

import org.horarium.engine.compile.IntList;
import org.horarium.engine.compile.PairTable;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;

/**
 * An event goes where it wants, and the few that are in its way there (or that a costly soft rule would set against it) each
 * go to the best of some sampled places; the whole is taken or left. Events that rules want at the same time, on the
 * same days or in the same room are among the victims, come first, and try all their times: without them such an event never
 * moves. Frees what single moves cannot (Müller 2005, iterative forward search; Glover 1996, ejection chains).
 */
final class EjectionMove {
    private static final int MOST_VICTIMS = 4;

    /** Temperatures that a soft rule over two events costs at least when one of them makes the other go. */
    private static final double COSTLY = 5;

    private static final int SAMPLES = 24;
    private static final int STRICT_SAMPLES = 12;

    /** A victim with no more times than this tries them all. */
    private static final int FEW_TIMES = 30;

    /** Events that go along because a rule asks for the same time, days or room. */
    private static final int MOST_PARTNERS = 16;

    /** Events that may be moved in all, besides the first and those that go along. */
    private static final int MOST_MOVED = 6;

    /** Events that a victim may push on. */
    private static final int PUSHED = 2;

    private static final int PUSH_SAMPLES = 6;

    private final MoveContext context;
    private final IntList pushed = new IntList();
    private final boolean monotone; // whether what is placed can only add to the cost
    private final boolean[] inSets; // whether an event costs something that only its whole set can tell
    private final boolean[] agreeing; // whether rules ask that others agree with an event
    private int first;
    private int partners;
    private final IntList victims = new IntList();

    EjectionMove(MoveContext context) {
        this.context = context;
        PairTable pairs = context.compiled.constraints.pairs;
        monotone = context.compiled.constraints.growWithEvents() && context.compiled.changes.count == 0;
        inSets = new boolean[context.compiled.events.count()];
        agreeing = new boolean[context.compiled.events.count()];
        for (int event = 0; event < agreeing.length; event++) {
            inSets[event] = context.compiled.constraints.isInSets(event)
                    || context.compiled.constraints.stability.ofEvent[event].length > 0;
            for (int i = pairs.at[event]; i < pairs.at[event + 1] && !agreeing[event]; i++) {
                agreeing[event] = context.conflicts.shouldAgree(event, pairs.other[i]);
            }
        }
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
        int most = MOST_VICTIMS + (agreeing[event] ? MOST_PARTNERS : 0);
        context.conflicts.collect(event, pattern, roomNumber, victims, most);
        if (victims.size() > most) {
            return false;
        }
        context.conflicts.collectCostly(
                event, pattern, roomNumber, COSTLY * context.acceptance.temperature(), victims, most);
        partners = agreeing[event] ? partnersFirst(event) : 0;
        if (victims.size() == 0 || victims.size() - partners > MOST_VICTIMS) {
            return false;
        }
        for (int i = 0; i < victims.size(); i++) {
            if (context.compiled.events.times()[victims.get(i)].length < 2
                    && context.compiled.events.rooms()[victims.get(i)].length < 2) {
                return false;
            }
        }
        if (context.acceptance.strict() && monotone && isHopeless(event, time, room, threshold)) {
            return false;
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
                && relocate(soft, threshold)
                && context.acceptance.acceptsChangeSince(ledger, hard, soft, threshold)) {
            context.journal.commit();
            return true;
        }
        context.journal.rollback();
        return false;
    }

    /** Whether the new place costs more than the event and the victims could save by the best of places. */
    private boolean isHopeless(int event, int time, int room, double threshold) {
        if (inSets[event] || !context.state.isPlaced(event)) {
            return false;
        }
        long least = context.surcharge(event, time, room) - context.avoidable(event);
        for (int i = 0; i < victims.size() && least > threshold; i++) {
            if (inSets[victims.get(i)]) {
                return false;
            }
            least -= context.avoidable(victims.get(i));
        }
        return least > threshold;
    }

    /** Brings the victims that should agree with an event to the front; says how many they are. */
    private int partnersFirst(int event) {
        int count = 0;
        pushed.clear();
        for (int i = 0; i < victims.size(); i++) {
            if (context.conflicts.shouldAgree(event, victims.get(i))) {
                pushed.add(victims.get(i));
                count++;
            }
        }
        for (int i = 0; i < victims.size(); i++) {
            if (!pushed.contains(victims.get(i))) {
                pushed.add(victims.get(i));
            }
        }
        victims.clear();
        for (int i = 0; i < pushed.size(); i++) {
            victims.add(pushed.get(i));
        }
        return count;
    }

    private boolean place(int event, int time, int room) {
        if (!context.state.evaluate(event, time, room, context.acceptance.strict())) {
            return false;
        }
        context.journal.place(event, time, room);
        return true;
    }

    /** Puts each victim to its best sampled place; one that finds none pushes others on. */
    private boolean relocate(long soft, double threshold) {
        State state = context.state;
        boolean strict = context.acceptance.strict();
        boolean bounded = strict && monotone;
        int samples = strict ? STRICT_SAMPLES : SAMPLES;
        for (int i = 0; i < victims.size(); i++) {
            if (bounded && state.ledger().soft() - soft > threshold) {
                return false;
            }
            int victim = victims.get(i);
            int times = context.compiled.events.times()[victim].length;
            boolean all = i < partners || times <= FEW_TIMES;
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
                if (state.evaluateFitting(victim, time, room, strict, strict ? best : Double.POSITIVE_INFINITY)) {
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
        if (bestTime < 0 || victims.size() - partners + fewest > MOST_MOVED) {
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
