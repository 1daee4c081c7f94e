package org.horarium.engine.state;

import org.horarium.engine.compile.CalendarTable;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.compile.Patterns;
import org.horarium.engine.compile.TimeAxis;

/** Calendar rules of the people or of the groups, counted from the bits of their {@link Occupancy}. */
final class Calendars {
    private final CalendarTable table;
    private final Occupancy occupancy;
    private final Patterns patterns;
    private final TimeAxis axis;
    private final Ledger ledger;
    private final boolean[] hard; // by rule
    private final int[] units; // [rule * dayCells + dayCell], week rules use the week class as index
    private final long[] busy; // scratch: the bits of one member
    private final long[] excused;

    Calendars(CompiledProblem compiled, CalendarTable table, Occupancy occupancy, int members, Ledger ledger) {
        this.table = table;
        this.occupancy = occupancy;
        this.patterns = compiled.patterns;
        this.axis = compiled.axis;
        this.ledger = ledger;
        hard = compiled.rules.hard;
        units = new int[table.count() * axis.dayCells];
        busy = new long[axis.cells];
        excused = new long[axis.cells];
        for (int member = 0; member < members; member++) {
            if (!table.isEmpty(member)) {
                for (int week = 0; week < axis.classes.count; week++) {
                    load(member, week);
                    for (int day = 0; day < axis.days; day++) {
                        refreshDay(member, week, day);
                    }
                    refreshWeek(member, week);
                }
            }
        }
    }

    /** Steps of work that a look at a member's calendar is. */
    int work(int member) {
        return 2 + 2 * (table.dayAt[member + 1] - table.dayAt[member]);
    }

