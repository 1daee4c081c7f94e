package org.horarium.engine.compile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.horarium.engine.model.TimePattern;

/**
 * All distinct times of a problem, numbered. The number {@link #none} stands for "not placed": it has no weeks, no days
 * and no slots, so that no rule ever sees it.
 */
public final class Patterns {
    /** Number of real patterns. */
    public final int count;

    /** The pattern of an event without a place; equals {@link #count}. */
    public final int none;

    /** Bit mask of weeks. */
    public final long[] weeks;

    /** Bit mask of week classes. */
    public final long[] classes;

    /** Bit mask of days. */
    public final int[] days;

    /** First slot. */
    public final int[] start;

    /** First slot after. */
    public final int[] end;

    /** Weeks × days × slots. */
    public final int[] load;

    /** Lowest day. */
    public final int[] firstDay;

    /** Lowest week. */
    public final int[] firstWeek;

    /** Cells of pattern p are {@code cell[cellAt[p]..cellAt[p+1]]}. */
    public final int[] cellAt;

    /** Index of the word in the grid. */
    public final int[] cell;

    /** Bits taken in that word. */
    public final long[] cellMask;

    /** Bits of one day: {@code word[p * words + k]}. */
    public final long[] word;

    /** The cell of a pattern that has exactly one, else −1. */
    public final int[] soleCell;

    private final TimePattern[] source;
    private final int rowWords;
    private final long[] near;

    private Patterns(Map<TimePattern, Integer> numbers, TimeAxis axis, int reach) {
        count = numbers.size();
        none = count;
        int size = count + 1;
        source = numbers.keySet().toArray(TimePattern[]::new);
        weeks = new long[size];
        classes = new long[size];
        days = new int[size];
        start = new int[size];
        end = new int[size];
        load = new int[size];
        firstDay = new int[size];
        firstWeek = new int[size];
        cellAt = new int[size + 1];
        word = new long[size * axis.words];
        IntList cells = new IntList();
        LongList masks = new LongList();
        for (int p = 0; p < count; p++) {
            TimePattern pattern = source[p];
            weeks[p] = pattern.weeks();
            classes[p] = axis.classes.toClasses(pattern.weeks());
            days[p] = pattern.days();
            start[p] = pattern.start();
            end[p] = pattern.end();
            load[p] = pattern.totalSlots();
            firstDay[p] = Integer.numberOfTrailingZeros(pattern.days());
            firstWeek[p] = Long.numberOfTrailingZeros(pattern.weeks());
            for (int k = 0; k < axis.words; k++) {
                word[p * axis.words + k] = TimeAxis.bits(start[p], end[p], k);
            }
            cellAt[p] = cells.size();
            addCells(p, axis, cells, masks);
        }
        cellAt[none] = cells.size();
        cellAt[none + 1] = cells.size();
        cell = cells.toArray();
        cellMask = masks.toArray();
        soleCell = new int[size];
        for (int p = 0; p < size; p++) {
            soleCell[p] = cellAt[p + 1] - cellAt[p] == 1 ? cell[cellAt[p]] : -1;
        }
        rowWords = (size + 63) / 64;
        near = new long[size * rowWords];
        for (int p = 0; p < count; p++) {
            for (int q = 0; q < count; q++) {
                if ((days[p] & days[q]) != 0
                        && (weeks[p] & weeks[q]) != 0
                        && start[p] < end[q] + reach
                        && start[q] < end[p] + reach) {
                    near[p * rowWords + (q >> 6)] |= 1L << q;
                }
            }
        }
    }

    /**
     * Numbers the times.
     *
     * @param reach slots between two times on a day that are still {@link #near}: the longest walk between two rooms
     */
    static Patterns of(Iterable<TimePattern> all, TimeAxis axis, int reach) {
        Map<TimePattern, Integer> numbers = new LinkedHashMap<>();
        for (TimePattern pattern : all) {
            numbers.putIfAbsent(pattern, numbers.size());
        }
        return new Patterns(numbers, axis, reach);
    }

    private void addCells(int p, TimeAxis axis, IntList cells, LongList masks) {
        for (int c = 0; c < axis.classes.count; c++) {
            for (int d = 0; d < axis.days; d++) {
                if ((classes[p] >> c & 1) == 0 || (days[p] >> d & 1) == 0) {
                    continue;
                }
                for (int k = 0; k < axis.words; k++) {
                    long bits = word[p * axis.words + k];
                    if (bits != 0) {
                        cells.add(axis.dayCell(c, d) * axis.words + k);
                        masks.add(bits);
                    }
                }
            }
        }
    }

    /** The record behind a number below {@link #count}. */
    public TimePattern record(int pattern) {
        return source[pattern];
    }

    /** Whether two patterns share a week, a day and a slot. */
    public boolean overlap(int p, int q) {
        return (days[p] & days[q]) != 0 && (weeks[p] & weeks[q]) != 0 && start[p] < end[q] && start[q] < end[p];
    }

    /**
     * Whether two patterns overlap, or are on some day so close that there is not time for every walk between two rooms. One
     * look into a table of bits; a pattern's row of it is short enough to stay at hand while many others are compared.
     */
    public boolean near(int p, int q) {
        return (near[p * rowWords + (q >> 6)] >>> q & 1) != 0;
    }

    /** Whether a pattern meets in a day of a week class. */
    public boolean meets(int pattern, int weekClass, int day) {
        return (classes[pattern] >> weekClass & 1) != 0 && (days[pattern] >> day & 1) != 0;
    }
}
