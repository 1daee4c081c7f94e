package org.horarium.engine.compile;

import java.util.ArrayList;
import java.util.List;

/**
 * Weeks that no time of the problem tells apart, taken together. Where everything happens every week there is one class,
 * with A and B weeks there are two; whatever is counted in one week of a class is the same in all of them.
 */
public final class WeekClasses {
    /** Number of classes. */
    public final int count;

    /** Weeks in each class. */
    public final int[] size;

    private final long[] members;

    private WeekClasses(List<Long> classes) {
        count = classes.size();
        members = classes.stream().mapToLong(Long::longValue).toArray();
        size = classes.stream().mapToInt(Long::bitCount).toArray();
    }

    /**
     * Splits all weeks by the given masks.
     *
     * @param allWeeks mask of the weeks of the grid
     * @param masks the masks that occur
     */
    static WeekClasses of(long allWeeks, Iterable<Long> masks) {
        List<Long> classes = new ArrayList<>(List.of(allWeeks));
        for (long mask : masks) {
            List<Long> next = new ArrayList<>();
            for (long weeks : classes) {
                if ((weeks & mask) != 0) {
                    next.add(weeks & mask);
                }
                if ((weeks & ~mask) != 0) {
                    next.add(weeks & ~mask);
                }
            }
            classes = next;
        }
        return new WeekClasses(classes);
    }

    /** The weeks of a class, as a bit mask. */
    public long weeksOf(int weekClass) {
        return members[weekClass];
    }

    /** The classes that a mask of weeks consists of, as a bit mask of classes. */
    long toClasses(long weeks) {
        long result = 0;
        for (int i = 0; i < count; i++) {
            if ((members[i] & weeks) != 0) {
                result |= 1L << i;
            }
        }
        return result;
    }
}
