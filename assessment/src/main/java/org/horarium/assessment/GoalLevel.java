package org.horarium.assessment;

/**
 * How good a plan is in one goal.
 *
 * @param goal which
 * @param minutes what the plan has; less is better
 * @param bound no plan that is as good in the goals before it has less
 */
public record GoalLevel(Goal goal, int minutes, int bound) {
    /** True when no plan is better. */
    public boolean proven() {
        return minutes <= bound;
    }
}
