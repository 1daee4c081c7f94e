package org.horarium.formats.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.variant.Difference;
import org.horarium.engine.variant.Variant;
import org.horarium.engine.variant.VariantListener;
import org.horarium.engine.variant.VariantOptions;
import org.horarium.engine.variant.VariantSet;
import org.horarium.engine.variant.VariantSet.Made;
import org.horarium.engine.variant.Variants;
import org.horarium.engine.verify.Verifier;
import org.horarium.formats.college.problem.CollegeProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five variants of the demo department, with a few seconds of work: each is a real choice. */
class DepartmentVariantsTest {
    private static final Problem DEPARTMENT =
            CollegeProblem.of(DemoCollege.department()).problem();

    /** Near the best possible, plans that are 15 % apart may differ by one point in eight thousand. */
    private static final double NEARLY = 1.005;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyTwoDifferAndNoneIsBeatenAtWhatItIsFor(long seed) {
        assumeTrue(NativeSolver.problem() == null, NativeSolver::problem);
        VariantSet set = Variants.make(
                DEPARTMENT,
                VariantOptions.all(
                        new SolverOptions(Duration.ofSeconds(600), 1, seed, Effort.ofWork(400_000_000)), null),
                VariantListener.SILENT,
                new StopSignal());

        assertThat(set.missing()).isEmpty();
        assertThat(set.plans()).extracting(Made::variant).containsExactly(Variant.values());
        for (Made made : set.plans()) {
            Variant variant = made.variant();
            assertThat(Verifier.verify(DEPARTMENT, made.solution().plan()).violations())
                    .as("%s", variant)
                    .isEmpty();
            for (Made other : set.plans()) {
                if (other == made) {
                    continue;
                }
                Difference difference = Difference.between(
                        DEPARTMENT, made.solution().plan(), other.solution().plan());
                assertThat(difference.share())
                        .as("%s and %s", variant, other.variant())
                        .isGreaterThanOrEqualTo(VariantOptions.APART);
                if (variant == Variant.LEAST_CHANGE) {
                    assertThat(made.kpis().moved())
                            .as("moved from balanced")
                            .isEqualTo(Difference.between(
                                            DEPARTMENT,
                                            set.plans().get(0).solution().plan(),
                                            made.solution().plan())
                                    .moved()
                                    .size());
                }
                if (variant != Variant.LEAST_CHANGE || other.variant() != Variant.BALANCED) {
                    assertThat((double) made.kpis().own(variant))
                            .as("%s against %s", variant, other.variant())
                            .isLessThanOrEqualTo(NEARLY * other.kpis().own(variant));
                }
            }
        }
        Made students = set.plans().get(Variant.STUDENT_COMPACT.ordinal());
        Made balanced = set.plans().get(0);
        assertThat(students.kpis().own(Variant.STUDENT_COMPACT))
                .as("students notice")
                .isLessThan(balanced.kpis().own(Variant.STUDENT_COMPACT));
    }
}