    /** Whether a hard rule of the member is broken on a day or in a week of a pattern. */
    boolean isBroken(int member, int pattern) {
        for (long weeks = patterns.classes[pattern]; weeks != 0; weeks &= weeks - 1) {
            int week = Long.numberOfTrailingZeros(weeks);
            for (int i = table.dayAt[member]; i < table.dayAt[member + 1]; i++) {
                if (!hard[table.rule[i]]) {
                    continue;
                }
                if (i >= table.weekAt[member]) {
                    if (units[i * axis.dayCells + week] > 0) {
                        return true;
                    }
                    continue;
                }
                // What is missing on a day may come from any other.
                boolean anyDay = table.type[i] == CalendarTable.MIN_SLOTS_DAY
                        || table.type[i] == CalendarTable.MIN_SLOTS_DAY_OR_NONE;
                int among = anyDay ? (1 << axis.days) - 1 : patterns.days[pattern];
                for (int days = among; days != 0; days &= days - 1) {
                    if (units[i * axis.dayCells + axis.dayCell(week, Integer.numberOfTrailingZeros(days))] > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Counts anew where an event of the member with this pattern came or went. */
    void refresh(int member, int pattern) {
        if (table.isEmpty(member)) {
            return;
        }
        for (long weeks = patterns.classes[pattern]; weeks != 0; weeks &= weeks - 1) {
            int week = Long.numberOfTrailingZeros(weeks);
            boolean weekRules = table.weekAt[member] < table.dayAt[member + 1];
            if (weekRules) {
                load(member, week);
            }
            for (int days = patterns.days[pattern]; days != 0; days &= days - 1) {
                int day = Integer.numberOfTrailingZeros(days);
                if (!weekRules) {
                    loadDay(member, axis.dayCell(week, day));
                }
                refreshDay(member, week, day);
            }
            if (weekRules) {
                refreshWeek(member, week);
            }
        }
    }

    /** Proposes that an event of the member leaves {@code from} and takes {@code to}; either may be no pattern. */
    void propose(int member, int from, int to) {
        if (table.isEmpty(member)) {
            return;
        }
        int words = axis.words;
        int cellFrom = patterns.soleCell[from];
        int cellTo = patterns.soleCell[to];
        if (words == 1 && cellFrom >= 0 && cellTo >= 0 && table.weekAt[member] == table.dayAt[member + 1]) {
            if (cellFrom == cellTo) {
                proposeDay(member, cellTo, patterns.word[from], patterns.word[to]);
            } else {
                proposeDay(member, cellFrom, patterns.word[from], 0);
                proposeDay(member, cellTo, 0, patterns.word[to]);
            }
            return;
        }
        for (long weeks = patterns.classes[from] | patterns.classes[to]; weeks != 0; weeks &= weeks - 1) {
            int week = Long.numberOfTrailingZeros(weeks);
            boolean weekChanged = false;
            for (int days = patterns.days[from] | patterns.days[to]; days != 0; days &= days - 1) {
                int day = Integer.numberOfTrailingZeros(days);
                int dayCell = axis.dayCell(week, day);
                boolean leaves = patterns.meets(from, week, day);
                boolean takes = patterns.meets(to, week, day);
                boolean changed = false;
                for (int k = 0; k < words; k++) {
                    int cell = dayCell * words + k;
                    long before = occupancy.busy(member, cell);
                    long after = before;
                    if (leaves) {
                        after &= ~patterns.word[from * words + k] | occupancy.crowded(member, cell);
                    }
                    if (takes) {
                        after |= patterns.word[to * words + k];
                    }
                    busy[cell] = after;
                    excused[cell] = occupancy.unavailable(member, cell);
                    changed |= after != before;
                }
                if (changed) {
                    weekChanged = true;
                    for (int i = table.dayAt[member]; i < table.weekAt[member]; i++) {
                        int change = dayUnits(i, dayCell) - units[i * axis.dayCells + dayCell];
                        ledger.propose(table.rule[i], (long) change * axis.classes.size[week]);
                    }
                }
            }
            if (weekChanged && table.weekAt[member] < table.dayAt[member + 1]) {
                proposeWeek(member, week, patterns.days[from] | patterns.days[to]);
            }
        }
    }

    /** Proposes what bits that go and bits that come cost on one day of a member, where a day is one word. */
    private void proposeDay(int member, int dayCell, long leaves, long takes) {
        long before = occupancy.busy(member, dayCell);
        long after = before & (~leaves | occupancy.crowded(member, dayCell)) | takes;
        if (after == before) {
            return;
        }
        busy[dayCell] = after;
        excused[dayCell] = occupancy.unavailable(member, dayCell);
        int size = axis.classes.size[axis.weekOfCell[dayCell]];
        for (int i = table.dayAt[member]; i < table.weekAt[member]; i++) {
            int change = dayUnits(i, dayCell) - units[i * axis.dayCells + dayCell];
            ledger.propose(table.rule[i], (long) change * size);
        }
    }

    private void proposeWeek(int member, int week, int loadedDays) {
        for (int day = 0; day < axis.days; day++) {
            if ((loadedDays >> day & 1) == 0) {
                loadDay(member, axis.dayCell(week, day));
            }
        }
        for (int i = table.weekAt[member]; i < table.dayAt[member + 1]; i++) {
            int change = weekUnits(i, week) - units[i * axis.dayCells + week];
            ledger.propose(table.rule[i], (long) change * axis.classes.size[week]);
        }
    }

    private void load(int member, int week) {
        for (int day = 0; day < axis.days; day++) {
            loadDay(member, axis.dayCell(week, day));
        }
    }

    private void loadDay(int member, int dayCell) {
        for (int k = 0; k < axis.words; k++) {
            int cell = dayCell * axis.words + k;
            busy[cell] = occupancy.busy(member, cell);
            excused[cell] = occupancy.unavailable(member, cell);
        }
    }

    private void refreshDay(int member, int week, int day) {
        int dayCell = axis.dayCell(week, day);
        for (int i = table.dayAt[member]; i < table.weekAt[member]; i++) {
            set(i, i * axis.dayCells + dayCell, dayUnits(i, dayCell), week);
        }
    }

    private void refreshWeek(int member, int week) {
        for (int i = table.weekAt[member]; i < table.dayAt[member + 1]; i++) {
            set(i, i * axis.dayCells + week, weekUnits(i, week), week);
        }
    }

    private void set(int entry, int at, int value, int week) {
        ledger.add(table.rule[entry], (long) (value - units[at]) * axis.classes.size[week]);
        units[at] = value;
    }

    private int dayUnits(int entry, int dayCell) {
        return dayUnits(table, entry, busy, excused, dayCell * axis.words, axis.words);
    }

    /** Units of a rule on a day, given as the bits of its busy and excused slots in {@code words} longs from an offset on. */
    static int dayUnits(CalendarTable table, int entry, long[] busy, long[] excused, int at, int words) {
        int limit = table.limit[entry];
        switch (table.type[entry]) {
            case CalendarTable.MAX_GAPS_DAY:
                return Math.max(0, DayShape.gaps(busy, at, excused, at, words) - limit);
            case CalendarTable.MIN_SLOTS_DAY_OR_NONE: {
                int load = DayShape.load(busy, at, words);
                return load == 0 ? 0 : Math.max(0, limit - load);
            }
            case CalendarTable.MIN_SLOTS_DAY:
                return Math.max(0, limit - DayShape.load(busy, at, words));
            case CalendarTable.MAX_SLOTS_DAY:
                return Math.max(0, DayShape.load(busy, at, words) - limit);
            case CalendarTable.MAX_CONSECUTIVE:
                return DayShape.beyondRuns(busy, at, words, limit);
            case CalendarTable.MAX_SPAN: {
                int first = DayShape.first(busy, at, words);
                return first < 0 ? 0 : Math.max(0, DayShape.last(busy, at, words) + 1 - first - limit);
            }
            case CalendarTable.NO_ISOLATED:
                return DayShape.isolated(busy, at, words);
            default:
                throw new IllegalStateException("no rule of a day: " + table.type[entry]);
        }
    }

    private int weekUnits(int entry, int week) {
        int words = axis.words;
        int limit = table.limit[entry];
        int sum = 0;
        int lastBefore = -1;
        int tooLate = 0;
        for (int day = 0; day < axis.days; day++) {
            int at = axis.dayCell(week, day) * words;
            switch (table.type[entry]) {
                case CalendarTable.MAX_GAPS_WEEK:
                    sum += DayShape.gaps(busy, at, excused, at, words);
                    break;
                case CalendarTable.MAX_SLOTS_WEEK:
                    sum += DayShape.load(busy, at, words);
                    break;
                case CalendarTable.MAX_DAYS_WEEK:
                    sum += DayShape.first(busy, at, words) >= 0 ? 1 : 0;
                    break;
                case CalendarTable.INTERVAL_MAX_DAYS:
                    sum += DayShape.uses(busy, at, words, table.from[entry], table.to[entry]) ? 1 : 0;
                    break;
                case CalendarTable.MIN_REST: {
                    int first = DayShape.first(busy, at, words);
                    if (first >= 0 && lastBefore >= 0) {
                        sum += Math.max(0, limit - (axis.slots - 1 - lastBefore + first));
                    }
                    lastBefore = DayShape.last(busy, at, words);
                    break;
                }
                case CalendarTable.EARLY_START: {
                    int free = DayShape.freeBefore(busy, at, excused, at, words);
                    sum += free > 0 ? 1 : 0;
                    tooLate += Math.max(0, free - 1);
                    break;
                }
                default:
                    throw new IllegalStateException("no rule of a week: " + table.type[entry]);
            }
        }
        return table.type[entry] == CalendarTable.MIN_REST ? sum : Math.max(0, sum - limit) + tooLate;
    }
}
