package org.horarium.formats.fet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.TimeOption;
import org.horarium.engine.model.TimePattern;

/** Where each activity may start, and what that costs, while constraints are read. A start is day × hours + hour. */
final class FetTimes {
    private static final long FORBIDDEN = -1;

    private final int days;
    private final int hours;
    private final BitSet breaks = new BitSet();
    private final Map<String, long[]> penalties = new HashMap<>();

    FetTimes(int days, int hours) {
        this.days = days;
        this.hours = hours;
    }

    int slots() {
        return days * hours;
    }

    void addBreaks(BitSet slots) {
        breaks.or(slots);
    }

    /** The activity should start in one of these. */
    void preferStarts(FetActivity activity, BitSet starts, FetWeight weight) {
        long[] penalty = penalties.computeIfAbsent(activity.id(), id -> new long[slots()]);
        for (int start = 0; start < penalty.length; start++) {
            if (!starts.get(start) && penalty[start] != FORBIDDEN) {
                penalty[start] =
                        weight.hard() ? FORBIDDEN : Math.min(Integer.MAX_VALUE, penalty[start] + weight.penalty());
            }
        }
    }

    /** The activity should lie within these slots. */
    void preferSlots(FetActivity activity, BitSet slots, FetWeight weight) {
        BitSet starts = new BitSet();
        for (int start = 0; start < slots(); start++) {
            if (start % hours + activity.duration() <= hours
                    && slots.get(start, start + activity.duration()).cardinality() == activity.duration()) {
                starts.set(start);
            }
        }
        preferStarts(activity, starts, weight);
    }

    /** All possible times of an activity. */
    List<TimeOption> options(FetActivity activity) {
        long[] penalty = penalties.getOrDefault(activity.id(), new long[slots()]);
        List<TimeOption> options = new ArrayList<>();
        for (int start = 0; start < slots(); start++) {
            boolean fits = start % hours + activity.duration() <= hours
                    && breaks.get(start, start + activity.duration()).isEmpty();
            if (fits && penalty[start] != FORBIDDEN) {
                options.add(
                        new TimeOption(new TimePattern(1, 1 << start / hours, start % hours, activity.duration()), (int)
                                penalty[start]));
            }
        }
        return options;
    }

    /** Slots as patterns: runs of the same hours are told for all their days at once. */
    List<TimePattern> patterns(BitSet slots) {
        Map<List<Integer>, Integer> daysOf = new LinkedHashMap<>();
        for (int day = 0; day < days; day++) {
            for (int hour = 0; hour < hours; hour++) {
                if (!slots.get(day * hours + hour)) {
                    continue;
                }
                int first = hour;
                while (hour < hours && slots.get(day * hours + hour)) {
                    hour++;
                }
                daysOf.merge(Arrays.asList(first, hour - first), 1 << day, (a, b) -> a | b);
            }
        }
        return daysOf.entrySet().stream()
                .map(run -> new TimePattern(
                        1, run.getValue(), run.getKey().get(0), run.getKey().get(1)))
                .toList();
    }
}
