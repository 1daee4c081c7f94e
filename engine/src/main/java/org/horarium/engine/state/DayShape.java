package org.horarium.engine.state;

import org.horarium.engine.compile.TimeAxis;

/**
 * Questions about one day, given as the bits of its busy slots in {@code words} longs from an offset on. All are bit
 * tricks of a few instructions where a day fits one long.
 */
final class DayShape {
    private DayShape() {}

    static int load(long[] day, int at, int words) {
        int load = 0;
        for (int k = 0; k < words; k++) {
            load += Long.bitCount(day[at + k]);
        }
        return load;
    }

    /** First busy slot, or −1. */
    static int first(long[] day, int at, int words) {
        for (int k = 0; k < words; k++) {
            if (day[at + k] != 0) {
                return 64 * k + Long.numberOfTrailingZeros(day[at + k]);
            }
        }
        return -1;
    }

    /** Last busy slot, or −1. */
    static int last(long[] day, int at, int words) {
        for (int k = words - 1; k >= 0; k--) {
            if (day[at + k] != 0) {
                return 64 * k + 63 - Long.numberOfLeadingZeros(day[at + k]);
            }
        }
        return -1;
    }

    /** Slots between the first and the last busy one that are neither busy nor excused. */
    static int gaps(long[] day, int at, long[] excused, int excusedAt, int words) {
        int first = first(day, at, words);
        if (first < 0) {
            return 0;
        }
        int end = last(day, at, words) + 1;
        int gaps = 0;
        for (int k = 0; k < words; k++) {
            gaps += Long.bitCount(TimeAxis.bits(first, end, k) & ~(day[at + k] | excused[excusedAt + k]));
        }
        return gaps;
    }

    /** Slots before the first busy one that are not excused; 0 on a free day. */
    static int freeBefore(long[] day, int at, long[] excused, int excusedAt, int words) {
        int first = first(day, at, words);
        int free = 0;
        for (int k = 0; k < words && 64 * k < first; k++) {
            free += Long.bitCount(TimeAxis.bits(0, first, k) & ~excused[excusedAt + k]);
        }
        return free;
    }

    /** Over all runs of busy slots, the slots beyond {@code limit}. */
    static int beyondRuns(long[] day, int at, int words, int limit) {
        if (words == 1 && limit < 64) {
            // a run of n leaves n − limit bits after limit shifts
            long runs = day[at];
            for (int i = 0; i < limit && runs != 0; i++) {
                runs &= runs >>> 1;
            }
            return Long.bitCount(runs);
        }
        int beyond = 0;
        int run = 0;
        for (int slot = 0; slot < 64 * words; slot++) {
            run = (day[at + (slot >> 6)] >>> slot & 1) != 0 ? run + 1 : 0;
            if (run > limit) {
                beyond++;
            }
        }
        return beyond;
    }

    /** Busy slots with no busy neighbour. */
    static int isolated(long[] day, int at, int words) {
        int isolated = 0;
        for (int k = 0; k < words; k++) {
            long bits = day[at + k];
            long before = bits << 1 | (k > 0 ? day[at + k - 1] >>> 63 : 0);
            long after = bits >>> 1 | (k + 1 < words ? day[at + k + 1] << 63 : 0);
            isolated += Long.bitCount(bits & ~before & ~after);
        }
        return isolated;
    }

    /** Whether anything is in the slots from (inclusive) to (exclusive). */
    static boolean uses(long[] day, int at, int words, int from, int to) {
        for (int k = 0; k < words; k++) {
            if ((day[at + k] & TimeAxis.bits(from, to, k)) != 0) {
                return true;
            }
        }
        return false;
    }
}
