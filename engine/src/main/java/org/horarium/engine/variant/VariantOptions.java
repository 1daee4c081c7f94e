package org.horarium.engine.variant;

import java.util.List;
import org.horarium.engine.model.Plan;
import org.horarium.engine.solve.SolverOptions;
import org.jspecify.annotations.Nullable;

/**
 * What variants to make.
 *
 * @param limits time for all of them together, threads, seed, effort, and a plan to begin with
 * @param wanted which, in the order in which they are made; {@link Variant#BALANCED} is always made first
 * @param published the plan that {@link Variant#LEAST_CHANGE} stays close to and that figures compare with; null when
 *     nothing is published
 * @param apart share of events by which any two differ, 0 to 1
 */
public record VariantOptions(
        SolverOptions limits,
        List<Variant> wanted,
        @Nullable Plan published,
        double apart) {
    /** The share of events by which any two variants differ. */
    public static final double APART = 0.15;

    public VariantOptions {
        wanted = List.copyOf(wanted);
        if (!(apart >= 0 && apart <= 1)) {
            throw new IllegalArgumentException("The share (%s) must be between 0 and 1.".formatted(apart));
        }
    }

    /** All five, at least 15 % apart. */
    public static VariantOptions all(SolverOptions limits, @Nullable Plan published) {
        return new VariantOptions(limits, List.of(Variant.values()), published, APART);
    }
}
