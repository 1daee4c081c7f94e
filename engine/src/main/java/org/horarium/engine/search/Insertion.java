package org.horarium.engine.search;

import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.IntList;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;

/**
 * Inserts the events that have no place, one by one, each where the least is in its way; what is in its way goes out and
 * waits for its own turn. How often an event was thrown out of a time is remembered and makes it dearer to throw it out of
 * there again, so that the search does not run in circles. Nothing is ever placed twice at once; rules that only a whole
 * plan can keep (gaps, loads of days) may be broken meanwhile and weigh more the longer they are.
 *
 * <p>Quick where annealing is not: many events, hard rules everywhere, hardly a free slot (schools). Müller, Constraint-based
 * Timetabling, 2005 (iterative forward search with conflict statistics); Lü and Hao, 2010 (tabu).
 */
final class Insertion {
    private static final int MOST_TIMES = 120;
    private static final int MOST_ROOMS = 12;
    private static final int MOST_VICTIMS = 8;
    private static final int LOOKED_AT_CLOSELY = 4;
    private static final int MOST_CLEARED = 4;
    private static final int PATIENCE = 5_000;
    private static final int PATIENCE_PER_EVENT = 5;
    private static final int RAISE_EVERY = 400;
    private static final double COST_OF_A_UNIT = 0.5;
    private static final double COST_OF_A_MEMORY = 0.2;
    private static final double COST_OF_A_FIXED_EVENT = 100;

    private final MoveContext context;
    private final CompiledProblem compiled;
    private final State state;
    private final int[] timeAt; // first time option of an event in the arrays below
    private final int[] thrownOut; // by event and time option
    private final long[] tabuUntil; // by event and time option
    private final int[] waiting; // events without a place
    private final int[] positionOf; // in waiting, or −1
    private final double[] hardness;
    private int waitingCount;
    private long step;

    private final IntList victims = new IntList();
    private double roomPrice; // of the room that was found last
    private final int[] bestTime = new int[LOOKED_AT_CLOSELY];
    private final int[] bestRoom = new int[LOOKED_AT_CLOSELY];
    private final double[] bestCost = new double[LOOKED_AT_CLOSELY];

    Insertion(MoveContext context) {
        this.context = context;
        compiled = context.compiled;
        state = context.state;
        int count = compiled.events.count();
        timeAt = new int[count + 1];
        for (int e = 0; e < count; e++) {
            timeAt[e + 1] = timeAt[e] + compiled.events.times()[e].length;
        }
        thrownOut = new int[timeAt[count]];
        tabuUntil = new long[timeAt[count]];
        waiting = new int[count];
        positionOf = new int[count];
        hardness = new double[count];
        for (int e = 0; e < count; e++) {
            hardness[e] =
                    (double) context.conflicts.blocked(e) / (1 + compiled.events.times()[e].length);
        }
    }

    /**
     * Takes out what stands in each other's way, and goes on until everything has a place and nothing is broken, or until
     * there was no progress for long.
     *
     * @param target number of broken units that cannot be helped
     * @param goOn asked now and then whether there is time left
     * @return whether it succeeded
     */
    boolean run(long target, BooleanSupplier goOn) {
        Ledger ledger = state.ledger();
        collectWaiting();
        long least = Long.MAX_VALUE;
        long leastAt = 0;
        for (step = 1; ledger.broken() > target; step++) {
            if ((step & 15) == 0 && !goOn.getAsBoolean()) {
                return false;
            }
            if (ledger.broken() < least) {
                least = ledger.broken();
                leastAt = step;
            }
            if (step - leastAt > PATIENCE + (long) PATIENCE_PER_EVENT * waiting.length) {
                return false;
            }
            if (step % RAISE_EVERY == 0) {
                raiseWeights();
            }
            int event = waitingCount > 0 ? nextWaiting() : strained();
            if (event < 0) {
                return false;
            }
            insert(event);
        }
        return true;
    }

