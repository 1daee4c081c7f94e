package org.horarium.formats.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverEvent;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.formats.college.problem.CollegeProblem;
import org.junit.jupiter.api.Test;

/** The small demo is solved to the end: no plan is better, and the solver's own choice of stages knows it. */
class SmallDemoProofTest {
    @Test
    void thePlanOfTheSmallDemoIsProvedToBeTheBest() {
        assumeTrue(NativeSolver.problem() == null, NativeSolver::problem);
        Problem problem =
                CollegeProblem.of(DemoCollege.of(DemoCollege.Size.SMALL)).problem();
        List<SolverEvent.StageFinished> stages = new ArrayList<>();

        Solution solution = Solver.standard()
                .solve(
                        problem,
                        new SolverOptions(Duration.ofSeconds(300), 1, 1, Effort.ofWorkFor(Duration.ofSeconds(30))),
                        event -> {
                            if (event instanceof SolverEvent.StageFinished finished) {
                                stages.add(finished);
                            }
                        },
                        new StopSignal());

        SolverEvent.StageFinished last = stages.get(stages.size() - 1);
        assertThat(solution.verdict().violations()).isEmpty();
        assertThat(last.stage()).isEqualTo("exact");
        assertThat(last.note()).contains("proved");
        assertThat(last.bound()).isEqualTo(solution.verdict().score().total());
    }
}
