package org.horarium.engine.model;

/**
 * The time grid of a problem.
 *
 * @param weeks number of weeks, 1 to 64 (a week pattern is a bit mask in a {@code long})
 * @param days number of days in a week, 1 to 31
 * @param slotsPerDay number of slots in a day, at least 1
 */
public record Grid(int weeks, int days, int slotsPerDay) {
    public Grid {
        Checks.range("weeks", weeks, 1, 64);
        Checks.range("days", days, 1, 31);
        Checks.range("slotsPerDay", slotsPerDay, 1, 100_000);
    }

    /** All weeks of the grid as a bit mask. */
    public long allWeeks() {
        return weeks == 64 ? -1L : (1L << weeks) - 1;
    }

    /** All days of the grid as a bit mask. */
    public int allDays() {
        return (1 << days) - 1;
    }
}
