package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Grid;
import org.horarium.engine.text.Words;

/** The distribution constraints that look at each day of each week: MaxDayLoad, MaxBreaks, MaxBlock. */
final class DistributionDayChecks {
    private final PlanIndex index;
    private final List<Placed> placed;

    DistributionDayChecks(PlanIndex index, List<Placed> placed) {
        this.index = index;
        this.placed = placed;
    }

    List<Breach> breaches(DistributionRule rule) {
        Grid grid = index.problem.grid();
        List<Breach> breaches = new ArrayList<>();
        for (int week = 0; week < grid.weeks(); week++) {
            for (int day = 0; day < grid.days(); day++) {
                List<Placed> today = today(week, day);
                long units = units(rule, today);
                if (units > 0) {
                    breaches.add(new Breach(
                            today.stream().map(Placed::id).toList(),
                            units,
                            "%s is exceeded by %d on %s%s"
                                    .formatted(
                                            Words.rule(rule),
                                            units,
                                            index.words.day(day),
                                            index.words.inWeeks(1L << week))));
                }
            }
        }
        return breaches;
    }

    private List<Placed> today(int week, int day) {
        return placed.stream()
                .filter(item ->
                        (item.time().weeks() >>> week & 1) != 0 && (item.time().days() >>> day & 1) != 0)
                .toList();
    }

    private static long units(DistributionRule rule, List<Placed> today) {
        if (rule instanceof DistributionRule.MaxDayLoad max) {
            int load = today.stream().mapToInt(item -> item.time().length()).sum();
            return Math.max(0, load - max.slots());
        } else if (rule instanceof DistributionRule.MaxBreaks max) {
            return Math.max(0, blocks(today, max.slots()).size() - (max.breaks() + 1));
        } else if (rule instanceof DistributionRule.MaxBlock max) {
            return blocks(today, max.slots()).stream()
                    .filter(block -> block.events > 1 && block.end - block.start > max.length())
                    .count();
        }
        throw new IllegalStateException("The rule %s does not look at single days.".formatted(rule));
    }

    /** Merges events that are at most {@code slots} apart, in order of their start. */
    private static List<Block> blocks(List<Placed> today, int slots) {
        List<Placed> sorted = today.stream()
                .sorted(Comparator.comparingInt(item -> item.time().start()))
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (Placed item : sorted) {
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last != null && last.end + slots >= item.time().start()) {
                blocks.set(
                        blocks.size() - 1,
                        new Block(last.start, Math.max(last.end, item.time().end()), last.events + 1));
            } else {
                blocks.add(new Block(item.time().start(), item.time().end(), 1));
            }
        }
        return blocks;
    }

    private record Block(int start, int end, int events) {}
}
