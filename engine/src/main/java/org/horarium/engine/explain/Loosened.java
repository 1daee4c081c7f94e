package org.horarium.engine.explain;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.WorkingDays;
import org.jspecify.annotations.Nullable;

/** Rules with a milder parameter, and times with a part cut out. */
final class Loosened {
    private Loosened() {}

    /** A constraint that allows {@code by} more than it did; null where it has no such parameter or nothing is left. */
    static @Nullable Constraint constraint(Constraint constraint, int by) {
        if (constraint instanceof CalendarConstraint c) {
            CalendarRule rule = rule(c.rule(), by);
            return rule == null ? null : new CalendarConstraint(c.id(), rule, c.kind(), c.members(), c.strength());
        } else if (constraint instanceof MinDaysBetween c) {
            return c.days() <= by ? null : new MinDaysBetween(c.id(), c.events(), c.days() - by, c.strength());
        } else if (constraint instanceof WorkingDays c) {
            return c.days() <= by ? null : new WorkingDays(c.id(), c.events(), c.days() - by, c.strength());
        } else if (constraint instanceof Cumulative c) {
            return new Cumulative(c.id(), c.name(), c.demands(), c.capacity() + by, c.strength());
        } else if (constraint instanceof Distribution c) {
            DistributionRule rule = rule(c.rule(), by);
            return rule == null ? null : new Distribution(c.id(), rule, c.events(), c.strength());
        }
        return null;
    }

    private static @Nullable CalendarRule rule(CalendarRule rule, int by) {
        if (rule instanceof CalendarRule.MaxGapsPerDay max) {
            return new CalendarRule.MaxGapsPerDay(max.gaps() + by);
        } else if (rule instanceof CalendarRule.MaxGapsPerWeek max) {
            return new CalendarRule.MaxGapsPerWeek(max.gaps() + by);
        } else if (rule instanceof CalendarRule.MaxSlotsPerDay max) {
            return new CalendarRule.MaxSlotsPerDay(max.slots() + by);
        } else if (rule instanceof CalendarRule.MaxSlotsPerWeek max) {
            return new CalendarRule.MaxSlotsPerWeek(max.slots() + by);
        } else if (rule instanceof CalendarRule.MaxDaysPerWeek max) {
            return new CalendarRule.MaxDaysPerWeek(max.days() + by);
        } else if (rule instanceof CalendarRule.MaxConsecutive max) {
            return new CalendarRule.MaxConsecutive(max.slots() + by);
        } else if (rule instanceof CalendarRule.MaxSpanPerDay max) {
            return new CalendarRule.MaxSpanPerDay(max.slots() + by);
        } else if (rule instanceof CalendarRule.IntervalMaxDays max) {
            return new CalendarRule.IntervalMaxDays(max.from(), max.to(), max.days() + by);
        } else if (rule instanceof CalendarRule.MinSlotsPerDay min) {
            return min.slots() <= by ? null : new CalendarRule.MinSlotsPerDay(min.slots() - by, min.emptyDaysAllowed());
        } else if (rule instanceof CalendarRule.MinRest min) {
            return min.slots() <= by ? null : new CalendarRule.MinRest(min.slots() - by);
        } else if (rule instanceof CalendarRule.MaxChanges max) {
            return new CalendarRule.MaxChanges(max.place(), max.period(), max.changes() + by);
        }
        return null;
    }

    private static @Nullable DistributionRule rule(DistributionRule rule, int by) {
        if (rule instanceof DistributionRule.MaxDays max) {
            return new DistributionRule.MaxDays(max.days() + by);
        } else if (rule instanceof DistributionRule.MaxDayLoad max) {
            return new DistributionRule.MaxDayLoad(max.slots() + by);
        } else if (rule instanceof DistributionRule.WorkDay max) {
            return new DistributionRule.WorkDay(max.slots() + by);
        } else if (rule instanceof DistributionRule.MaxGap max) {
            return new DistributionRule.MaxGap(max.slots() + by);
        } else if (rule instanceof DistributionRule.MinGap min) {
            return min.slots() <= by ? null : new DistributionRule.MinGap(min.slots() - by);
        } else if (rule instanceof DistributionRule.EventsWithin max) {
            return new DistributionRule.EventsWithin(max.times(), max.most() + by);
        } else if (rule instanceof DistributionRule.AtOnceWithin max) {
            return new DistributionRule.AtOnceWithin(max.times(), max.most() + by);
        } else if (rule instanceof DistributionRule.SlotsWithin limits) {
            boolean above = limits.most() < Integer.MAX_VALUE - by;
            return new DistributionRule.SlotsWithin(
                    limits.times(), Math.max(0, limits.least() - by), above ? limits.most() + by : limits.most());
        }
        return null;
    }

    /** What is left of a time when another is cut out: by weeks, by days, before and after it. */
    static List<TimePattern> without(TimePattern time, TimePattern cut) {
        if (!time.overlaps(cut)) {
            return List.of(time);
        }
        List<TimePattern> rest = new ArrayList<>();
        if ((time.weeks() & ~cut.weeks()) != 0) {
            rest.add(new TimePattern(time.weeks() & ~cut.weeks(), time.days(), time.start(), time.length()));
        }
        long weeks = time.weeks() & cut.weeks();
        if ((time.days() & ~cut.days()) != 0) {
            rest.add(new TimePattern(weeks, time.days() & ~cut.days(), time.start(), time.length()));
        }
        int days = time.days() & cut.days();
        if (cut.start() > time.start()) {
            rest.add(new TimePattern(weeks, days, time.start(), cut.start() - time.start()));
        }
        if (cut.end() < time.end()) {
            rest.add(new TimePattern(weeks, days, cut.end(), time.end() - cut.end()));
        }
        return rest;
    }
}
