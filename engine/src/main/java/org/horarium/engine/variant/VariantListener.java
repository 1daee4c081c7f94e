package org.horarium.engine.variant;

import org.horarium.engine.solve.SolverEvent;

/** Is told how the making of variants goes, from one thread at a time; must return quickly. */
public interface VariantListener {
    /** Tells nobody. */
    VariantListener SILENT = new VariantListener() {
        @Override
        public void progress(Variant variant, SolverEvent event, double progress) {}

        @Override
        public void made(VariantSet.Made made) {}
    };

    /**
     * What the solver tells while it works on a variant.
     *
     * @param variant which
     * @param event of the solver; scores are those of the variant's own weights, and time is since that solver began
     * @param progress share of the work on all variants that is done, 0 to 1
     */
    void progress(Variant variant, SolverEvent event, double progress);

    /** A variant is ready, or has become better. */
    void made(VariantSet.Made made);
}
