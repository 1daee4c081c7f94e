package org.horarium.engine.model;

/**
 * When an event meets: in each of its weeks, on each of its days, from {@code start} for {@code length} slots.
 *
 * @param weeks bit mask of weeks, bit 0 is the first week
 * @param days bit mask of days, bit 0 is the first day of the week
 * @param start first slot of the day, from 0
 * @param length number of slots, at least 1
 */
public record TimePattern(long weeks, int days, int start, int length) {
    public TimePattern {
        if (weeks == 0) {
            throw new IllegalArgumentException("A time pattern needs at least one week.");
        }
        if (days == 0) {
            throw new IllegalArgumentException("A time pattern needs at least one day.");
        }
        Checks.range("start", start, 0, 1_000_000);
        Checks.range("length", length, 1, 1_000_000);
    }

    /** The first slot after the event, counted in the day. */
    public int end() {
        return start + length;
    }

    /** Whether both patterns have a week and a day in common. */
    public boolean sharesDay(TimePattern other) {
        return (weeks & other.weeks) != 0 && (days & other.days) != 0;
    }

    /** Whether both patterns have a slot in common. */
    public boolean overlaps(TimePattern other) {
        return sharesDay(other) && start < other.end() && other.start < end();
    }

    /** Number of slots over all weeks: weeks × days × length. */
    public int totalSlots() {
        return Long.bitCount(weeks) * Integer.bitCount(days) * length;
    }
}
