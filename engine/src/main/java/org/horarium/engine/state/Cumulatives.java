package org.horarium.engine.state;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.compile.SetTable;
import org.horarium.engine.compile.TimeAxis;

/** How many pieces of something scarce are in use in each slot ({@code Cumulative}). */
final class Cumulatives {
    private final SetTable table;
    private final Patterns patterns;
    private final TimeAxis axis;
    private final Ledger ledger;
    private final int[] used; // [(constraint * dayCells + dayCell) * slots + slot]

    Cumulatives(CompiledProblem compiled, Ledger ledger) {
        this.table = compiled.constraints.cumulatives;
        this.patterns = compiled.patterns;
        this.axis = compiled.axis;
        this.ledger = ledger;
        used = new int[table.count * axis.dayCells * axis.slots];
    }

    void count(int event, int pattern, int sign) {
        int[] constraints = table.ofEvent[event];
        for (int i = 0; i < constraints.length; i++) {
            int c = constraints[i];
            int amount = sign * table.amounts[event][i];
            int units = 0;
            for (long weeks = patterns.classes[pattern]; weeks != 0; weeks &= weeks - 1) {
                int week = Long.numberOfTrailingZeros(weeks);
                for (int days = patterns.days[pattern]; days != 0; days &= days - 1) {
                    int base = base(c, week, Integer.numberOfTrailingZeros(days));
                    for (int at = base + patterns.start[pattern]; at < base + patterns.end[pattern]; at++) {
                        units += axis.classes.size[week] * (above(c, used[at] + amount) - above(c, used[at]));
                        used[at] += amount;
                    }
                }
            }
            ledger.add(table.rule[c], units);
        }
    }

    void propose(int event, int from, int to) {
        int[] constraints = table.ofEvent[event];
        for (int i = 0; i < constraints.length; i++) {
            int c = constraints[i];
            int amount = table.amounts[event][i];
            ledger.propose(table.rule[c], without(c, from, to, -amount) + without(c, to, from, amount));
        }
    }

    /** Units that change where {@code pattern} meets and {@code other} does not. */
    private int without(int c, int pattern, int other, int amount) {
        int units = 0;
        for (long weeks = patterns.classes[pattern]; weeks != 0; weeks &= weeks - 1) {
            int week = Long.numberOfTrailingZeros(weeks);
            for (int days = patterns.days[pattern]; days != 0; days &= days - 1) {
                int day = Integer.numberOfTrailingZeros(days);
                int base = base(c, week, day);
                boolean shared = patterns.meets(other, week, day);
                for (int slot = patterns.start[pattern]; slot < patterns.end[pattern]; slot++) {
                    if (!shared || slot < patterns.start[other] || slot >= patterns.end[other]) {
                        int now = used[base + slot];
                        units += axis.classes.size[week] * (above(c, now + amount) - above(c, now));
                    }
                }
            }
        }
        return units;
    }

    /** Units of hard violation in the slots of an event. */
    int violations(int event, int pattern, boolean[] hard) {
        int units = 0;
        for (int c : table.ofEvent[event]) {
            if (!hard[table.rule[c]]) {
                continue;
            }
            for (long weeks = patterns.classes[pattern]; weeks != 0; weeks &= weeks - 1) {
                int week = Long.numberOfTrailingZeros(weeks);
                for (int days = patterns.days[pattern]; days != 0; days &= days - 1) {
                    int base = base(c, week, Integer.numberOfTrailingZeros(days));
                    for (int at = base + patterns.start[pattern]; at < base + patterns.end[pattern]; at++) {
                        units += above(c, used[at]);
                    }
                }
            }
        }
        return units;
    }

    private int base(int c, int week, int day) {
        return (c * axis.dayCells + axis.dayCell(week, day)) * axis.slots;
    }

    private int above(int c, int pieces) {
        return Math.max(0, pieces - table.first[c]);
    }
}
