package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.Words;

/** Rules on what a set of events does within selected times. */
final class SelectionChecks {
    private final PlanIndex index;
    private final List<Placed> placed;

    SelectionChecks(PlanIndex index, List<Placed> placed) {
        this.index = index;
        this.placed = placed;
    }

    List<Breach> breaches(DistributionRule rule) {
        if (rule instanceof DistributionRule.EventsWithin within) {
            return eventsWithin(within);
        }
        List<Breach> breaches = new ArrayList<>();
        for (int week = 0; week < index.problem.grid().weeks(); week++) {
            if (rule instanceof DistributionRule.AtOnceWithin within) {
                for (int day = 0; day < index.problem.grid().days(); day++) {
                    atOnce(within, week, day, breaches);
                }
            } else if (rule instanceof DistributionRule.SlotsWithin within) {
                slots(within, week, breaches);
            }
        }
        return breaches;
    }

    private List<Breach> eventsWithin(DistributionRule.EventsWithin within) {
        List<String> inside = new ArrayList<>();
        for (Placed item : placed) {
            for (TimePattern time : within.times()) {
                if (time.overlaps(item.time())) {
                    inside.add(item.id());
                    break;
                }
            }
        }
        return inside.size() <= within.most()
                ? List.of()
                : List.of(new Breach(
                        inside,
                        inside.size() - within.most(),
                        "%s within the selected times, at most %d"
                                .formatted(Words.count(inside.size(), "event"), within.most())));
    }

    private void atOnce(DistributionRule.AtOnceWithin within, int week, int day, List<Breach> breaches) {
        BitSet selected = slots(within.times(), week, day);
        int[] events = new int[index.problem.grid().slotsPerDay()];
        List<String> today = new ArrayList<>();
        for (Placed item : placed) {
            BitSet own = slots(List.of(item.time()), week, day);
            own.and(selected);
            own.stream().forEach(slot -> events[slot]++);
            if (!own.isEmpty()) {
                today.add(item.id());
            }
        }
        long units = 0;
        int worst = 0;
        for (int slot = 0; slot < events.length; slot++) {
            units += Math.max(0, events[slot] - within.most());
            worst = events[slot] > events[worst] ? slot : worst;
        }
        if (units > 0) {
            String when = index.words.when(new TimePattern(1L << week, 1 << day, worst, 1));
            breaches.add(new Breach(
                    today, units, "%d events at once on %s, at most %d".formatted(events[worst], when, within.most())));
        }
    }

    private void slots(DistributionRule.SlotsWithin within, int week, List<Breach> breaches) {
        int used = 0;
        for (int day = 0; day < index.problem.grid().days(); day++) {
            BitSet busy = slots(placed.stream().map(Placed::time).toList(), week, day);
            busy.and(slots(within.times(), week, day));
            used += busy.cardinality();
        }
        int units = used > within.most() ? used - within.most() : within.least() - used;
        if (units > 0) {
            breaches.add(new Breach(
                    placed.stream().map(Placed::id).toList(),
                    units,
                    "%s of the selected times in use%s, %s"
                            .formatted(
                                    Words.count(used, "slot"),
                                    index.words.inWeeks(1L << week),
                                    used > within.most() ? "at most " + within.most() : "at least " + within.least())));
        }
    }

    /** The slots of a day that some times take. */
    private static BitSet slots(List<TimePattern> times, int week, int day) {
        BitSet slots = new BitSet();
        for (TimePattern time : times) {
            if ((time.weeks() >>> week & 1) != 0 && (time.days() >>> day & 1) != 0) {
                slots.set(time.start(), time.end());
            }
        }
        return slots;
    }
}
