package org.horarium.engine.search;

import org.jspecify.annotations.Nullable;

/** Nobody looks. */
public final class Silent implements Watcher {
    @Override
    public void phase(Phase phase) {}

    @Override
    public void progress(Incumbent best, long moves, double progress) {}

    @Override
    public void improved(Incumbent best) {}

    @Override
    public void stageStarted(String stage) {}

    @Override
    public void stageFinished(String stage, Incumbent best, @Nullable Long bound, double share, String note) {}
}
