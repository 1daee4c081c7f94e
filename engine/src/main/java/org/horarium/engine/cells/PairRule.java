package org.horarium.engine.cells;

import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.TimePattern;

/** The distribution rules that hold pair by pair, as far as times alone decide them. */
public final class PairRule {
    private PairRule() {}

    /** Whether a rule speaks about pairs of times. */
    public static boolean aboutTimes(DistributionRule rule) {
        return !(rule instanceof DistributionRule.SameRoom
                || rule instanceof DistributionRule.DifferentRoom
                || rule instanceof DistributionRule.MaxDays
                || rule instanceof DistributionRule.MaxDayLoad
                || rule instanceof DistributionRule.MaxBreaks
                || rule instanceof DistributionRule.MaxBlock
                || rule instanceof DistributionRule.SameRoomIfConsecutive
                || !DistributionRule.timesOf(rule).isEmpty());
    }

    /** Whether two times, of events in list order, are possible under a rule; travel between rooms is not counted. */
    public static boolean allows(DistributionRule rule, TimePattern a, TimePattern b) {
        if (rule instanceof DistributionRule.SameStart) {
            return a.start() == b.start();
        } else if (rule instanceof DistributionRule.SameTime) {
            return within(a, b) || within(b, a);
        } else if (rule instanceof DistributionRule.DifferentTime) {
            return a.end() <= b.start() || b.end() <= a.start();
        } else if (rule instanceof DistributionRule.SameDays) {
            return subset(a.days(), b.days()) || subset(b.days(), a.days());
        } else if (rule instanceof DistributionRule.DifferentDays) {
            return (a.days() & b.days()) == 0;
        } else if (rule instanceof DistributionRule.SameWeeks) {
            return subset(a.weeks(), b.weeks()) || subset(b.weeks(), a.weeks());
        } else if (rule instanceof DistributionRule.DifferentWeeks) {
            return (a.weeks() & b.weeks()) == 0;
        } else if (rule instanceof DistributionRule.Overlap) {
            return a.overlaps(b);
        } else if (rule instanceof DistributionRule.NotOverlap || rule instanceof DistributionRule.SameAttendees) {
            return !a.overlaps(b);
        } else if (rule instanceof DistributionRule.Precedence) {
            return precedes(a, b);
        } else if (rule instanceof DistributionRule.WorkDay max) {
            return !a.sharesDay(b) || Math.max(a.end(), b.end()) - Math.min(a.start(), b.start()) <= max.slots();
        } else if (rule instanceof DistributionRule.MinGap min) {
            return !a.sharesDay(b) || a.end() + min.slots() <= b.start() || b.end() + min.slots() <= a.start();
        } else if (rule instanceof DistributionRule.OrderedIfSameDay) {
            return !a.sharesDay(b) || a.end() <= b.start();
        } else if (rule instanceof DistributionRule.MaxDaysBetween max) {
            return (a.weeks() & b.weeks()) == 0
                    || Math.abs(Integer.numberOfTrailingZeros(a.days()) - Integer.numberOfTrailingZeros(b.days()))
                            <= max.days();
        } else if (rule instanceof DistributionRule.MaxGap max) {
            return !a.sharesDay(b) || Math.max(a.start(), b.start()) - Math.min(a.end(), b.end()) <= max.slots();
        }
        return true;
    }

    private static boolean within(TimePattern inner, TimePattern outer) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private static boolean subset(long inner, long outer) {
        return (inner & ~outer) == 0;
    }

    /** Whether the first meeting of one time is over before the first meeting of another begins. */
    public static boolean precedes(TimePattern a, TimePattern b) {
        int byWeek = Integer.compare(Long.numberOfTrailingZeros(a.weeks()), Long.numberOfTrailingZeros(b.weeks()));
        if (byWeek != 0) {
            return byWeek < 0;
        }
        int byDay = Integer.compare(Integer.numberOfTrailingZeros(a.days()), Integer.numberOfTrailingZeros(b.days()));
        return byDay != 0 ? byDay < 0 : a.end() <= b.start();
    }

    /** Whether two times are far enough apart for {@link org.horarium.engine.model.MinDaysBetween}. */
    public static boolean daysApart(int days, TimePattern a, TimePattern b) {
        return (a.weeks() & b.weeks()) == 0
                || Math.abs(Integer.numberOfTrailingZeros(a.days()) - Integer.numberOfTrailingZeros(b.days())) >= days;
    }
}
