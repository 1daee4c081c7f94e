package org.horarium.engine.model;

import java.util.List;

/**
 * The events use at least so many different days of the week (ITC-2007, minimum working days). Weeks are not told apart.
 *
 * <p>Unit of violation: a missing day.
 *
 * @param id unique among constraints
 * @param events ids of the events
 * @param days smallest number of days
 * @param strength hard, or the penalty of a missing day
 */
public record WorkingDays(String id, List<String> events, int days, Strength strength) implements Constraint {
    public WorkingDays {
        Checks.range("days", days, 1, 31);
        events = List.copyOf(events);
    }

    @Override
    public CostComponent component() {
        return CostComponent.SPREAD;
    }
}
