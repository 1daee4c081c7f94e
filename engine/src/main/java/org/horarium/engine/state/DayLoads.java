package org.horarium.engine.state;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.compile.SetTable;
import org.horarium.engine.compile.TimeAxis;

/** How many slots a set of events takes on each day of each week ({@code MaxDayLoad}). */
final class DayLoads {
    private final SetTable table;
    private final Patterns patterns;
    private final TimeAxis axis;
    private final Ledger ledger;
    private final int[] load; // [constraint * dayCells + dayCell]

    DayLoads(CompiledProblem compiled, Ledger ledger) {
        this.table = compiled.constraints.dayLoads;
        this.patterns = compiled.patterns;
        this.axis = compiled.axis;
        this.ledger = ledger;
        load = new int[table.count * axis.dayCells];
    }

    void count(int event, int pattern, int sign) {
        int length = sign * (patterns.end[pattern] - patterns.start[pattern]);
        for (int c : table.ofEvent[event]) {
            int units = 0;
            for (long weeks = patterns.classes[pattern]; weeks != 0; weeks &= weeks - 1) {
                int week = Long.numberOfTrailingZeros(weeks);
                for (int days = patterns.days[pattern]; days != 0; days &= days - 1) {
                    int at = c * axis.dayCells + axis.dayCell(week, Integer.numberOfTrailingZeros(days));
                    units += axis.classes.size[week] * (above(c, load[at] + length) - above(c, load[at]));
                    load[at] += length;
                }
            }
            ledger.add(table.rule[c], units);
        }
    }

    void propose(int event, int from, int to) {
        int fromLength = patterns.end[from] - patterns.start[from];
        int toLength = patterns.end[to] - patterns.start[to];
        for (int c : table.ofEvent[event]) {
            int units = 0;
            for (long weeks = patterns.classes[from] | patterns.classes[to]; weeks != 0; weeks &= weeks - 1) {
                int week = Long.numberOfTrailingZeros(weeks);
                for (int days = patterns.days[from] | patterns.days[to]; days != 0; days &= days - 1) {
                    int day = Integer.numberOfTrailingZeros(days);
                    int before = load[c * axis.dayCells + axis.dayCell(week, day)];
                    int after = before
                            - (patterns.meets(from, week, day) ? fromLength : 0)
                            + (patterns.meets(to, week, day) ? toLength : 0);
                    units += axis.classes.size[week] * (above(c, after) - above(c, before));
                }
            }
            ledger.propose(table.rule[c], units);
        }
    }

    private int above(int c, int slots) {
        return Math.max(0, slots - table.first[c]);
    }
}
