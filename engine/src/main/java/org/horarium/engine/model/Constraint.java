package org.horarium.engine.model;

/**
 * A rule over several events, people or groups, beyond what holds always (an event is placed once; nobody, no room and
 * no group is in two places; unavailability).
 *
 * <p>Each implementation states its <i>unit of violation</i>. A hard constraint allows none; a soft one costs its
 * penalty for each unit.
 */
public sealed interface Constraint
        permits CalendarConstraint,
                Cumulative,
                Distribution,
                LeastChange,
                LoadBalance,
                MinDaysBetween,
                RoomStability,
                SameStaff,
                StaffFairness,
                WorkingDays {
    /** Unique among constraints. */
    String id();

    /** Whether it must hold, or what a unit of violation costs. */
    Strength strength();

    /** The component its cost is counted in. */
    CostComponent component();
}
