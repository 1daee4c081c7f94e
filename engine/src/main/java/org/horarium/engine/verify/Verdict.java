package org.horarium.engine.verify;

import java.util.List;

/**
 * What the verifier says of a plan.
 *
 * @param score hard violations and costs
 * @param violations every broken hard rule
 */
public record Verdict(Score score, List<Violation> violations) {
    public Verdict {
        violations = List.copyOf(violations);
    }

    /** Whether no hard rule is broken. */
    public boolean feasible() {
        return score.feasible();
    }
}
