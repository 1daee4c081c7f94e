package org.horarium.engine.state;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.compile.SelectionTable;
import org.horarium.engine.compile.SetTable;
import org.horarium.engine.compile.TimeAxis;

/** What sets of events do in selected slots ({@code EventsWithin}, {@code AtOnceWithin}, {@code SlotsWithin}). */
final class Selections {
    private final SelectionTable table;
    private final SetTable sets;
    private final Patterns patterns;
    private final TimeAxis axis;
    private final Ledger ledger;
    private final int[] events; // [(constraint * dayCells + dayCell) * slots + slot], of the selected slots
    private final int[] used; // selected slots that are, [constraint * week classes + week]
    private final int[] inside; // events that meet the selection, by constraint

    Selections(CompiledProblem compiled, Ledger ledger) {
        this.table = compiled.constraints.selections;
        this.sets = table.sets;
        this.patterns = compiled.patterns;
        this.axis = compiled.axis;
        this.ledger = ledger;
        events = new int[sets.count * axis.dayCells * axis.slots];
        used = new int[sets.count * axis.classes.count];
        inside = new int[sets.count];
        for (int c = 0; c < sets.count; c++) {
            if (table.kind[c] == SelectionTable.SLOTS) {
                ledger.add(sets.rule[c], (long) axis.weeks * beyond(c, 0));
            }
        }
    }

    void insert(int event, int pattern) {
        for (int c : sets.ofEvent[event]) {
            ledger.add(sets.rule[c], change(c, patterns.none, pattern, true));
            shift(c, pattern, 1);
        }
    }

    void remove(int event, int pattern) {
        for (int c : sets.ofEvent[event]) {
            ledger.add(sets.rule[c], change(c, pattern, patterns.none, true));
            shift(c, pattern, -1);
        }
    }

    void propose(int event, int from, int to) {
        for (int c : sets.ofEvent[event]) {
            ledger.propose(sets.rule[c], change(c, from, to, false));
        }
    }

    /** Units that come when an event of a constraint goes from a pattern to another; noting the slots used, if that is asked. */
    private long change(int c, int from, int to, boolean note) {
        if (table.kind[c] == SelectionTable.EVENTS) {
            int now = inside[c];
            return beyond(c, now + (meets(c, to) ? 1 : 0) - (meets(c, from) ? 1 : 0)) - beyond(c, now);
        }
        long units = 0;
        for (long weeks = patterns.classes[from] | patterns.classes[to]; weeks != 0; weeks &= weeks - 1) {
            int week = Long.numberOfTrailingZeros(weeks);
            int change = 0;
            for (int days = patterns.days[from] | patterns.days[to]; days != 0; days &= days - 1) {
                change += change(c, week, Integer.numberOfTrailingZeros(days), from, to);
            }
            if (table.kind[c] == SelectionTable.AT_ONCE) {
                units += (long) change * axis.classes.size[week];
                continue;
            }
            int at = c * axis.classes.count + week;
            units += (beyond(c, used[at] + change) - beyond(c, used[at])) * axis.classes.size[week];
            used[at] += note ? change : 0;
        }
        return units;
    }

    /** On one day: the change of the number of slots in use, or of the events too many at once. */
    private int change(int c, int week, int day, int from, int to) {
        boolean leaves = patterns.meets(from, week, day);
        boolean takes = patterns.meets(to, week, day);
        int dayCell = axis.dayCell(week, day);
        int change = 0;
        for (int k = 0; k < axis.words; k++) {
            long before = leaves ? patterns.word[from * axis.words + k] : 0;
            long after = takes ? patterns.word[to * axis.words + k] : 0;
            long selected = table.mask[c][dayCell * axis.words + k];
            int base = (c * axis.dayCells + dayCell) * axis.slots + 64 * k;
            for (long gone = before & ~after & selected; gone != 0; gone &= gone - 1) {
                change -= counts(c, events[base + Long.numberOfTrailingZeros(gone)]);
            }
            for (long come = after & ~before & selected; come != 0; come &= come - 1) {
                change += counts(c, events[base + Long.numberOfTrailingZeros(come)] + 1);
            }
        }
        return change;
    }

    /** What the last of so many events in a slot makes: 1 if it is the first, or one too many. */
    private int counts(int c, int number) {
        return table.kind[c] == SelectionTable.SLOTS ? (number == 1 ? 1 : 0) : number > sets.first[c] ? 1 : 0;
    }

    private void shift(int c, int pattern, int sign) {
        if (table.kind[c] == SelectionTable.EVENTS) {
            inside[c] += meets(c, pattern) ? sign : 0;
            return;
        }
        for (int i = patterns.cellAt[pattern]; i < patterns.cellAt[pattern + 1]; i++) {
            int cell = patterns.cell[i];
            int base = (c * axis.dayCells + cell / axis.words) * axis.slots + 64 * axis.wordOfCell[cell];
            for (long rest = patterns.cellMask[i] & table.mask[c][cell]; rest != 0; rest &= rest - 1) {
                events[base + Long.numberOfTrailingZeros(rest)] += sign;
            }
        }
    }

    private boolean meets(int c, int pattern) {
        for (int i = patterns.cellAt[pattern]; i < patterns.cellAt[pattern + 1]; i++) {
            if ((patterns.cellMask[i] & table.mask[c][patterns.cell[i]]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** How far a number is above the most or below the least that a constraint allows. */
    private long beyond(int c, int number) {
        return Math.max(0, Math.max(number - sets.first[c], sets.second[c] - number));
    }
}
