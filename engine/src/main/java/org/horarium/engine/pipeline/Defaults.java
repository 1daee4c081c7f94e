package org.horarium.engine.pipeline;

import java.util.EnumSet;
import java.util.Set;
import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.exact.NativeSolver;
import org.horarium.engine.solve.Stage;

/** Which stages are worth their time at which size; {@code docs/algorithm.md} has the figures they come from. */
final class Defaults {
    /** Largest exact model, in variables, that is tried as a whole. */
    private static final long SMALL_MODEL = 40_000;

    private static final int SMALL_EVENTS = 30;

    private Defaults() {}

    /** The stages that follow annealing unless others are asked for. */
    static Set<Stage> stages(CompiledProblem compiled) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        if (isSmall(compiled) && NativeSolver.problem() == null) {
            stages.add(Stage.EXACT);
        }
        return stages;
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