    private void collectWaiting() {
        waitingCount = 0;
        for (int event = 0; event < positionOf.length; event++) {
            positionOf[event] = -1;
            if (state.isPlaced(event) && state.isViolated(event)) {
                state.unplace(event);
            }
            if (!state.isPlaced(event) && compiled.events.impossible()[event] == null) {
                wait(event);
            }
        }
    }

    private void wait(int event) {
        positionOf[event] = waitingCount;
        waiting[waitingCount++] = event;
    }

    private void leave(int event) {
        int last = waiting[--waitingCount];
        waiting[positionOf[event]] = last;
        positionOf[last] = positionOf[event];
        positionOf[event] = -1;
    }

    /** Of three waiting events the hardest. */
    private int nextWaiting() {
        int next = waiting[context.rng.below(waitingCount)];
        for (int i = 0; i < 2; i++) {
            int other = waiting[context.rng.below(waitingCount)];
            if (hardness[other] > hardness[next]) {
                next = other;
            }
        }
        return next;
    }

    /** Takes out an event at random whose people break a hard rule; −1 if there is none. */
    private int strained() {
        int count = context.movable.length;
        if (count == 0) {
            return -1;
        }
        int from = context.rng.below(count);
        for (int i = 0; i < count; i++) {
            int event = context.movable[(from + i) % count];
            if (state.isPlaced(event) && (state.isViolated(event) || state.isStrained(event))) {
                takeOut(event);
                return event;
            }
        }
        return -1;
    }

    private void takeOut(int event) {
        int at = timeAt[event] + state.time(event);
        thrownOut[at]++;
        tabuUntil[at] = step + 8 + context.rng.below(8) + waitingCount;
        state.unplace(event);
        wait(event);
    }

