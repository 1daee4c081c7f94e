package org.horarium.engine.search;

import org.horarium.engine.state.SlotState;
import org.horarium.engine.state.SlotTable;

/**
 * Moves where every event takes one slot and one room: an event goes to another slot or room, and who is there comes in
 * its place; two exchange places; Kempe chains between two slots.
 */
final class SlotMoves {
    private static final int LONGEST = 32;

    private final SlotState state;
    private final SlotTable table;
    private final Rng rng;
    private final int[] chain = new int[LONGEST];
    private final int[] rooms = new int[LONGEST];
    private final int[] stampOf; // by event: that of the last chain it was in
    private final int[] takenAt; // by room and side: that of the last chain that took it
    private int stamp;
    private int length;

    SlotMoves(SlotState state, Rng rng) {
        this.state = state;
        this.rng = rng;
        table = state.table();
        stampOf = new int[table.kindOf.length];
        takenAt = new int[2 * table.rooms];
    }

    /** Tries one random move; true if it was taken, that is if it raises the cost by at most −T·ln u. */
    boolean attempt(double temperature) {
        long bits = rng.next();
        int draw = (int) (bits & 127);
        int event = scaled(bits >>> 32, table.kindOf.length);
        double threshold = temperature * rng.exponential();
        if (draw < 38) {
            return chain(event, threshold);
        }
        if (draw < 80) {
            int other = rng.below(table.kindOf.length);
            return exchange(event, other, (bits & 128) == 0, threshold);
        }
        int kind = table.kindOf[event];
        int[] slots = table.slotsOf[kind];
        int[] options = table.roomsOf[kind];
        int slot = state.slot(event);
        int room = state.room(event);
        if (draw < 112) {
            slot = slots[rng.below(slots.length)];
        }
        if (draw >= 104) {
            room = options[rng.below(options.length)];
        }
        return shift(event, slot, room, threshold);
    }

    private static int scaled(long high, int bound) {
        return (int) (high * bound >>> 32);
    }

    /** An event to a slot and a room; who is there comes in its place. */
    private boolean shift(int event, int slot, int room, double threshold) {
        int there = state.at(slot, room);
        if (there >= 0) {
            return exchange(event, there, true, threshold);
        }
        if (!state.isFree(slot, room)) {
            return false;
        }
        int change = state.shift(event, slot, room);
        if (change > threshold) {
            return false;
        }
        state.move(event, slot, room, change);
        return true;
    }

    /** Two events exchange their slots, and their rooms too if asked to; else each keeps its own. */
    private boolean exchange(int first, int second, boolean withRooms, double threshold) {
        int a = table.kindOf[first];
        int b = table.kindOf[second];
        int p = state.slot(first);
        int q = state.slot(second);
        boolean same = state.room(first) == state.room(second);
        if (a == b || p == q && (same || !withRooms)) {
            return false;
        }
        if (!withRooms && !same && (!state.isFree(q, state.room(first)) || !state.isFree(p, state.room(second)))) {
            return false;
        }
        boolean crossing = withRooms && !same;
        int change;
        chain[0] = first;
        chain[1] = second;
        rooms[0] = crossing ? state.room(second) : state.room(first);
        rooms[1] = crossing ? state.room(first) : state.room(second);
        if (table.isTied[a * table.kinds + b]) {
            int own = table.isRival[a * table.kinds + b] ? 1 : 0;
            if (p != q && (state.rivals(a, q) > own || state.rivals(b, p) > own)) {
                return false;
            }
            change = state.together(chain, rooms, 2, p, q);
        } else {
            change = state.swap(first, second, crossing);
        }
        if (change > threshold) {
            return false;
        }
        state.moveTogether(chain, rooms, 2, p, q, change);
        return true;
    }

    private boolean chain(int event, double threshold) {
        int[] slots = table.slotsOf[table.kindOf[event]];
        int from = state.slot(event);
        int to = slots[rng.below(slots.length)];
        if (to == from || !grow(event, from, to) || !chooseRooms(from, to)) {
            return false;
        }
        int change = length == 1 ? state.shift(event, to, rooms[0]) : state.together(chain, rooms, length, from, to);
        if (change > threshold) {
            return false;
        }
        state.moveTogether(chain, rooms, length, from, to, change);
        return true;
    }

    /** Collects an event and whoever must go the other way because of those already in the chain. */
    private boolean grow(int event, int from, int to) {
        stamp++;
        chain[0] = event;
        stampOf[event] = stamp;
        length = 1;
        for (int i = 0; i < length; i++) {
            int kind = table.kindOf[chain[i]];
            int target = state.slot(chain[i]) == from ? to : from;
            if (table.slotCost[kind * table.slots + target] >= SlotTable.FORBIDDEN) {
                return false;
            }
            int left = state.rivals(kind, target);
            for (int room = 0; left > 0; room++) {
                int other = state.at(target, room);
                if (other >= 0 && table.isRival[kind * table.kinds + table.kindOf[other]]) {
                    left--;
                    if (stampOf[other] != stamp) {
                        if (length == LONGEST) {
                            return false;
                        }
                        stampOf[other] = stamp;
                        chain[length++] = other;
                    }
                }
            }
        }
        return true;
    }

    /** Everybody keeps the own room where it is free afterwards; the others take the cheapest that is. */
    private boolean chooseRooms(int from, int to) {
        boolean all = true;
        for (int i = 0; i < length; i++) {
            int side = state.slot(chain[i]) == from ? 1 : 0;
            int own = state.room(chain[i]);
            boolean open = isOpen(own, side, side == 1 ? to : from);
            rooms[i] = open ? own : -1;
            all &= open;
            if (open) {
                takenAt[2 * own + side] = stamp;
            }
        }
        for (int i = 0; i < length && !all; i++) {
            if (rooms[i] < 0) {
                int side = state.slot(chain[i]) == from ? 1 : 0;
                rooms[i] = cheapest(chain[i], side, side == 1 ? to : from);
                if (rooms[i] < 0) {
                    return false;
                }
                takenAt[2 * rooms[i] + side] = stamp;
            }
        }
        return true;
    }

    private int cheapest(int event, int side, int target) {
        int kind = table.kindOf[event];
        int own = state.room(event);
        int best = -1;
        int least = Integer.MAX_VALUE;
        for (int room : table.roomsOf[kind]) {
            if (isOpen(room, side, target)) {
                int change = state.roomChange(kind, own, room);
                if (change < least) {
                    least = change;
                    best = room;
                }
            }
        }
        return best;
    }

    /** Whether a room is free at a slot, or is left there by somebody of the chain, and not taken yet. */
    private boolean isOpen(int room, int side, int slot) {
        if (takenAt[2 * room + side] == stamp) {
            return false;
        }
        int there = state.at(slot, room);
        return there >= 0 ? stampOf[there] == stamp : state.isFree(slot, room);
    }
}
