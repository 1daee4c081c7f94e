package org.horarium.engine.pipeline;

import java.util.EnumSet;
import java.util.Set;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.lns.BestStaff;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Stage;

/** Which stages are worth their time at which size; {@code docs/algorithm.md} has the figures they come from. */
final class Defaults {
    /** Largest exact model, in variables, that is tried as a whole. */
    private static final long SMALL_MODEL = 40_000;

    private static final int SMALL_EVENTS = 30;

    /** CP-SAT needs so long for each event to choose people well; with less it is better not to begin. */
    private static final double STAFF_SECONDS_PER_EVENT = 0.0012;

    private Defaults() {}

    /**
     * The stages that follow annealing unless others are asked for.
     *
     * @param seconds what choosing people may take each time, as CP-SAT counts
     */
    static Set<Stage> stages(CompiledProblem compiled, double seconds) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        if (isSmall(compiled)) {
            stages.add(Stage.EXACT);
        } else if (seconds >= STAFF_SECONDS_PER_EVENT * compiled.events.count()
                && paysToChoosePeople(compiled.problem)) {
            stages.add(Stage.STAFF);
        }
        return stages.isEmpty() || NativeSolver.problem() == null ? stages : EnumSet.noneOf(Stage.class);
    }

    /** Not where the plan is to stay close to another: then hardly anybody changes. */
    private static boolean paysToChoosePeople(Problem problem) {
        return BestStaff.suits(problem) && problem.constraints().stream().noneMatch(LeastChange.class::isInstance);
    }

    /** Whether a problem can be said to CP-SAT as a whole with hope for a proof. */
    static boolean isSmall(CompiledProblem compiled) {
        return compiled.events.count() <= SMALL_EVENTS
                && compiled.students.demands == 0
                && variables(compiled) <= SMALL_MODEL;
    }

    /** Variables of the exact model: times, and times with rooms and with people where there is a choice. */
    private static long variables(CompiledProblem compiled) {
        long sum = 0;
        for (int e = 0; e < compiled.events.count(); e++) {
            long times = compiled.events.times()[e].length;
            long choices = 1 + compiled.events.rooms()[e].length;
            for (int decision : compiled.staff.decisionsOfEvent()[e]) {
                choices += compiled.staff.candidates()[decision].length;
            }
            sum += times * choices;
        }
        return sum;
    }
}
