package org.horarium.engine.model;

import java.util.List;

/**
 * People carry a load near their target.
 *
 * <p>Load: slots of all events a person is assigned to, summed over the weeks of the grid (an event in two weeks counts
 * twice). Unit of violation: for each person the square of the number of whole {@code step}s by which the load lies
 * away from the target, above or below: {@code (|load − target| / step)²}, with integer division.
 *
 * @param id unique among constraints
 * @param targets whose load counts, and what it should be
 * @param step slots that do not matter, at least 1
 * @param strength hard, or the penalty of a unit
 */
public record LoadBalance(String id, List<Target> targets, int step, Strength strength) implements Constraint {
    public LoadBalance {
        Checks.range("step", step, 1, 1_000_000);
        targets = List.copyOf(targets);
    }

    @Override
    public CostComponent component() {
        return CostComponent.LOAD;
    }

    /**
     * What a person should carry.
     *
     * @param person id of the {@link Person}
     * @param slots load, summed over the weeks of the grid
     */
    public record Target(String person, int slots) {
        public Target {
            Checks.range("target", slots, 0, Integer.MAX_VALUE);
        }
    }
}
