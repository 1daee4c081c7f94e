package org.horarium.formats.fet;

import java.util.List;
import java.util.Set;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.RoomStability;
import org.jspecify.annotations.Nullable;

/**
 * FET's word for a constraint of the model.
 *
 * @param type name of the element without {@code Constraint} and without the scope
 * @param parameter name of the element that holds the limit; empty for none
 * @param limit the limit
 */
record FetWords(String type, String parameter, int limit) {
    /** Types that FET 6.8.5 takes with 100 % alone. */
    private static final Set<String> ONLY_HARD = Set.of(
            "MaxGapsPerDay",
            "MaxGapsPerWeek",
            "MinHoursDaily",
            "MaxDaysPerWeek",
            "IntervalMaxDaysPerWeek",
            "MaxSpanPerDay",
            "MinRestingHours",
            "EarlyMaxBeginningsAtSecondHour",
            "MaxBuildingChangesPerDay",
            "MaxBuildingChangesPerWeek",
            "MaxRoomChangesPerDay",
            "MaxRoomChangesPerWeek",
            "ActivitiesOccupyMaxDifferentRooms",
            "ActivitiesSameRoomIfConsecutive",
            "ActivitiesMaxSimultaneousInSelectedTimeSlots",
            "MaxTotalActivitiesFromSetInSelectedTimeSlots",
            "ActivitiesOccupyMaxTimeSlotsFromSelection",
            "ActivitiesOccupyMinTimeSlotsFromSelection");

    /** Whether FET takes it with less than 100 % too. */
    boolean softToo() {
        return !ONLY_HARD.contains(type);
    }

    /** Null where FET has no such constraint. */
    static @Nullable FetWords of(Constraint constraint) {
        if (constraint instanceof CalendarConstraint calendar) {
            return ofCalendar(calendar.rule(), calendar.kind() == CalendarConstraint.MemberKind.GROUP);
        } else if (constraint instanceof MinDaysBetween days) {
            return new FetWords("MinDaysBetweenActivities", "MinDays", days.days());
        } else if (constraint instanceof RoomStability stability) {
            return new FetWords(
                    "ActivitiesOccupyMaxDifferentRooms", "Max_Number_of_Different_Rooms", stability.rooms());
        } else if (constraint instanceof Cumulative cumulative) {
            return cumulative.demands().stream().allMatch(demand -> demand.amount() == 1)
                    ? new FetWords(
                            "ActivitiesMaxSimultaneousInSelectedTimeSlots",
                            "Max_Number_of_Simultaneous_Activities",
                            cumulative.capacity())
                    : null;
        }
        return constraint instanceof Distribution distribution
                ? ofDistribution(distribution.rule(), distribution.events())
                : null;
    }

    /** The element that limits changes, such as {@code Max_Room_Changes_Per_Day}; without its lines it is the type. */
    static String changes(CalendarRule.Place place, CalendarRule.Period period) {
        return "Max_%s_Changes_Per_%s"
                .formatted(
                        place == CalendarRule.Place.ROOM ? "Room" : "Building",
                        period == CalendarRule.Period.DAY ? "Day" : "Week");
    }

