package org.horarium.engine.model;

import java.util.List;

/**
 * At no time more of something is in use than there is: portable equipment, a shared car park, invigilators.
 *
 * <p>Unit of violation: one piece too few in one slot of one day of one week.
 *
 * @param id unique among constraints
 * @param name what is scarce, for people
 * @param demands what each event needs while it lasts
 * @param capacity how many pieces there are
 * @param strength hard, or the penalty of a unit
 */
public record Cumulative(String id, String name, List<Demand> demands, int capacity, Strength strength)
        implements Constraint {
    public Cumulative {
        Checks.range("capacity", capacity, 0, Integer.MAX_VALUE);
        demands = List.copyOf(demands);
    }

    @Override
    public CostComponent component() {
        return CostComponent.CAPACITY;
    }

    /**
     * What an event needs.
     *
     * @param event id of the {@link Event}
     * @param amount pieces, at least 1
     */
    public record Demand(String event, int amount) {
        public Demand {
            Checks.range("amount", amount, 1, Integer.MAX_VALUE);
        }
    }
}