    private void insert(int event) {
        shortlist(event);
        int chosen = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < LOOKED_AT_CLOSELY && bestCost[i] < Double.MAX_VALUE; i++) {
            double cost = bestCost[i] + COST_OF_A_UNIT * strain(event, bestTime[i], bestRoom[i]);
            if (cost < least) {
                least = cost;
                chosen = i;
            }
        }
        if (chosen < 0) {
            return;
        }
        collect(event, bestTime[chosen], bestRoom[chosen]);
        for (int i = 0; i < victims.size(); i++) {
            takeOut(victims.get(i));
        }
        long before = state.ledger().hard();
        state.place(event, bestTime[chosen], bestRoom[chosen]);
        leave(event);
        if (state.ledger().hard() - before > -state.ledger().weight(RuleTable.UNPLACED)) {
            clear(event);
        }
    }

    /** An event that has just come may break rules on the day: takes out others there as long as that is worth their price. */
    private void clear(int event) {
        Ledger ledger = state.ledger();
        for (int round = 0; round < MOST_CLEARED; round++) {
            victims.clear();
            context.conflicts.collectSameDay(event, state.pattern(event), victims);
            double most = 0;
            int worst = -1;
            for (int i = 0; i < victims.size(); i++) {
                int other = victims.get(i);
                long before = ledger.hard();
                context.journal.unplace(other);
                long gain = before - ledger.hard() + ledger.weight(RuleTable.UNPLACED);
                context.journal.rollback();
                double worth = COST_OF_A_UNIT * gain - price(other);
                if (worth > most) {
                    most = worth;
                    worst = other;
                }
            }
            if (worst < 0) {
                return;
            }
            takeOut(worst);
        }
    }

    private void collect(int event, int time, int room) {
        victims.clear();
        int roomNumber = room < 0 ? -1 : compiled.events.rooms()[event][room];
        context.conflicts.collect(event, compiled.events.times()[event][time], roomNumber, victims, MOST_VICTIMS);
    }

    /** What may help on a problem: groups and people who are in one place at a time, and nobody who chooses courses. */
    static boolean suits(CompiledProblem compiled) {
        return !compiled.problem.groups().isEmpty() && compiled.students.demands == 0;
    }

    /** The few times (each with its best room) at which the least is in the way. */
    private void shortlist(int event) {
        Arrays.fill(bestCost, Double.MAX_VALUE);
        int times = compiled.events.times()[event].length;
        boolean all = times <= MOST_TIMES;
        for (int i = 0; i < Math.min(times, MOST_TIMES); i++) {
            int time = all ? i : context.rng.below(times);
            int pattern = compiled.events.times()[event][time];
            collect(event, time, -1);
            if (victims.size() > MOST_VICTIMS) {
                continue;
            }
            double cost = context.rng.below(1000) / 5000.0 + 0.02 * thrownOut[timeAt[event] + time];
            if (tabuUntil[timeAt[event] + time] > step) {
                cost += 2;
            }
            for (int v = 0; v < victims.size(); v++) {
                cost += price(victims.get(v));
            }
            int room = -1;
            if (compiled.events.needsRoom()[event]) {
                room = room(event, pattern);
                cost += roomPrice;
            }
            keep(time, room, cost);
        }
    }

    private int room(int event, int pattern) {
        int[] rooms = compiled.events.rooms()[event];
        int from = context.rng.below(rooms.length);
        int best = -1;
        roomPrice = Double.MAX_VALUE;
        for (int i = 0; i < Math.min(rooms.length, MOST_ROOMS); i++) {
            int option = from + i < rooms.length ? from + i : from + i - rooms.length;
            double price = 0;
            if (!state.isRoomFree(rooms[option], pattern, compiled.patterns.none)) {
                boolean taken = false;
                for (int other = state.firstInRoom(rooms[option]); other >= 0; other = state.nextInRoom(other)) {
                    if (compiled.patterns.overlap(state.pattern(other), pattern)) {
                        taken = true;
                        price += victims.contains(other) ? 0 : price(other);
                    }
                }
                price += taken ? 0 : COST_OF_A_FIXED_EVENT; // not available then
            }
            if (price < roomPrice) {
                roomPrice = price;
                best = option;
            }
            if (price == 0) {
                break;
            }
        }
        return best;
    }

    private double price(int victim) {
        if (compiled.events.times()[victim].length < 2 && compiled.events.rooms()[victim].length < 2) {
            return COST_OF_A_FIXED_EVENT;
        }
        return 1 + COST_OF_A_MEMORY * thrownOut[timeAt[victim] + state.time(victim)];
    }

    private void keep(int time, int room, double cost) {
        int at = LOOKED_AT_CLOSELY;
        while (at > 0 && bestCost[at - 1] > cost) {
            at--;
        }
        if (at == LOOKED_AT_CLOSELY) {
            return;
        }
        for (int i = LOOKED_AT_CLOSELY - 1; i > at; i--) {
            bestCost[i] = bestCost[i - 1];
            bestTime[i] = bestTime[i - 1];
            bestRoom[i] = bestRoom[i - 1];
        }
        bestCost[at] = cost;
        bestTime[at] = time;
        bestRoom[at] = room;
    }

    /** Weighted units of hard rules that break or mend, other than events without a place, if an event goes somewhere. */
    private long strain(int event, int time, int room) {
        Ledger ledger = state.ledger();
        long before = ledger.hard();
        collect(event, time, room);
        for (int i = 0; i < victims.size(); i++) {
            context.journal.unplace(victims.get(i));
        }
        state.evaluate(event, time, room, false);
        long change = ledger.hard() + ledger.proposedHard() - before;
        int size = victims.size();
        context.journal.rollback();
        return change - (size - 1L) * ledger.weight(RuleTable.UNPLACED);
    }

    /** What stays broken weighs more from now on, up to a limit. */
    private void raiseWeights() {
        Ledger ledger = state.ledger();
        for (int rule = RuleTable.BUILT_IN; rule < compiled.rules.count; rule++) {
            if (compiled.rules.hard[rule] && ledger.units(rule) > 0 && ledger.weight(rule) < 20) {
                ledger.setWeight(rule, ledger.weight(rule) + 1);
            }
        }
    }
}
