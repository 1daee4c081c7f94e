package org.horarium.engine.state;

import java.util.Arrays;

/**
 * Who is where in a problem of {@link SlotTable}, while every event has a place and no hard rule is broken. What a move
 * costs is looked up in a few small arrays. Not safe for several threads.
 */
public final class SlotState {
    private static final int FORBIDDEN = SlotTable.FORBIDDEN;

    private static final int EMPTY = -1;
    private static final int CLOSED = -2;

    private final SlotTable table;
    private final int[] slot; // by event
    private final int[] room; // by event
    private final int[] at; // event, EMPTY or CLOSED, by slot and room
    private final int[] rivals; // events that share a member with a kind, by kind and slot
    private final int[] busy; // bits of the slots of a member's day, by member and day
    private final int[] dayEvents; // events of a set on a day, by set and day
    private final int[] daysUsed; // by set
    private final int[] roomEvents; // events of a set in a room, by set and room
    private final int[] roomsUsed; // by set
    private final int[] dayOf; // by slot
    private final int[] bitOf; // by slot
    private final int[] stampOf; // by member: that of the joint move that met it last
    private final boolean[] odd; // by member: whether it has met it an odd number of times
    private final int[] met;
    private final int[] setStampOf;
    private final int[] shift; // by set: events that go to the second slot, less those that go to the first
    private final int[] setsMet;
    private int stamp;
    private long cost;

    /** A state in which nothing is placed. */
    public SlotState(SlotTable table) {
        this.table = table;
        slot = new int[table.kindOf.length];
        room = new int[table.kindOf.length];
        at = new int[table.slots * table.rooms];
        rivals = new int[table.kinds * table.slots];
        busy = new int[table.memberCount * table.days];
        dayEvents = new int[table.daySetCount * table.days];
        daysUsed = new int[table.daySetCount];
        roomEvents = new int[table.roomSetCost.length * table.rooms];
        roomsUsed = new int[table.roomSetCost.length];
        dayOf = new int[table.slots];
        bitOf = new int[table.slots];
        for (int s = 0; s < table.slots; s++) {
            dayOf[s] = s / table.slotsOfDay;
            bitOf[s] = 1 << s % table.slotsOfDay;
        }
        stampOf = new int[table.memberCount];
        odd = new boolean[table.memberCount];
        met = new int[table.memberCount];
        setStampOf = new int[table.daySetCount];
        shift = new int[table.daySetCount];
        setsMet = new int[table.daySetCount];
    }

    /**
     * Takes over a plan.
     *
     * @param slots slot of each event
     * @param rooms room of each event
     * @param total what the plan costs
     */
    public void load(int[] slots, int[] rooms, long total) {
        for (int i = 0; i < at.length; i++) {
            at[i] = table.isOpen[i] ? EMPTY : CLOSED;
        }
        for (int[] counts : new int[][] {rivals, busy, dayEvents, daysUsed, roomEvents, roomsUsed}) {
            Arrays.fill(counts, 0);
        }
        for (int event = 0; event < slot.length; event++) {
            insert(event, slots[event], rooms[event]);
        }
        cost = total;
    }

    /** The tables behind it. */
    public SlotTable table() {
        return table;
    }

    /** What the plan costs. */
    public long cost() {
        return cost;
    }

    /** Slot of an event. */
    public int slot(int event) {
        return slot[event];
    }

    /** Room of an event. */
    public int room(int event) {
        return room[event];
    }

    /** The event in a room at a slot; below 0 if there is none. */
    public int at(int inSlot, int inRoom) {
        return at[inSlot * table.rooms + inRoom];
    }

    /** Whether a room is free at a slot. */
    public boolean isFree(int inSlot, int inRoom) {
        return at[inSlot * table.rooms + inRoom] == EMPTY;
    }

    /** Number of events at a slot that share a group or a person with an event's kind. */
    public int rivals(int kind, int inSlot) {
        return rivals[kind * table.slots + inSlot];
    }

    /** Copies where everything is. */
    public void copyTo(int[] slots, int[] rooms) {
        System.arraycopy(slot, 0, slots, 0, slot.length);
        System.arraycopy(room, 0, rooms, 0, room.length);
    }

    // ---- what would be

