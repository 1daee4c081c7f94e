package org.horarium.engine.state;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.compile.SetTable;
import org.horarium.engine.compile.TimeAxis;

/**
 * Blocks that a set of events forms on a day: their number ({@code MaxBreaks}) or their length ({@code MaxBlock}). Events
 * at most {@code second} slots apart belong to one block. The touched days are counted anew; few events have such rules.
 */
final class Blocks {
    private final SetTable table;
    private final boolean lengths;
    private final Patterns patterns;
    private final TimeAxis axis;
    private final Ledger ledger;
    private final int[] pattern; // the state's
    private final int[] units; // [constraint * dayCells + dayCell]
    private final int[] starts; // scratch, sorted by start
    private final int[] ends;

    /**
     * @param lengths whether blocks that are too long count, or breaks that are too many
     */
    Blocks(CompiledProblem compiled, SetTable table, boolean lengths, int[] pattern, Ledger ledger) {
        this.table = table;
        this.lengths = lengths;
        this.patterns = compiled.patterns;
        this.axis = compiled.axis;
        this.ledger = ledger;
        this.pattern = pattern;
        units = new int[table.count * axis.dayCells];
        int largest = 0;
        for (int[] events : table.events) {
            largest = Math.max(largest, events.length);
        }
        starts = new int[largest];
        ends = new int[largest];
    }

    /** Counts the days of a pattern anew, after an event with it came ({@code now} its pattern) or before it goes. */
    void refresh(int event, int touched, int now) {
        for (int c : table.ofEvent[event]) {
            int change = 0;
            for (long weeks = patterns.classes[touched]; weeks != 0; weeks &= weeks - 1) {
                int week = Long.numberOfTrailingZeros(weeks);
                for (int days = patterns.days[touched]; days != 0; days &= days - 1) {
                    int day = Integer.numberOfTrailingZeros(days);
                    int at = c * axis.dayCells + axis.dayCell(week, day);
                    int value = unitsOf(c, week, day, event, now);
                    change += axis.classes.size[week] * (value - units[at]);
                    units[at] = value;
                }
            }
            ledger.add(table.rule[c], change);
        }
    }

    void propose(int event, int from, int to) {
        for (int c : table.ofEvent[event]) {
            int change = 0;
            for (long weeks = patterns.classes[from] | patterns.classes[to]; weeks != 0; weeks &= weeks - 1) {
                int week = Long.numberOfTrailingZeros(weeks);
                for (int days = patterns.days[from] | patterns.days[to]; days != 0; days &= days - 1) {
                    int day = Integer.numberOfTrailingZeros(days);
                    int before = units[c * axis.dayCells + axis.dayCell(week, day)];
                    change += axis.classes.size[week] * (unitsOf(c, week, day, event, to) - before);
                }
            }
            ledger.propose(table.rule[c], change);
        }
    }

    private int unitsOf(int c, int week, int day, int event, int eventPattern) {
        int size = 0;
        for (int other : table.events[c]) {
            int p = other == event ? eventPattern : pattern[other];
            if (patterns.meets(p, week, day)) {
                int at = size++;
                while (at > 0 && starts[at - 1] > patterns.start[p]) {
                    starts[at] = starts[at - 1];
                    ends[at] = ends[at - 1];
                    at--;
                }
                starts[at] = patterns.start[p];
                ends[at] = patterns.end[p];
            }
        }
        int blocks = 0;
        int tooLong = 0;
        for (int i = 0; i < size; ) {
            int end = ends[i];
            int next = i + 1;
            while (next < size && starts[next] <= end + table.second[c]) {
                end = Math.max(end, ends[next]);
                next++;
            }
            blocks++;
            if (next - i > 1 && end - starts[i] > table.first[c]) {
                tooLong++;
            }
            i = next;
        }
        return lengths ? tooLong : Math.max(0, blocks - 1 - table.first[c]);
    }
}
