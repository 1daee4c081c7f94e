package org.horarium.engine.model;

import java.util.List;

/**
 * The nineteen distribution constraints of the International Timetabling Competition 2019 (problem description,
 * "Distribution Constraints"), and after them three that schools need. {@code Ci.start} and {@code Ci.end} are the first slot and the first slot after; days
 * and weeks are bit masks. Events that are not placed take no part; a pairwise rule on rooms holds where one of the two
 * events has no room.
 */
public sealed interface DistributionRule {
    /** Pairwise: {@code Ci.start = Cj.start}, whatever the days and weeks. */
    record SameStart() implements DistributionRule {}

    /** Pairwise: the shorter lies within the longer, in the time of day. */
    record SameTime() implements DistributionRule {}

    /** Pairwise: they share no time of day, whatever their days and weeks. */
    record DifferentTime() implements DistributionRule {}

    /** Pairwise: the days of one are a subset of those of the other. */
    record SameDays() implements DistributionRule {}

    /** Pairwise: no day in common. */
    record DifferentDays() implements DistributionRule {}

    /** Pairwise: the weeks of one are a subset of those of the other. */
    record SameWeeks() implements DistributionRule {}

    /** Pairwise: no week in common. */
    record DifferentWeeks() implements DistributionRule {}

    /** Pairwise: they share a week, a day and a slot. */
    record Overlap() implements DistributionRule {}

    /** Pairwise: they do not share a week, a day and a slot. */
    record NotOverlap() implements DistributionRule {}

    /** Pairwise: same room. */
    record SameRoom() implements DistributionRule {}

    /** Pairwise: different rooms. */
    record DifferentRoom() implements DistributionRule {}

    /** Pairwise: they share no day of a week, or between the end of one and the start of the other there is time to travel between their rooms. */
    record SameAttendees() implements DistributionRule {}

    /**
     * Pairwise in list order: the first meeting of the earlier listed is before that of the later. Compared are the first
     * week, then the first day of the week, then {@code Ci.end ≤ Cj.start}.
     */
    record Precedence() implements DistributionRule {}

    /**
     * Pairwise: on a shared day of a shared week, from the first start to the last end at most {@code slots}.
     *
     * @param slots length of the working day
     */
    record WorkDay(int slots) implements DistributionRule {}

    /**
     * Pairwise: on a shared day of a shared week, at least {@code slots} between the end of one and the start of the other.
     *
     * @param slots smallest gap
     */
    record MinGap(int slots) implements DistributionRule {}

    /**
     * Whole set: at most {@code days} different days of the week are used. Units: days above.
     *
     * @param days largest number of days
     */
    record MaxDays(int days) implements DistributionRule {}

    /**
     * Whole set: the lengths of the events sum to at most {@code slots} on each day of each week. Units:
     * slots above, summed over days and weeks.
     *
     * @param slots largest load of a day
     */
    record MaxDayLoad(int slots) implements DistributionRule {}

    /**
     * Whole set: on each day of each week at most {@code breaks} breaks, where events at most {@code slots} apart count as
     * one block and there is one break fewer than blocks. Units: breaks above, summed over days and weeks.
     *
     * @param breaks largest number of breaks in a day
     * @param slots longest pause that is no break
     */
    record MaxBreaks(int breaks, int slots) implements DistributionRule {}

    /**
     * Whole set: on each day of each week no block of two or more events is longer than {@code length}, where events at
     * most {@code slots} apart form a block. Units: blocks that are too long, summed over days and weeks.
     *
     * @param length longest block, from the first start to the last end
     * @param slots longest pause within a block
     */
    record MaxBlock(int length, int slots) implements DistributionRule {}

    /**
     * Pairwise in list order, not of ITC-2019: on a shared day of a shared week the earlier listed ends before the later
     * listed starts.
     */
    record OrderedIfSameDay() implements DistributionRule {}

    /**
     * Pairwise, not of ITC-2019: the lowest days of the two patterns are at most {@code days} apart. Pairs that share no week
     * are not compared.
     *
     * @param days largest distance; 0 means the same day
     */
    record MaxDaysBetween(int days) implements DistributionRule {}

    /**
     * Pairwise, not of ITC-2019: on a shared day of a shared week, at most {@code slots} between the end of one and the
     * start of the other; 0 means one right after the other. Overlapping events keep it.
     *
     * @param slots largest gap
     */
    record MaxGap(int slots) implements DistributionRule {}

    /**
     * Pairwise, not of ITC-2019: where one begins when the other ends, on a shared day of a shared week, both are in the same
     * room. An event without a room keeps it.
     */
    record SameRoomIfConsecutive() implements DistributionRule {}

    /**
     * Whole set, not of ITC-2019: at most {@code most} of the events are, for a slot or more, within some selected times.
     * Units: events above; an event counts once, in however many weeks it meets.
     *
     * @param times the selected times, at least one
     * @param most largest number of events
     */
    record EventsWithin(List<TimePattern> times, int most) implements DistributionRule {
        public EventsWithin {
            times = selected(times);
            Checks.range("most", most, 0, Integer.MAX_VALUE);
        }
    }

    /**
     * Whole set, not of ITC-2019: in each slot of some selected times at most {@code most} of the events are going on. Units:
     * events above, summed over the slots of all weeks.
     *
     * @param times the selected times, at least one
     * @param most largest number of events at once
     */
    record AtOnceWithin(List<TimePattern> times, int most) implements DistributionRule {
        public AtOnceWithin {
            times = selected(times);
            Checks.range("most", most, 0, Integer.MAX_VALUE);
        }
    }

    /**
     * Whole set, not of ITC-2019: of the slots of some selected times at least {@code least} and at most {@code most} are
     * used by any of the events in each week. Units: slots missing or above, summed over the weeks.
     *
     * @param times the selected times, at least one
     * @param least smallest number of slots
     * @param most largest number of slots, not below {@code least}
     */
    record SlotsWithin(List<TimePattern> times, int least, int most) implements DistributionRule {
        public SlotsWithin {
            times = selected(times);
            Checks.range("least", least, 0, Integer.MAX_VALUE);
            Checks.range("most", most, least, Integer.MAX_VALUE);
        }
    }

    private static List<TimePattern> selected(List<TimePattern> times) {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("A rule about selected times needs at least one time.");
        }
        return List.copyOf(times);
    }

    /** The times that a rule selects; none for a rule about all times. */
    static List<TimePattern> timesOf(DistributionRule rule) {
        if (rule instanceof EventsWithin within) {
            return within.times();
        } else if (rule instanceof AtOnceWithin within) {
            return within.times();
        }
        return rule instanceof SlotsWithin within ? within.times() : List.of();
    }
}
