package org.horarium.assessment.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.horarium.assessment.Samples;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Plan;
import org.horarium.assessment.verify.Measures;
import org.horarium.assessment.verify.PlanVerifier;
import org.junit.jupiter.api.Test;

class CentreSearchTest {
    @Test
    void theSampleIsProvenOptimal() {
        Centre centre = Samples.section13();
        CentreSearch.Result result = search(centre, true);
        Plan plan = Objects.requireNonNull(result.plan());
        assertThat(PlanVerifier.verify(centre, plan)).isEmpty();
        assertThat(result.end()).isEqualTo(result.endBound());
        assertThat(plan.end()).isBeforeOrEqualTo(Samples.DAY.atTime(14, 55));
        assertThat(Measures.of(centre, plan).balance()).isEqualTo(result.balanceBound());
        System.out.println(plan.end() + " " + Measures.of(centre, plan));
    }

    @Test
    void listSchedulingAloneMakesAPlan() {
        Centre centre = Samples.section13();
        Plan plan = Objects.requireNonNull(search(centre, false).plan());
        assertThat(PlanVerifier.verify(centre, plan)).isEmpty();
    }

    private static CentreSearch.Result search(Centre centre, boolean exact) {
        return CentreSearch.search(centre, exact ? 10 : 0.5, 2, 1, exact, true, () -> false, r -> {});
    }
}
