package org.horarium.engine.model;

import java.util.List;

/**
 * Sessions are spread over the week: the first days of any two of the events differ by at least {@code days}.
 *
 * <p>Unit of violation: one missing day of one pair, {@code days − |d1 − d2|}, where {@code d} is the lowest day of the
 * event's pattern. Pairs that share no week are not compared.
 *
 * @param id unique among constraints
 * @param events ids of the events
 * @param days smallest distance, at least 1
 * @param strength hard, or the penalty of a missing day
 */
public record MinDaysBetween(String id, List<String> events, int days, Strength strength) implements Constraint {
    public MinDaysBetween {
        Checks.range("days", days, 1, 31);
        events = List.copyOf(events);
    }

    @Override
    public CostComponent component() {
        return CostComponent.SPREAD;
    }
}
