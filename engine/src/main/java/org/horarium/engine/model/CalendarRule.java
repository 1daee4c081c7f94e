package org.horarium.engine.model;

/**
 * A rule on the calendar of one person or one group. Loads are counted in slots; a <i>gap</i> is a slot between the
 * first and the last busy slot of a day in which the member is neither busy nor unavailable. A slot with two events (in a
 * plan with clashes) counts once. Units are summed over the members, the weeks of the grid and (where said) the days.
 */
public sealed interface CalendarRule {
    /**
     * At most so many gaps in a day. Units: gaps above, each day.
     *
     * @param gaps largest number
     */
    record MaxGapsPerDay(int gaps) implements CalendarRule {}

    /**
     * At most so many gaps in a week. Units: gaps above, each week.
     *
     * @param gaps largest number
     */
    record MaxGapsPerWeek(int gaps) implements CalendarRule {}

    /**
     * At least so many slots on each day that has any (or, if empty days are not allowed, on each day). Units: missing
     * slots, each day.
     *
     * @param slots smallest load of a day
     * @param emptyDaysAllowed whether a day without any event is fine
     */
    record MinSlotsPerDay(int slots, boolean emptyDaysAllowed) implements CalendarRule {}

    /**
     * At most so many slots in a day. Units: slots above, each day.
     *
     * @param slots largest load of a day
     */
    record MaxSlotsPerDay(int slots) implements CalendarRule {}

    /**
     * At most so many slots in a week. Units: slots above, each week.
     *
     * @param slots largest load of a week
     */
    record MaxSlotsPerWeek(int slots) implements CalendarRule {}

    /**
     * At most so many days with any event. Units: days above, each week.
     *
     * @param days largest number
     */
    record MaxDaysPerWeek(int days) implements CalendarRule {}

    /**
     * At most so many slots one after another. Units: slots above, for each run of busy slots.
     *
     * @param slots longest run
     */
    record MaxConsecutive(int slots) implements CalendarRule {}

    /**
     * From the first to the last busy slot of a day at most so many. Units: slots above, each day.
     *
     * @param slots largest span
     */
    record MaxSpanPerDay(int slots) implements CalendarRule {}

    /**
     * Between the last busy slot of a day and the first of the next day of the same week, both days being busy, at least so
     * many free slots (slots after the one plus slots before the other). Units: missing slots, each pair of days.
     *
     * @param slots shortest rest, counted on the grid
     */
    record MinRest(int slots) implements CalendarRule {}

    /**
     * On at most so many days of a week is there anything in the slots {@code from} (inclusive) to {@code to} (exclusive).
     * Units: days above, each week.
     *
     * @param from first slot of the interval
     * @param to first slot after it
     * @param days largest number of days
     */
    record IntervalMaxDays(int from, int to, int days) implements CalendarRule {}

    /**
     * Days begin early: with the first slot, or on at most {@code lateDays} days of a week with the second (FET, early
     * beginnings). Slots in which the member is unavailable do not count. Units, each week: on each busy day the free slots
     * before the first busy one beyond one; and the busy days with any such free slot above {@code lateDays}.
     *
     * @param lateDays largest number of days that begin with the second slot
     */
    record EarlyStart(int lateDays) implements CalendarRule {}

    /**
     * No busy slot without a busy neighbour on the same day (ITC-2007, curriculum compactness). Units: busy slots with
     * neither neighbour busy, each day.
     */
    record NoIsolatedSlot() implements CalendarRule {}

    /**
     * At most so many changes from one room, or one building, to another (FET, room changes and building changes). The
     * member's events of a day that have a room (for buildings: a room whose building is known) are taken in the order of
     * their first slots, those that begin together in the problem's order; a change is an event in another room (building)
     * than the one before it. From one day to the next there is none. Units: changes above, each day or each week.
     *
     * @param place what is changed
     * @param period whether the changes of a day count, or those of all days of a week together
     * @param changes largest number
     */
    record MaxChanges(Place place, Period period, int changes) implements CalendarRule {
        public MaxChanges {
            Checks.range("changes", changes, 0, Integer.MAX_VALUE);
        }
    }

    /** Where an event is, as closely as a rule looks. */
    enum Place {
        /** The room. */
        ROOM,
        /** The building of the room. */
        BUILDING
    }

    /** Over which time something is counted. */
    enum Period {
        /** A day of a week. */
        DAY,
        /** A week of the grid. */
        WEEK
    }
}
