package org.horarium.engine.search;

import org.horarium.engine.model.Plan;

/** Is told how a search goes, always from the thread that started it. */
public interface Watcher {
    /** A phase has begun. */
    void phase(Phase phase);

    /**
     * A sign of life, about twice a second.
     *
     * @param hard hard violations of the best plan
     * @param costs its costs, by ordinal of {@link org.horarium.engine.model.CostComponent}
     * @param moves moves tried
     * @param progress share of the work done, 0 to 1
     */
    void progress(long hard, long[] costs, long moves, double progress);

    /** A better plan, at most once a second; the last one always. */
    void improved(Plan plan, long hard, long[] costs);
}
