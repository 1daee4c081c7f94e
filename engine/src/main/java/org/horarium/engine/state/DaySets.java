package org.horarium.engine.state;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.compile.SetTable;

/** How many different days a set of events uses: at least ({@code WorkingDays}) or at most ({@code MaxDays}) so many. */
final class DaySets {
    private final SetTable table;
    private final boolean atLeast;
    private final Patterns patterns;
    private final int days;
    private final Ledger ledger;
    private final int[] used; // bit mask of days, by constraint
    private final int[] events; // [constraint * days + day]

    DaySets(CompiledProblem compiled, SetTable table, boolean atLeast, Ledger ledger) {
        this.table = table;
        this.atLeast = atLeast;
        this.patterns = compiled.patterns;
        this.days = compiled.axis.days;
        this.ledger = ledger;
        used = new int[table.count];
        events = new int[table.count * days];
        for (int c = 0; c < table.count; c++) {
            ledger.add(table.rule[c], units(c, 0));
        }
    }

    void insert(int event, int pattern) {
        for (int c : table.ofEvent[event]) {
            int before = used[c];
            for (int mask = patterns.days[pattern]; mask != 0; mask &= mask - 1) {
                int day = Integer.numberOfTrailingZeros(mask);
                if (++events[c * days + day] == 1) {
                    used[c] |= 1 << day;
                }
            }
            ledger.add(table.rule[c], units(c, used[c]) - units(c, before));
        }
    }

    void remove(int event, int pattern) {
        for (int c : table.ofEvent[event]) {
            int before = used[c];
            used[c] = without(c, patterns.days[pattern]);
            for (int mask = patterns.days[pattern]; mask != 0; mask &= mask - 1) {
                events[c * days + Integer.numberOfTrailingZeros(mask)]--;
            }
            ledger.add(table.rule[c], units(c, used[c]) - units(c, before));
        }
    }

    void propose(int event, int from, int to) {
        if (patterns.days[from] == patterns.days[to]) {
            return;
        }
        for (int c : table.ofEvent[event]) {
            proposeOne(c, from, to);
        }
    }

    /** Proposes for one constraint that one of its events goes from a pattern to another. */
    void proposeOne(int c, int from, int to) {
        int after = without(c, patterns.days[from]) | patterns.days[to];
        ledger.propose(table.rule[c], units(c, after) - units(c, used[c]));
    }

    private int without(int c, int mask) {
        int result = used[c];
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            int day = Integer.numberOfTrailingZeros(rest);
            if (events[c * days + day] == 1) {
                result &= ~(1 << day);
            }
        }
        return result;
    }

    private int units(int c, int mask) {
        int count = Integer.bitCount(mask);
        return Math.max(0, atLeast ? table.first[c] - count : count - table.first[c]);
    }
}
