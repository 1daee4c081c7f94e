package org.horarium.engine.model;

/**
 * A time at which an event may take place, and what that costs.
 *
 * @param pattern the time
 * @param penalty cost in units of {@link Weights#time()}, at least 0
 */
public record TimeOption(TimePattern pattern, int penalty) {
    public TimeOption {
        Checks.range("penalty", penalty, 0, Integer.MAX_VALUE);
    }
}
