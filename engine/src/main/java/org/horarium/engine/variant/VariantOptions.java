package org.horarium.engine.variant;

import java.util.List;
import java.util.Map;
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
 * @param made plans of variants that an earlier run has made: they are kept and not made again, as long as they have no
 *     violations and are far enough apart
 */
public record VariantOptions(
        SolverOptions limits,
        List<Variant> wanted,
        @Nullable Plan published,
        double apart,
        Map<Variant, Plan> made) {
    /** The share of events by which any two variants differ. */
    public static final double APART = 0.15;

    public VariantOptions {
        wanted = List.copyOf(wanted);
        made = Map.copyOf(made);
        if (!(apart >= 0 && apart <= 1)) {
            throw new IllegalArgumentException("The share (%s) must be between 0 and 1.".formatted(apart));
        }
    }

    /** Variants of which none is made yet. */
    public VariantOptions(SolverOptions limits, List<Variant> wanted, @Nullable Plan published, double apart) {
        this(limits, wanted, published, apart, Map.of());
    }

    /** The same, but going on from what an earlier run has made. */
    public VariantOptions keeping(Map<Variant, Plan> plans) {
        return new VariantOptions(limits, wanted, published, apart, plans);
    }

    /** All five, at least 15 % apart. */
    public static VariantOptions all(SolverOptions limits, @Nullable Plan published) {
        return new VariantOptions(limits, List.of(Variant.values()), published, APART);
    }
}