    /** What it would cost to bring an event to a free room at a slot; at least {@link SlotTable#FORBIDDEN} if it must not. */
    public int shift(int event, int toSlot, int toRoom) {
        int kind = table.kindOf[event];
        int from = slot[event];
        if (toSlot != from && rivals[kind * table.slots + toSlot] > 0) {
            return FORBIDDEN;
        }
        int change = toRoom == room[event] ? 0 : roomChange(kind, room[event], toRoom);
        return toSlot == from || change >= FORBIDDEN / 2 ? change : change + timeChange(kind, from, toSlot);
    }

    /** Likewise, for two events of kinds that are not tied, which exchange slots and, if asked, rooms. */
    public int swap(int first, int second, boolean rooms) {
        int a = table.kindOf[first];
        int b = table.kindOf[second];
        int p = slot[first];
        int q = slot[second];
        int change = 0;
        if (p != q) {
            if (rivals[a * table.slots + q] > 0 || rivals[b * table.slots + p] > 0) {
                return FORBIDDEN;
            }
        }
        if (rooms) {
            change += roomChange(a, room[first], room[second]) + roomChange(b, room[second], room[first]);
        }
        if (p != q && change < FORBIDDEN / 2) {
            change += timeChange(a, p, q) + timeChange(b, q, p);
        }
        return change;
    }

    /** What it would cost if one event of a kind had another room. */
    public int roomChange(int kind, int from, int to) {
        int change = table.roomCost[kind * table.rooms + to] - table.roomCost[kind * table.rooms + from];
        for (int set : table.roomSets[kind]) {
            int used = roomsUsed[set];
            int after = used
                    - (roomEvents[set * table.rooms + from] == 1 ? 1 : 0)
                    + (roomEvents[set * table.rooms + to] == 0 ? 1 : 0);
            int free = table.roomSetFree[set];
            change += (Math.max(after, free) - Math.max(used, free)) * table.roomSetCost[set];
        }
        return change;
    }

    private int timeChange(int kind, int from, int to) {
        int change = table.slotCost[kind * table.slots + to] - table.slotCost[kind * table.slots + from];
        if (dayOf[from] != dayOf[to]) {
            for (int set : table.daySets[kind]) {
                change += daySetChange(set, dayOf[from], dayOf[to], 1);
            }
        }
        for (int member : table.members[kind]) {
            change += dayChange(member, from, to);
        }
        return change;
    }

    /** What it costs if so many events of a set go from a day to another. */
    private int daySetChange(int set, int from, int to, int count) {
        int used = daysUsed[set];
        int after = used
                - (dayEvents[set * table.days + from] == count ? 1 : 0)
                + (dayEvents[set * table.days + to] == 0 ? 1 : 0);
        int costs = set * (table.days + 1);
        return table.daySetCost[costs + after] - table.daySetCost[costs + used];
    }

    /** What it costs if a member's event goes from one of two slots to the other. */
    private int dayChange(int member, int from, int to) {
        int day = dayOf[from];
        int cell = member * table.days + day;
        int costs = table.dayCostAt[cell];
        int bits = busy[cell];
        if (day == dayOf[to]) {
            return table.dayCost[costs + (bits ^ bitOf[from] ^ bitOf[to])] - table.dayCost[costs + bits];
        }
        int otherCell = member * table.days + dayOf[to];
        int otherCosts = table.dayCostAt[otherCell];
        int otherBits = busy[otherCell];
        return table.dayCost[costs + (bits ^ bitOf[from])]
                - table.dayCost[costs + bits]
                + table.dayCost[otherCosts + (otherBits ^ bitOf[to])]
                - table.dayCost[otherCosts + otherBits];
    }