    private static @Nullable FetWords ofCalendar(CalendarRule rule, boolean students) {
        if (rule instanceof CalendarRule.MaxGapsPerDay r) {
            return new FetWords("MaxGapsPerDay", "Max_Gaps", r.gaps());
        } else if (rule instanceof CalendarRule.MaxGapsPerWeek r) {
            return new FetWords("MaxGapsPerWeek", "Max_Gaps", r.gaps());
        } else if (rule instanceof CalendarRule.MinSlotsPerDay r) {
            return new FetWords("MinHoursDaily", "Minimum_Hours_Daily", r.slots());
        } else if (rule instanceof CalendarRule.MaxSlotsPerDay r) {
            return new FetWords("MaxHoursDaily", "Maximum_Hours_Daily", r.slots());
        } else if (rule instanceof CalendarRule.MaxConsecutive r) {
            return new FetWords("MaxHoursContinuously", "Maximum_Hours_Continuously", r.slots());
        } else if (rule instanceof CalendarRule.MaxDaysPerWeek r) {
            return new FetWords("MaxDaysPerWeek", "Max_Days_Per_Week", r.days());
        } else if (rule instanceof CalendarRule.IntervalMaxDays r) {
            return new FetWords("IntervalMaxDaysPerWeek", "Max_Days_Per_Week", r.days());
        } else if (rule instanceof CalendarRule.MaxSpanPerDay r) {
            return new FetWords("MaxSpanPerDay", "Max_Span", r.slots());
        } else if (rule instanceof CalendarRule.MinRest r) {
            return new FetWords("MinRestingHours", "Minimum_Resting_Hours", r.slots());
        } else if (rule instanceof CalendarRule.EarlyStart r && students) {
            return new FetWords("EarlyMaxBeginningsAtSecondHour", "Max_Beginnings_At_Second_Hour", r.lateDays());
        } else if (rule instanceof CalendarRule.MaxChanges r) {
            String parameter = changes(r.place(), r.period());
            return new FetWords(parameter.replace("_", ""), parameter, r.changes());
        }
        return null;
    }

    private static @Nullable FetWords ofDistribution(DistributionRule rule, List<String> events) {
        if (rule instanceof DistributionRule.SameStart) {
            return new FetWords("ActivitiesSameStartingHour", "", 0);
        } else if (rule instanceof DistributionRule.SameDays) {
            return new FetWords("ActivitiesSameStartingDay", "", 0);
        } else if (rule instanceof DistributionRule.NotOverlap) {
            return new FetWords("ActivitiesNotOverlapping", "", 0);
        } else if (rule instanceof DistributionRule.MinGap r) {
            return new FetWords("MinGapsBetweenActivities", "MinGaps", r.slots());
        } else if (rule instanceof DistributionRule.MaxGap r) {
            return new FetWords("MaxGapsBetweenActivities", "MaxGaps", r.slots());
        } else if (rule instanceof DistributionRule.MaxDaysBetween r) {
            return new FetWords("MaxDaysBetweenActivities", "MaxDays", r.days());
        } else if (rule instanceof DistributionRule.Precedence && events.size() == 2) {
            return new FetWords("TwoActivitiesOrdered", "", 0);
        } else if (rule instanceof DistributionRule.OrderedIfSameDay && events.size() == 2) {
            return new FetWords("TwoActivitiesOrderedIfSameDay", "", 0);
        } else if (rule instanceof DistributionRule.SameRoomIfConsecutive) {
            return new FetWords("ActivitiesSameRoomIfConsecutive", "", 0);
        }
        return ofSelection(rule);
    }

    private static @Nullable FetWords ofSelection(DistributionRule rule) {
        if (rule instanceof DistributionRule.AtOnceWithin r) {
            return new FetWords(
                    "ActivitiesMaxSimultaneousInSelectedTimeSlots", "Max_Number_of_Simultaneous_Activities", r.most());
        } else if (rule instanceof DistributionRule.EventsWithin r) {
            return new FetWords(
                    "MaxTotalActivitiesFromSetInSelectedTimeSlots", "Max_Total_Number_of_Activities", r.most());
        } else if (rule instanceof DistributionRule.SlotsWithin r && r.least() == 0) {
            return new FetWords(
                    "ActivitiesOccupyMaxTimeSlotsFromSelection", "Max_Number_of_Occupied_Time_Slots", r.most());
        } else if (rule instanceof DistributionRule.SlotsWithin r && r.most() == Integer.MAX_VALUE) {
            return new FetWords(
                    "ActivitiesOccupyMinTimeSlotsFromSelection", "Min_Number_of_Occupied_Time_Slots", r.least());
        }
        return null;
    }
}
