package org.horarium.engine.search;

import org.jspecify.annotations.Nullable;

/** Is told how a search goes, always from the thread that started it. */
public interface Watcher {
    /** A phase has begun. */
    void phase(Phase phase);

    /**
     * A sign of life, about twice a second.
     *
     * @param best the best plan so far; only to be looked at during the call
     * @param moves moves tried
     * @param progress share of the work done, 0 to 1
     */
    void progress(Incumbent best, long moves, double progress);

    /**
     * A better plan, at most once a second; the last one always.
     *
     * @param best the plan; only to be looked at during the call
     */
    void improved(Incumbent best);

    /** A stage of a strategy begins. */
    void stageStarted(String stage);

    /**
     * A stage is over.
     *
     * @param stage its name
     * @param best the best plan so far; only to be looked at during the call
     * @param bound no plan costs less; null where nothing is known
     * @param share of the whole that the stage took
     * @param note what came of it, in a few words; may be empty
     */
    void stageFinished(String stage, Incumbent best, @Nullable Long bound, double share, String note);
}
