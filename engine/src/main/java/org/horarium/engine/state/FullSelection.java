package org.horarium.engine.state;

import java.util.List;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Grid;
import org.horarium.engine.model.TimePattern;

/** Rules on selected times, slot by slot, from the times of the placed events. */
final class FullSelection {
    private FullSelection() {}

    static long units(DistributionRule rule, List<TimePattern> events, Grid grid) {
        List<TimePattern> selected = DistributionRule.timesOf(rule);
        if (rule instanceof DistributionRule.EventsWithin within) {
            long inside = events.stream()
                    .filter(time -> selected.stream().anyMatch(time::overlaps))
                    .count();
            return Math.max(0, inside - within.most());
        }
        long units = 0;
        for (int week = 0; week < grid.weeks(); week++) {
            int used = 0;
            for (int day = 0; day < grid.days(); day++) {
                for (int slot = 0; slot < grid.slotsPerDay(); slot++) {
                    TimePattern one = new TimePattern(1L << week, 1 << day, slot, 1);
                    if (selected.stream().anyMatch(one::overlaps)) {
                        long now = events.stream().filter(one::overlaps).count();
                        used += now > 0 ? 1 : 0;
                        units += rule instanceof DistributionRule.AtOnceWithin within
                                ? Math.max(0, now - within.most())
                                : 0;
                    }
                }
            }
            if (rule instanceof DistributionRule.SlotsWithin within) {
                units += Math.max(0, used - within.most()) + Math.max(0, within.least() - used);
            }
        }
        return units;
    }
}
