package org.horarium.server.generation.worker;

import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.variant.VariantListener;
import org.horarium.engine.variant.VariantOptions;
import org.horarium.engine.variant.VariantSet;

/** Makes variants, as {@link org.horarium.engine.variant.Variants#make} does. */
@FunctionalInterface
interface VariantSearch {
    /**
     * Makes variants.
     *
     * @param problem what to plan
     * @param options time, and which variants
     * @param listener told of progress and of each variant that is ready
     * @param stop ends it soon; what is ready by then is returned
     */
    VariantSet make(Problem problem, VariantOptions options, VariantListener listener, StopSignal stop);
}
