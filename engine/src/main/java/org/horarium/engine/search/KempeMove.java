package org.horarium.engine.search;

import org.horarium.engine.compile.IntList;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.state.Ledger;
import org.horarium.engine.state.State;

/**
 * A Kempe chain: an event goes to another time, whoever is in its way there comes to the first time, whoever is in the way
 * of those goes over in turn, and so on (Morgenstern and Shapiro 1990 for colourings; Lü and Hao 2010 for timetables).
 * Everybody keeps the own room where it is free, else takes the cheapest that is.
 */
final class KempeMove {
    private static final int LONGEST = 24;

    private final MoveContext context;
    private final IntList chain = new IntList();
    private final IntList times = new IntList(); // new time option, parallel to chain
    private final IntList rooms = new IntList(); // new room option, parallel to chain
    private final IntList victims = new IntList();
    private final int[] leftAt; // by room × direction: stamp of a chain in which somebody leaves it
    private final int[] takenAt; // by room × direction: stamp of a chain in which somebody takes it
    private int stamp;

    KempeMove(MoveContext context) {
        this.context = context;
        leftAt = new int[2 * context.compiled.rooms.count];
        takenAt = new int[2 * context.compiled.rooms.count];
    }

    boolean chain(int event, double threshold) {
        State state = context.state;
        Patterns patterns = context.compiled.patterns;
        if (!state.isPlaced(event)) {
            return false;
        }
        int from = state.pattern(event);
        int to = context.compiled.events.times()[event][context.randomTime(event)];
        if (to == from || patterns.overlap(from, to) || !grow(event, from, to)) {
            return false;
        }
        if (!context.acceptance.strict()) {
            return tryOut(threshold);
        }
        if (!chooseRooms(from)) {
            return false;
        }
        int known = state.evaluateTogether(chain, times, rooms);
        Ledger ledger = state.ledger();
        if (known == State.UNKNOWN) {
            return tryOut(threshold);
        }
        if (known == State.REJECTED
                || !context.acceptance.accepts(ledger.proposedHard(), ledger.proposedSoft(), threshold)) {
            return false;
        }
        for (int i = 0; i < chain.size(); i++) {
            state.unplace(chain.get(i));
        }
        for (int i = 0; i < chain.size(); i++) {
            state.place(chain.get(i), times.get(i), rooms.get(i));
        }
        return true;
    }

    /** Makes the move and takes it back where it is not accepted. */
    private boolean tryOut(double threshold) {
        State state = context.state;
        Ledger ledger = state.ledger();
        long hard = ledger.hard();
        long soft = ledger.soft();
        rooms.clear();
        for (int i = 0; i < chain.size(); i++) {
            rooms.add(state.roomOption(chain.get(i)));
        }
        for (int i = 0; i < chain.size(); i++) {
            context.journal.unplace(chain.get(i));
        }
        boolean strict = context.acceptance.strict();
        for (int i = 0; i < chain.size(); i++) {
            int room = roomFor(chain.get(i), times.get(i), rooms.get(i));
            if (room == Integer.MIN_VALUE || !state.evaluate(chain.get(i), times.get(i), room, strict)) {
                context.journal.rollback();
                return false;
            }
            context.journal.place(chain.get(i), times.get(i), room);
        }
        if (context.acceptance.acceptsChangeSince(ledger, hard, soft, threshold)) {
            context.journal.commit();
            return true;
        }
        context.journal.rollback();
        return false;
    }

    /** Chooses rooms for all members; what the chain leaves at a time is free for those who come. */
    private boolean chooseRooms(int from) {
        State state = context.state;
        stamp++;
        rooms.clear();
        for (int i = 0; i < chain.size(); i++) {
            int room = state.room(chain.get(i));
            if (room >= 0) {
                leftAt[2 * room + side(chain.get(i), from)] = stamp;
            }
        }
        for (int i = 0; i < chain.size(); i++) {
            int event = chain.get(i);
            int old = state.roomOption(event);
            if (old < 0) {
                rooms.add(-1);
                continue;
            }
            int pattern = context.compiled.events.times()[event][times.get(i)];
            int target = 1 - side(event, from);
            int[] options = context.compiled.events.rooms()[event];
            int best = isOpen(options[old], pattern, target) ? old : cheapestOpen(event, pattern, target);
            if (best < 0) {
                return false;
            }
            takenAt[2 * options[best] + target] = stamp;
            rooms.add(best);
        }
        return true;
    }

    private int side(int event, int from) {
        return context.state.pattern(event) == from ? 0 : 1;
    }

    private boolean isOpen(int room, int pattern, int side) {
        return takenAt[2 * room + side] != stamp
                && (leftAt[2 * room + side] == stamp
                        || context.state.isRoomFree(room, pattern, context.compiled.patterns.none));
    }

    private int cheapestOpen(int event, int pattern, int side) {
        int[] options = context.compiled.events.rooms()[event];
        long[] costs = context.compiled.events.roomCosts()[event];
        int best = -1;
        int option = context.rng.below(options.length);
        for (int i = 0; i < options.length; i++) {
            if ((best < 0 || costs[option] < costs[best]) && isOpen(options[option], pattern, side)) {
                best = option;
            }
            option = option + 1 < options.length ? option + 1 : 0;
        }
        return best;
    }

    /** Collects the chain. False if it is too long or meets an event that is at neither of the two times. */
    private boolean grow(int event, int from, int to) {
        State state = context.state;
        chain.clear();
        times.clear();
        chain.add(event);
        times.add(context.compiled.events.timeOptionOf()[event][to]);
        for (int i = 0; i < chain.size(); i++) {
            int member = chain.get(i);
            int target = state.pattern(member) == from ? to : from;
            victims.clear();
            context.conflicts.collectAt(member, target, victims);
            for (int v = 0; v < victims.size(); v++) {
                int other = victims.get(v);
                if (chain.contains(other)) {
                    continue;
                }
                int time = context.compiled.events.timeOptionOf()[other][target == to ? from : to];
                if (state.pattern(other) != target || time < 0 || chain.size() >= LONGEST) {
                    return false;
                }
                chain.add(other);
                times.add(time);
            }
        }
        return true;
    }

    /** A free room option, the old one if it can be; the least number if none is free and clashes are forbidden. */
    private int roomFor(int event, int time, int old) {
        if (old < 0) {
            return -1;
        }
        int[] rooms = context.compiled.events.rooms()[event];
        long[] costs = context.compiled.events.roomCosts()[event];
        int pattern = context.compiled.events.times()[event][time];
        int none = context.compiled.patterns.none;
        if (context.state.isRoomFree(rooms[old], pattern, none)) {
            return old;
        }
        int best = Integer.MIN_VALUE;
        int start = context.rng.below(rooms.length);
        for (int i = 0; i < rooms.length; i++) {
            int option = (start + i) % rooms.length;
            if (context.state.isRoomFree(rooms[option], pattern, none) && (best < 0 || costs[option] < costs[best])) {
                best = option;
            }
        }
        return best < 0 && !context.acceptance.strict() ? old : best;
    }
}
