package org.horarium.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
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
        Effort effort = limits.processor() ? Effort.PROCESSOR_TIME : Effort.WHOLE_LIMIT;
        long before = processorNanos();
        Solution solution = Solver.standard()
                .solve(
                        instance.problem(),
                        new SolverOptions(limits.time(), limits.threads(), limits.seed(), effort),
                        event -> {},
                        new StopSignal());
        Duration spent = limits.processor() ? Duration.ofNanos(processorNanos() - before) : solution.elapsed();
        long millis = Math.max(1, spent.toMillis());
        return new Run(
                Verifier.verify(instance.problem(), solution.plan()).score(),
                solution.elapsed(),
                solution.timeToFeasible(),
                solution.moves() * 1000 / millis);
    }

    /** What all threads of this process used so far. */
    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
