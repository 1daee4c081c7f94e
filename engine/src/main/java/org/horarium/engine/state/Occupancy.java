package org.horarium.engine.state;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.compile.TimeAxis;

/**
 * Who of one kind (rooms, people, groups) is busy when, as bits. Units: for each slot of a week class, the events beyond
 * the first, plus the events while unavailable.
 */
final class Occupancy {
    private final Patterns patterns;
    private final TimeAxis axis;
    private final int cells;
    private final int stride;
    private final int rule;
    private final Ledger ledger;
    private final long[] unavailable;
    private final long[] busy;
    private final long[] crowded; // bits of slots with two events or more
    private final short[] counts; // events in a slot; only kept where it is crowded

    Occupancy(CompiledProblem compiled, int members, long[] unavailable, int rule, Ledger ledger) {
        this.patterns = compiled.patterns;
        this.axis = compiled.axis;
        this.cells = compiled.axis.cells;
        this.stride = Math.min(64, compiled.axis.slots);
        this.rule = rule;
        this.ledger = ledger;
        this.unavailable = unavailable;
        busy = new long[members * cells];
        crowded = new long[members * cells];
        counts = new short[members * cells * stride];
    }

    /** Bits of a cell in which the member is busy. */
    long busy(int member, int cell) {
        return busy[member * cells + cell];
    }

    /** Bits of a cell that stay busy when one event there goes. */
    long crowded(int member, int cell) {
        return crowded[member * cells + cell];
    }

    /** Bits of a cell in which the member is unavailable. */
    long unavailable(int member, int cell) {
        return unavailable[member * cells + cell];
    }

    void insert(int member, int pattern) {
        int base = member * cells;
        int units = 0;
        for (int i = patterns.cellAt[pattern]; i < patterns.cellAt[pattern + 1]; i++) {
            int at = base + patterns.cell[i];
            long mask = patterns.cellMask[i];
            long both = busy[at] & mask;
            units += Long.bitCount(both) + Long.bitCount(unavailable[at] & mask);
            for (long rest = both; rest != 0; rest &= rest - 1) {
                long bit = rest & -rest;
                int slot = at * stride + Long.numberOfTrailingZeros(bit);
                counts[slot] = (short) ((crowded[at] & bit) == 0 ? 2 : counts[slot] + 1);
            }
            crowded[at] |= both;
            busy[at] |= mask;
        }
        ledger.add(rule, units);
    }

    void remove(int member, int pattern) {
        int base = member * cells;
        int units = 0;
        for (int i = patterns.cellAt[pattern]; i < patterns.cellAt[pattern + 1]; i++) {
            int at = base + patterns.cell[i];
            long mask = patterns.cellMask[i];
            long both = crowded[at] & mask;
            units += Long.bitCount(both) + Long.bitCount(unavailable[at] & mask);
            busy[at] &= ~mask | both;
            for (long rest = both; rest != 0; rest &= rest - 1) {
                long bit = rest & -rest;
                if (--counts[at * stride + Long.numberOfTrailingZeros(bit)] == 1) {
                    crowded[at] &= ~bit;
                }
            }
        }
        ledger.add(rule, -units);
    }

    /** Proposes that an event of the member leaves {@code from} and takes {@code to}; either may be no pattern. */
    void propose(int member, int from, int to) {
        int base = member * cells;
        int units = 0;
        for (int i = patterns.cellAt[from]; i < patterns.cellAt[from + 1]; i++) {
            int at = base + patterns.cell[i];
            long mask = patterns.cellMask[i];
            units -= Long.bitCount(crowded[at] & mask) + Long.bitCount(unavailable[at] & mask);
        }
        for (int i = patterns.cellAt[to]; i < patterns.cellAt[to + 1]; i++) {
            int at = base + patterns.cell[i];
            long mask = patterns.cellMask[i];
            long own = maskIn(from, patterns.cell[i]) & ~crowded[at];
            units += Long.bitCount(busy[at] & ~own & mask) + Long.bitCount(unavailable[at] & mask);
        }
        ledger.propose(rule, units);
    }

    /** Whether the member could take {@code to} without any violation once its event at {@code own} is gone. */
    boolean isFree(int member, int to, int own) {
        int base = member * cells;
        int last = patterns.cellAt[to + 1];
        for (int i = patterns.cellAt[to]; i < last; i++) {
            int at = base + patterns.cell[i];
            long mask = patterns.cellMask[i];
            if ((unavailable[at] & mask) != 0) {
                return false;
            }
            long taken = busy[at] & mask;
            if (taken != 0 && (taken & (~maskIn(own, patterns.cell[i]) | crowded[at])) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether the member is unavailable at some slot of a pattern. */
    boolean isUnavailable(int member, int pattern) {
        for (int i = patterns.cellAt[pattern]; i < patterns.cellAt[pattern + 1]; i++) {
            if ((unavailable[member * cells + patterns.cell[i]] & patterns.cellMask[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Number of violations that an event at this pattern takes part in. */
    int violations(int member, int pattern) {
        int units = 0;
        for (int i = patterns.cellAt[pattern]; i < patterns.cellAt[pattern + 1]; i++) {
            int at = member * cells + patterns.cell[i];
            units += Long.bitCount(crowded[at] & patterns.cellMask[i])
                    + Long.bitCount(unavailable[at] & patterns.cellMask[i]);
        }
        return units;
    }

    private long maskIn(int pattern, int cell) {
        return patterns.meets(pattern, axis.weekOfCell[cell], axis.dayOfCell[cell])
                ? patterns.word[pattern * axis.words + axis.wordOfCell[cell]]
                : 0;
    }
}
