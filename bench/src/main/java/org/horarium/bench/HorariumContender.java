package org.horarium.bench;

import org.horarium.engine.solve.Effort;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.Solver;
import org.horarium.engine.solve.SolverOptions;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.verify.Verifier;

/** Our own engine. */
final class HorariumContender implements Contender {
    @Override
    public String name() {
        return "Horarium";
    }

    @Override
    public Run run(Instance instance, Limits limits) {
        Solution solution = Solver.standard()
                .solve(
                        instance.problem(),
                        new SolverOptions(limits.time(), limits.threads(), limits.seed(), Effort.WHOLE_LIMIT),
                        event -> {},
                        new StopSignal());
        long millis = Math.max(1, solution.elapsed().toMillis());
        return new Run(
                Verifier.verify(instance.problem(), solution.plan()).score(),
                solution.elapsed(),
                solution.timeToFeasible(),
                solution.moves() * 1000 / millis);
    }
}
