package org.horarium.engine.search;

import java.util.List;

/** How what is left after the first feasible plan is divided: one full annealing, then re-annealings of the best plan. */
final class Schedule {
    private Schedule() {}

    /**
     * A piece of annealing.
     *
     * @param heat where on the scale of temperatures it begins, see {@link Worker#improve}
     * @param share of what is left when it begins
     */
    record Slice(double heat, double share) {}

    static List<Slice> fromNothing() {
        return List.of(new Slice(1, 0.5), new Slice(0.4, 0.5), new Slice(0.4, 1));
    }

    /** Where there was a plan to begin with: no full annealing, which would leave nothing of it. */
    static List<Slice> fromPlan() {
        return List.of(new Slice(0.3, 0.4), new Slice(0.4, 0.5), new Slice(0.4, 1));
    }
}
