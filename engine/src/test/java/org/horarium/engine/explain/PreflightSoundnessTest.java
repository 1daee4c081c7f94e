package org.horarium.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.horarium.engine.testing.PlantedProblem;
import org.horarium.engine.verify.Verifier;
import org.junit.jupiter.api.Test;

/** Pre-flight never speaks of an impossibility that is none: it is silent wherever there is a plan. */
class PreflightSoundnessTest {
    private static final int PROBLEMS = Integer.getInteger("preflight.problems", 250);

    @Test
    void isSilentWhereAPlanWasPlanted() {
        for (long seed = 1; seed <= PROBLEMS; seed++) {
            PlantedProblem.Planted planted = PlantedProblem.of(seed);
            assertThat(Verifier.verify(planted.problem(), planted.plan()).violations())
                    .as("the planted plan of seed %d", seed)
                    .isEmpty();
            assertThat(Preflight.check(planted.problem())).as("seed %d", seed).isEmpty();
        }
    }
}
