package org.horarium.engine.model;

/**
 * A person who may fill a {@link StaffNeed}, and what that costs.
 *
 * @param person id of the {@link Person}
 * @param penalty cost in units of {@link Weights#staff()}, at least 0; an unpopular assignment costs more
 */
public record PersonOption(String person, int penalty) {
    public PersonOption {
        Checks.range("penalty", penalty, 0, Integer.MAX_VALUE);
    }
}
