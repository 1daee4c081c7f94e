package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.horarium.engine.cells.WeekCells;
import org.horarium.engine.model.TimePattern;

/**
 * How many of some events fit one after another where only one can be at a time: for each kind of week and day the
 * largest number of disjoint intervals among all possible ones (greedy by earliest end, which is optimal), against how
 * often the events meet at least.
 */
final class Packing {
    private final WeekCells cells;
    private final List<OpenEvent> events;
    private final Set<TimePattern> times = new HashSet<>();

    Packing(WeekCells cells, List<OpenEvent> events) {
        this.cells = cells;
        this.events = events;
        events.forEach(event -> times.addAll(event.times()));
    }

    /** Meetings (kind of week × day) that the events have at least. */
    long needed() {
        return events.stream()
                .mapToLong(event -> event.times().stream()
                        .mapToInt(time -> cells.count(time) / time.length())
                        .min()
                        .orElse(0))
                .sum();
    }

    /** Meetings that fit at most, using only the times that pass a test. */
    long capacity(Predicate<TimePattern> usable) {
        List<TimePattern> sorted = new ArrayList<>(times);
        sorted.removeIf(usable.negate());
        sorted.sort(Comparator.comparingInt(TimePattern::end));
        long sum = 0;
        for (int kind = 0; kind < cells.kinds(); kind++) {
            for (int day = 0; day < cells.days(); day++) {
                int free = 0;
                for (TimePattern time : sorted) {
                    if (time.start() >= free && (time.days() >>> day & 1) != 0 && cells.meets(time, kind)) {
                        sum++;
                        free = time.end();
                    }
                }
            }
        }
        return sum;
    }
}
