package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.text.Words;

/**
 * The nineteen distribution constraints, each as the formula of the problem description of ITC-2019 has it. Events that
 * are not placed take no part.
 */
final class DistributionChecks {
    private final PlanIndex index;
    private final Distribution distribution;
    private final List<Placed> placed;

    DistributionChecks(PlanIndex index, Distribution distribution) {
        this.index = index;
        this.distribution = distribution;
        this.placed = index.placed(distribution.events());
    }

    /** Whether the cost of the rule is an average over the weeks. */
    static boolean dividedByWeeks(DistributionRule rule) {
        return rule instanceof DistributionRule.MaxDayLoad
                || rule instanceof DistributionRule.MaxBreaks
                || rule instanceof DistributionRule.MaxBlock;
    }

    List<Breach> breaches() {
        DistributionRule rule = distribution.rule();
        if (rule instanceof DistributionRule.MaxDays maxDays) {
            return maxDays(maxDays.days());
        } else if (dividedByWeeks(rule)) {
            return new DistributionDayChecks(index, placed).breaches(rule);
        } else if (!DistributionRule.timesOf(rule).isEmpty()) {
            return new SelectionChecks(index, placed).breaches(rule);
        }
        List<Breach> breaches = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            for (int j = i + 1; j < placed.size(); j++) {
                Placed a = placed.get(i);
                Placed b = placed.get(j);
                if (!holds(rule, a, b)) {
                    breaches.add(new Breach(
                            List.of(a.id(), b.id()),
                            1,
                            "%s break %s: %s on %s, %s on %s"
                                    .formatted(
                                            Words.pair(a.event(), b.event()),
                                            Words.rule(rule),
                                            Words.name(a.event()),
                                            where(a),
                                            Words.name(b.event()),
                                            where(b))));
                }
            }
        }
        return breaches;
    }

    private String where(Placed item) {
        String when = index.words.when(item.time());
        return item.room() == null ? when : when + " in " + item.room();
    }

    private boolean holds(DistributionRule rule, Placed ci, Placed cj) {
        TimePattern i = ci.time();
        TimePattern j = cj.time();
        if (rule instanceof DistributionRule.SameStart) {
            return i.start() == j.start();
        } else if (rule instanceof DistributionRule.SameTime) {
            return (i.start() <= j.start() && j.end() <= i.end()) || (j.start() <= i.start() && i.end() <= j.end());
        } else if (rule instanceof DistributionRule.DifferentTime) {
            return i.end() <= j.start() || j.end() <= i.start();
        } else if (rule instanceof DistributionRule.SameDays) {
            return (i.days() | j.days()) == i.days() || (i.days() | j.days()) == j.days();
        } else if (rule instanceof DistributionRule.DifferentDays) {
            return (i.days() & j.days()) == 0;
        } else if (rule instanceof DistributionRule.SameWeeks) {
            return (i.weeks() | j.weeks()) == i.weeks() || (i.weeks() | j.weeks()) == j.weeks();
        } else if (rule instanceof DistributionRule.DifferentWeeks) {
            return (i.weeks() & j.weeks()) == 0;
        } else if (rule instanceof DistributionRule.Overlap) {
            return i.overlaps(j);
        } else if (rule instanceof DistributionRule.NotOverlap) {
            return !i.overlaps(j);
        } else if (rule instanceof DistributionRule.SameRoom) {
            return ci.room() == null || cj.room() == null || ci.room().equals(cj.room());
        } else if (rule instanceof DistributionRule.DifferentRoom) {
            return ci.room() == null || cj.room() == null || !ci.room().equals(cj.room());
        } else if (rule instanceof DistributionRule.SameAttendees) {
            return index.attendable(ci, cj);
        } else if (rule instanceof DistributionRule.Precedence) {
            return precedes(i, j);
        } else if (rule instanceof DistributionRule.WorkDay workDay) {
            return !i.sharesDay(j) || Math.max(i.end(), j.end()) - Math.min(i.start(), j.start()) <= workDay.slots();
        } else if (rule instanceof DistributionRule.MinGap minGap) {
            return !i.sharesDay(j) || i.end() + minGap.slots() <= j.start() || j.end() + minGap.slots() <= i.start();
        }
        if (rule instanceof DistributionRule.OrderedIfSameDay) {
            return !i.sharesDay(j) || i.end() <= j.start();
        } else if (rule instanceof DistributionRule.MaxDaysBetween max) {
            int dayI = Integer.numberOfTrailingZeros(i.days());
            int dayJ = Integer.numberOfTrailingZeros(j.days());
            return (i.weeks() & j.weeks()) == 0 || Math.abs(dayI - dayJ) <= max.days();
        } else if (rule instanceof DistributionRule.MaxGap max) {
            return !i.sharesDay(j) || (j.start() <= i.end() + max.slots() && i.start() <= j.end() + max.slots());
        } else if (rule instanceof DistributionRule.SameRoomIfConsecutive) {
            boolean adjacent = i.sharesDay(j) && (i.end() == j.start() || j.end() == i.start());
            return !adjacent
                    || ci.room() == null
                    || cj.room() == null
                    || ci.room().equals(cj.room());
        }
        throw new IllegalStateException("The verifier has no check for the rule %s.".formatted(rule));
    }

    private static boolean precedes(TimePattern i, TimePattern j) {
        int weekI = Long.numberOfTrailingZeros(i.weeks());
        int weekJ = Long.numberOfTrailingZeros(j.weeks());
        int dayI = Integer.numberOfTrailingZeros(i.days());
        int dayJ = Integer.numberOfTrailingZeros(j.days());
        if (weekI != weekJ) {
            return weekI < weekJ;
        }
        return dayI != dayJ ? dayI < dayJ : i.end() <= j.start();
    }

    private List<Breach> maxDays(int limit) {
        int days = 0;
        for (Placed item : placed) {
            days |= item.time().days();
        }
        int used = Integer.bitCount(days);
        if (used <= limit) {
            return List.of();
        }
        return List.of(new Breach(
                placed.stream().map(Placed::id).toList(),
                used - limit,
                "%s use %s (%s); at most %d allowed"
                        .formatted(
                                Words.count(placed.size(), "event"),
                                Words.count(used, "day"),
                                index.words.days(days),
                                limit)));
    }
}
