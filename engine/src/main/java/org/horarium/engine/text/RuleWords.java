package org.horarium.engine.text;

import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.WorkingDays;

/** Says in a few words what a constraint asks for. */
public final class RuleWords {
    private RuleWords() {}

    /** For example "at least 2 days between sessions". */
    public static String of(Constraint constraint) {
        if (constraint instanceof CalendarConstraint calendar) {
            return of(calendar.rule());
        } else if (constraint instanceof Distribution distribution) {
            return of(distribution.rule());
        } else if (constraint instanceof MinDaysBetween between) {
            return "at least " + Words.count(between.days(), "day") + " from one session to the next";
        } else if (constraint instanceof WorkingDays days) {
            return "sessions on at least " + Words.count(days.days(), "different day");
        } else if (constraint instanceof RoomStability stability) {
            return stability.rooms() == 1
                    ? "all sessions in one room"
                    : "all sessions in at most " + Words.count(stability.rooms(), "room");
        } else if (constraint instanceof SameStaff same) {
            return "the same " + same.role() + " for all sessions";
        } else if (constraint instanceof Cumulative cumulative) {
            return "at most %d × %s at a time".formatted(cumulative.capacity(), cumulative.name());
        } else if (constraint instanceof LoadBalance balance) {
            return "loads within " + Words.count(balance.step(), "slot") + " of their targets";
        } else if (constraint instanceof LeastChange) {
            return "as few changes as possible";
        } else if (constraint instanceof StaffFairness) {
            return "nobody's wishes passed over beyond their share";
        }
        return constraint.id();
    }

    static String of(CalendarRule rule) {
        if (rule instanceof CalendarRule.MaxGapsPerDay max) {
            return "at most " + Words.count(max.gaps(), "gap") + " a day";
        } else if (rule instanceof CalendarRule.MaxGapsPerWeek max) {
            return "at most " + Words.count(max.gaps(), "gap") + " a week";
        } else if (rule instanceof CalendarRule.MinSlotsPerDay min) {
            return "at least %s a day%s"
                    .formatted(Words.count(min.slots(), "slot"), min.emptyDaysAllowed() ? " with any" : "");
        } else if (rule instanceof CalendarRule.MaxSlotsPerDay max) {
            return "at most " + Words.count(max.slots(), "slot") + " a day";
        } else if (rule instanceof CalendarRule.MaxSlotsPerWeek max) {
            return "at most " + Words.count(max.slots(), "slot") + " a week";
        } else if (rule instanceof CalendarRule.MaxDaysPerWeek max) {
            return "at most " + Words.count(max.days(), "day") + " a week";
        } else if (rule instanceof CalendarRule.MaxConsecutive max) {
            return "at most " + Words.count(max.slots(), "slot") + " without a pause";
        } else if (rule instanceof CalendarRule.MaxSpanPerDay max) {
            return "at most " + Words.count(max.slots(), "slot") + " from first to last";
        } else if (rule instanceof CalendarRule.MinRest min) {
            return "at least " + Words.count(min.slots(), "free slot") + " overnight";
        } else if (rule instanceof CalendarRule.IntervalMaxDays max) {
            return "slots %d–%d on at most %s".formatted(max.from() + 1, max.to(), Words.count(max.days(), "day"));
        } else if (rule instanceof CalendarRule.EarlyStart early) {
            return "days begin with the first slot, at most %s with the second".formatted(early.lateDays());
        } else if (rule instanceof CalendarRule.MaxChanges max) {
            return "at most %s of %s a %s"
                    .formatted(
                            Words.count(max.changes(), "change"), Words.lower(max.place()), Words.lower(max.period()));
        }
        return "no isolated slot";
    }

    static String of(DistributionRule rule) {
        if (rule instanceof DistributionRule.SameStart) {
            return "same first slot";
        } else if (rule instanceof DistributionRule.SameTime) {
            return "same time of day";
        } else if (rule instanceof DistributionRule.DifferentTime) {
            return "different times of day";
        } else if (rule instanceof DistributionRule.SameDays) {
            return "same days";
        } else if (rule instanceof DistributionRule.DifferentDays) {
            return "different days";
        } else if (rule instanceof DistributionRule.SameWeeks) {
            return "same weeks";
        } else if (rule instanceof DistributionRule.DifferentWeeks) {
            return "different weeks";
        } else if (rule instanceof DistributionRule.Overlap) {
            return "at the same time";
        } else if (rule instanceof DistributionRule.NotOverlap) {
            return "not at the same time";
        } else if (rule instanceof DistributionRule.SameRoom) {
            return "same room";
        } else if (rule instanceof DistributionRule.DifferentRoom) {
            return "different rooms";
        } else if (rule instanceof DistributionRule.SameAttendees) {
            return "same attendees";
        } else if (rule instanceof DistributionRule.Precedence) {
            return "one before the other";
        } else if (rule instanceof DistributionRule.WorkDay max) {
            return "a working day of at most " + Words.count(max.slots(), "slot");
        } else if (rule instanceof DistributionRule.MinGap min) {
            return "at least " + Words.count(min.slots(), "slot") + " between";
        } else if (rule instanceof DistributionRule.OrderedIfSameDay) {
            return "one before the other on a day they share";
        } else if (rule instanceof DistributionRule.MaxDaysBetween max) {
            return "at most " + Words.count(max.days(), "day") + " apart";
        } else if (rule instanceof DistributionRule.MaxGap max) {
            return max.slots() == 0
                    ? "one right after the other on a day they share"
                    : "at most " + Words.count(max.slots(), "slot") + " between on a day they share";
        } else if (rule instanceof DistributionRule.MaxDays max) {
            return "at most " + Words.count(max.days(), "day");
        } else if (rule instanceof DistributionRule.MaxDayLoad max) {
            return "at most " + Words.count(max.slots(), "slot") + " a day";
        } else if (rule instanceof DistributionRule.SameRoomIfConsecutive) {
            return "same room where one right after the other";
        } else if (rule instanceof DistributionRule.EventsWithin max) {
            return "at most " + Words.count(max.most(), "session") + " within the selected times";
        } else if (rule instanceof DistributionRule.AtOnceWithin max) {
            return "at most " + Words.count(max.most(), "session") + " at once within the selected times";
        } else if (rule instanceof DistributionRule.SlotsWithin limits) {
            return slotsWithin(limits);
        }
        return Words.rule(rule);
    }

    private static String slotsWithin(DistributionRule.SlotsWithin limits) {
        List<String> parts = new ArrayList<>();
        if (limits.least() > 0) {
            parts.add("at least " + Words.count(limits.least(), "slot"));
        }
        if (limits.most() < Integer.MAX_VALUE) {
            parts.add("at most " + Words.count(limits.most(), "slot"));
        }
        return Words.list(parts) + " of the selected times in use";
    }
}
