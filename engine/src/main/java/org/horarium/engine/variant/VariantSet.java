package org.horarium.engine.variant;

import java.util.List;
import org.horarium.engine.solve.Solution;

/**
 * The variants that were made.
 *
 * @param plans those there are, the balanced one first
 * @param missing those that were wanted and are not there, and why
 */
public record VariantSet(List<Made> plans, List<Missing> missing) {
    public VariantSet {
        plans = List.copyOf(plans);
        missing = List.copyOf(missing);
    }

    /**
     * A variant.
     *
     * @param variant which
     * @param solution its plan, judged by the verifier under the weights of the problem itself
     * @param kpis its figures
     */
    public record Made(Variant variant, Solution solution, Kpis kpis) {}

    /**
     * A variant that is not there.
     *
     * @param variant which
     * @param reason why, with numbers
     */
    public record Missing(Variant variant, String reason) {}
}
