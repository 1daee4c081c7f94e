package org.horarium.engine.compile;

/**
 * The grid as rows of bits: a <i>day cell</i> is a day of a {@link WeekClasses week class}, and its slots fill
 * {@link #words} longs one after another.
 */
public final class TimeAxis {
    /** Weeks of the grid. */
    public final int weeks;

    /** Days of a week. */
    public final int days;

    /** Slots of a day. */
    public final int slots;

    /** Weeks taken together. */
    public final WeekClasses classes;

    /** Longs for the slots of one day. */
    public final int words;

    /** Day cells: classes × days. */
    public final int dayCells;

    /** Longs for the whole grid: day cells × words. */
    public final int cells;

    /** Week class of a cell. */
    public final int[] weekOfCell;

    /** Day of a cell. */
    public final int[] dayOfCell;

    /** Word of the day of a cell. */
    public final int[] wordOfCell;

    TimeAxis(int weeks, int days, int slots, WeekClasses classes) {
        this.weeks = weeks;
        this.days = days;
        this.slots = slots;
        this.classes = classes;
        this.words = (slots + 63) / 64;
        this.dayCells = classes.count * days;
        this.cells = dayCells * words;
        weekOfCell = new int[cells];
        dayOfCell = new int[cells];
        wordOfCell = new int[cells];
        for (int cell = 0; cell < cells; cell++) {
            weekOfCell[cell] = cell / words / days;
            dayOfCell[cell] = cell / words % days;
            wordOfCell[cell] = cell % words;
        }
    }

    /** The day cell of a day in a week class. */
    public int dayCell(int weekClass, int day) {
        return weekClass * days + day;
    }

    /** The bits of slots from (inclusive) to (exclusive) that lie in a word of a day. */
    public static long bits(int from, int to, int word) {
        int low = Math.max(0, from - 64 * word);
        int high = Math.min(64, to - 64 * word);
        if (low >= high) {
            return 0;
        }
        return (high - low == 64 ? -1L : (1L << (high - low)) - 1) << low;
    }
}
