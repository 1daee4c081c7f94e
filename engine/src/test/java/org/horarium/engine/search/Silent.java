package org.horarium.engine.search;

/** Nobody looks. */
public final class Silent implements Watcher {
    @Override
    public void phase(Phase phase) {}

    @Override
    public void progress(Incumbent best, long moves, double progress) {}

    @Override
    public void improved(Incumbent best) {}
}
