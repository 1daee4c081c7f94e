package org.horarium.engine.search;

import org.horarium.engine.compile.CompiledProblem;
import org.horarium.engine.model.Plan;

/** The best plan of a search at some time, for a {@link Watcher} to look at while it is told of it. */
public final class Incumbent {
    private final CompiledProblem compiled;
    private final Assignment assignment;

    Incumbent(CompiledProblem compiled, Assignment assignment) {
        this.compiled = compiled;
        this.assignment = assignment;
    }

    /** Units of broken hard rules as the search counts them; events without a place are among them. */
    public long broken() {
        return assignment.hard;
    }

    /** Events without a place. */
    public long unplaced() {
        long count = 0;
        for (int time : assignment.time) {
            count += time < 0 ? 1 : 0;
        }
        return count;
    }

    /** Costs by ordinal of {@link org.horarium.engine.model.CostComponent}. */
    public long[] costs() {
        return assignment.costs.clone();
    }

    /** The plan as records; made anew at each call. */
    public Plan plan() {
        return new PlanMaker(compiled).plan(assignment);
    }
}