    /**
     * What it would cost if several events, all of them at one of two slots, went to the other, each into a room. A group or a
     * person that comes and goes keeps its days. That they are no rivals then is for the caller to see to.
     *
     * @param events the events
     * @param rooms their rooms afterwards
     * @param count how many of both
     * @param first one of the slots
     * @param second the other
     */
    public int together(int[] events, int[] rooms, int count, int first, int second) {
        int change = roomChanges(events, rooms, count);
        if (first == second) {
            return change;
        }
        stamp++;
        int memberCount = 0;
        int setCount = 0;
        for (int i = 0; i < count; i++) {
            int event = events[i];
            int kind = table.kindOf[event];
            boolean forth = slot[event] == first;
            change += table.slotCost[kind * table.slots + (forth ? second : first)]
                    - table.slotCost[kind * table.slots + slot[event]];
            for (int member : table.members[kind]) {
                if (stampOf[member] != stamp) {
                    stampOf[member] = stamp;
                    odd[member] = false;
                    met[memberCount++] = member;
                }
                odd[member] = !odd[member];
            }
            for (int set : table.daySets[kind]) {
                if (setStampOf[set] != stamp) {
                    setStampOf[set] = stamp;
                    shift[set] = 0;
                    setsMet[setCount++] = set;
                }
                shift[set] += forth ? 1 : -1;
            }
        }
        for (int i = 0; i < memberCount; i++) {
            if (odd[met[i]]) {
                change += dayChange(met[i], first, second);
            }
        }
        int from = dayOf[first];
        int to = dayOf[second];
        for (int i = 0; i < setCount && from != to; i++) {
            int set = setsMet[i];
            if (shift[set] > 0) {
                change += daySetChange(set, from, to, shift[set]);
            } else if (shift[set] < 0) {
                change += daySetChange(set, to, from, -shift[set]);
            }
        }
        return change;
    }

    /** Several events may be in one set, so the changes are made one after the other and taken back. */
    private int roomChanges(int[] events, int[] rooms, int count) {
        int change = 0;
        int moved = 0;
        for (int i = 0; i < count; i++) {
            int event = events[i];
            if (rooms[i] != room[event]) {
                int kind = table.kindOf[event];
                change += roomChange(kind, room[event], rooms[i]);
                countRoom(kind, room[event], -1);
                countRoom(kind, rooms[i], 1);
                moved = i + 1;
            }
        }
        for (int i = 0; i < moved; i++) {
            int event = events[i];
            if (rooms[i] != room[event]) {
                int kind = table.kindOf[event];
                countRoom(kind, rooms[i], -1);
                countRoom(kind, room[event], 1);
            }
        }
        return change;
    }

    // ---- changes

    /** Brings an event to a free room at a slot, which was said to change the cost so. */
    public void move(int event, int toSlot, int toRoom, int change) {
        remove(event);
        insert(event, toSlot, toRoom);
        cost += change;
    }

    /** Brings several events to the other of two slots each, see {@link #together}. */
    public void moveTogether(int[] events, int[] rooms, int count, int first, int second, int change) {
        for (int i = 0; i < count; i++) {
            remove(events[i]);
        }
        for (int i = 0; i < count; i++) {
            int event = events[i];
            insert(event, slot[event] == first ? second : first, rooms[i]);
        }
        cost += change;
    }

    private void remove(int event) {
        int kind = table.kindOf[event];
        int from = slot[event];
        at[from * table.rooms + room[event]] = EMPTY;
        for (int rival : table.rivals[kind]) {
            rivals[rival * table.slots + from]--;
        }
        for (int member : table.members[kind]) {
            busy[member * table.days + dayOf[from]] ^= bitOf[from];
        }
        for (int set : table.daySets[kind]) {
            if (--dayEvents[set * table.days + dayOf[from]] == 0) {
                daysUsed[set]--;
            }
        }
        countRoom(kind, room[event], -1);
    }

    private void insert(int event, int toSlot, int toRoom) {
        int kind = table.kindOf[event];
        slot[event] = toSlot;
        room[event] = toRoom;
        at[toSlot * table.rooms + toRoom] = event;
        for (int rival : table.rivals[kind]) {
            rivals[rival * table.slots + toSlot]++;
        }
        for (int member : table.members[kind]) {
            busy[member * table.days + dayOf[toSlot]] ^= bitOf[toSlot];
        }
        for (int set : table.daySets[kind]) {
            if (++dayEvents[set * table.days + dayOf[toSlot]] == 1) {
                daysUsed[set]++;
            }
        }
        countRoom(kind, toRoom, 1);
    }

    private void countRoom(int kind, int where, int sign) {
        for (int set : table.roomSets[kind]) {
            int before = roomEvents[set * table.rooms + where];
            roomEvents[set * table.rooms + where] = before + sign;
            if (sign > 0 ? before == 0 : before == 1) {
                roomsUsed[set] += sign;
            }
        }
    }
}
