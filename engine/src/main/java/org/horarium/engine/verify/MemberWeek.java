package org.horarium.engine.verify;

import java.util.BitSet;
import java.util.List;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.TimePattern;

/** One week of a person or a group, slot by slot. */
final class MemberWeek {
    private final BitSet[] busy;
    private final BitSet[] unavailable;

    MemberWeek(Grid grid, int week, List<Placed> events, List<TimePattern> unavailable) {
        this.busy = empty(grid.days());
        this.unavailable = empty(grid.days());
        for (Placed item : events) {
            mark(this.busy, week, item.time());
        }
        unavailable.forEach(time -> mark(this.unavailable, week, time));
    }

    private static BitSet[] empty(int days) {
        BitSet[] sets = new BitSet[days];
        for (int day = 0; day < days; day++) {
            sets[day] = new BitSet();
        }
        return sets;
    }

    private static void mark(BitSet[] days, int week, TimePattern time) {
        if ((time.weeks() >>> week & 1) == 0) {
            return;
        }
        for (int day = 0; day < days.length; day++) {
            if ((time.days() >>> day & 1) != 0) {
                days[day].set(time.start(), time.end());
            }
        }
    }

    int days() {
        return busy.length;
    }

    boolean isFree(int day) {
        return busy[day].isEmpty();
    }

    /** Busy slots of a day; two events at the same time count once. */
    int load(int day) {
        return busy[day].cardinality();
    }

    int load() {
        int load = 0;
        for (int day = 0; day < days(); day++) {
            load += load(day);
        }
        return load;
    }

    int busyDays() {
        int count = 0;
        for (int day = 0; day < days(); day++) {
            count += isFree(day) ? 0 : 1;
        }
        return count;
    }

    /** First busy slot of a day that is not free. */
    int first(int day) {
        return busy[day].nextSetBit(0);
    }

    /** Last busy slot of a day that is not free. */
    int last(int day) {
        return busy[day].length() - 1;
    }

    /** Slots between the first and the last busy one that are neither busy nor unavailable. */
    int gaps(int day) {
        int gaps = 0;
        for (int slot = Math.max(0, first(day)); slot < last(day); slot++) {
            gaps += busy[day].get(slot) || unavailable[day].get(slot) ? 0 : 1;
        }
        return gaps;
    }

    /** Slots before the first busy one in which the member is not unavailable; 0 on a free day. */
    int freeBefore(int day) {
        int free = 0;
        for (int slot = 0; slot < first(day); slot++) {
            free += unavailable[day].get(slot) ? 0 : 1;
        }
        return free;
    }

    /** Sum, over the runs of busy slots of a day, of the slots above a limit. */
    int slotsAbove(int day, int limit) {
        int above = 0;
        for (int start = busy[day].nextSetBit(0); start >= 0; ) {
            int end = busy[day].nextClearBit(start);
            above += Math.max(0, end - start - limit);
            start = busy[day].nextSetBit(end);
        }
        return above;
    }

    int isolated(int day) {
        int count = 0;
        for (int slot = busy[day].nextSetBit(0); slot >= 0; slot = busy[day].nextSetBit(slot + 1)) {
            boolean before = slot > 0 && busy[day].get(slot - 1);
            count += before || busy[day].get(slot + 1) ? 0 : 1;
        }
        return count;
    }

    /** Whether anything is in the slots {@code from} (inclusive) to {@code to} (exclusive) of a day. */
    boolean busyWithin(int day, int from, int to) {
        int slot = busy[day].nextSetBit(from);
        return slot >= 0 && slot < to;
    }
}
