package org.horarium.engine.model;

import java.util.List;

/**
 * Nobody's wishes are passed over much more than those of others: a convex price that makes the search lift whoever is
 * worst off first, the usual stand-in for a leximin order while plans are searched.
 *
 * <p>Regret: what the options of all events that a person is assigned to cost, {@link PersonOption#penalty()} times
 * {@link Weights#staff()}, each event once. Level: {@code max(0, regret − free) / step}, with integer division, at most
 * {@value #MOST_LEVELS}. Unit of violation: for each person the cube of the level.
 *
 * @param id unique among constraints
 * @param shares whose regret counts, and how much
 * @param strength hard (no level at all), or the penalty of a unit
 */
public record StaffFairness(String id, List<Share> shares, Strength strength) implements Constraint {
    /** Levels that are told apart; keeps the cubes far from overflow. */
    public static final int MOST_LEVELS = 1_000;

    public StaffFairness {
        shares = List.copyOf(shares);
    }

    @Override
    public CostComponent component() {
        return CostComponent.FAIRNESS;
    }

    /**
     * How the regret of one person counts.
     *
     * @param person id of the {@link Person}
     * @param free regret that nobody could spare them, at least 0
     * @param step regret that makes one level, at least 1
     */
    public record Share(String person, int free, int step) {
        public Share {
            Checks.range("free", free, 0, Integer.MAX_VALUE);
            Checks.range("step", step, 1, Integer.MAX_VALUE);
        }

        /** The level of a regret. */
        public long level(long regret) {
            return Math.min(Math.max(0, regret - free) / step, MOST_LEVELS);
        }
    }
}
