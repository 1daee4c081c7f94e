package org.horarium.engine.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.horarium.engine.explain.Impossibility;
import org.horarium.engine.explain.Preflight;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.testing.PlantedProblem;
import org.horarium.engine.testing.Tightened;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The exact model says what the verifier says: of plans, of costs, and of problems without a plan. */
class ExactSolverTest {
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final int PROBLEMS = Integer.getInteger("exact.problems", 25);

    @BeforeEach
    void needsTheNativeSolver() {
        assumeTrue(NativeSolver.problem() == null, NativeSolver::problem);
    }

    private static ExactResult solve(Problem problem, ExactOptions options, Plan hint) {
        return ExactSolver.solve(problem, options, hint, new StopSignal());
    }

    @Test
    void findsAPlanWhereOneIsPlanted() {
        for (long seed = 1; seed <= PROBLEMS; seed++) {
            PlantedProblem.Planted planted = PlantedProblem.of(seed);

            ExactResult result = solve(planted.problem(), ExactOptions.feasibility(SHORT), Plan.EMPTY);

            assertThat(result.provedInfeasible()).as("seed %d", seed).isFalse();
            if (result.plan() != null && result.leftOut().isEmpty()) {
                assertThat(Verifier.verify(planted.problem(), result.plan()).violations())
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void theBestPlanCostsWhatTheVerifierSays() {
        for (long seed = 1; seed <= PROBLEMS; seed++) {
            PlantedProblem.Planted planted = PlantedProblem.of(seed);
            Problem soft = Tightened.soft(planted.problem(), seed);
            Plan plantedPlan = Tightened.withoutStudents(planted.plan());

            ExactResult result = solve(soft, ExactOptions.ofSeconds(SHORT.toSeconds()), plantedPlan);

            assertThat(result.plan()).as("seed %d", seed).isNotNull();
            Verdict verdict = Verifier.verify(soft, Objects.requireNonNull(result.plan()));
            assertThat(verdict.violations()).as("seed %d", seed).isEmpty();
            long ofPlanted = Verifier.verify(soft, plantedPlan).score().total();
            assertThat(result.bound()).as("bound of seed %d", seed).isLessThanOrEqualTo(ofPlanted);
            if (result.status() == ExactResult.Status.OPTIMAL
                    && result.leftOut().isEmpty()) {
                assertThat(result.bound())
                        .as("cost of seed %d: %s", seed, verdict.score())
                        .isEqualTo(verdict.score().total());
            }
        }
    }

    @Test
    void agreesWithPreflightOnWhatIsImpossible() {
        int impossible = 0;
        for (long seed = 1; seed <= 4L * PROBLEMS; seed++) {
            PlantedProblem.Planted planted = PlantedProblem.of(seed);
            Problem problem = Tightened.withoutPlannedTimes(planted.problem(), planted.plan(), seed);
            List<Impossibility> found = Preflight.check(problem);
            if (!found.isEmpty()) {
                impossible++;
                ExactResult result = solve(problem, ExactOptions.feasibility(SHORT), Plan.EMPTY);
                boolean feasible = result.plan() != null
                        && Verifier.verify(problem, result.plan()).feasible();
                assertThat(feasible).as("seed %d: %s", seed, found).isFalse();
            }
        }
        assertThat(impossible).isGreaterThan(5);
    }
}
