package org.horarium.engine.search;

import java.util.List;

/**
 * Annealing alone: one full annealing (several where moves are so fast that each has time to cool), then a short one of the
 * best plan; where there was a plan to begin with, no full annealing, which would leave nothing of it.
 */
public final class Schedule implements Strategy {
    /** One long annealing reaches more than several short ones; the last piece lets the best plan of all workers win. */
    private static final List<Slice> FROM_NOTHING = List.of(new Slice(1, 0.85), new Slice(0.3, 1));

    /** Three full ones of the same length: plans of different seeds lie further apart than those of different lengths. */
    private static final List<Slice> FROM_NOTHING_ON_SLOTS =
            List.of(new Slice(1, 0.85 / 3), new Slice(1, 0.85 / 2.15), new Slice(1, 0.85 / 1.3), new Slice(0.3, 1));

    private static final List<Slice> FROM_PLAN = List.of(new Slice(0.3, 0.4), new Slice(0.4, 0.5), new Slice(0.4, 1));

    private final double until;

    /**
     * A piece of annealing.
     *
     * @param heat where on the scale of temperatures it begins, see {@link Worker#improve}
     * @param share of what is left when it begins
     */
    private record Slice(double heat, double share) {}

    /** @param until share of the whole at which it ends, see {@link Worker#spent} */
    public Schedule(double until) {
        this.until = until;
    }

    private static List<Slice> slices(Crew crew) {
        if (crew.hasStartPlan()) {
            return FROM_PLAN;
        }
        return crew.annealsOnSlots() ? FROM_NOTHING_ON_SLOTS : FROM_NOTHING;
    }

    @Override
    public void run(Crew crew) {
        for (Slice slice : slices(crew)) {
            if (crew.isDone()) {
                return;
            }
            crew.round((worker, best) -> worker.improve(
                    best, slice.heat(), worker.spent() + slice.share() * Math.max(0, until - worker.spent())));
        }
    }
}
