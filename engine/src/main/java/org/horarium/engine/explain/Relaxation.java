package org.horarium.engine.explain;

import java.util.List;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Something to change so that there is a plan.
 *
 * @param steps what to change, all of it
 * @param cost sum of the prices of its steps; suggestions are ranked by it
 * @param check whether the changed problem was solved
 * @param relaxed the changed problem
 * @param plan a plan of the changed problem without any violation, not a good one; null when none was found
 */
public record Relaxation(
        List<Step> steps,
        long cost,
        Check check,
        Problem relaxed,
        @Nullable Plan plan) {
    public Relaxation {
        steps = List.copyOf(steps);
    }

    /**
     * One change.
     *
     * @param rule the rule that is relaxed
     * @param subject the record to change
     * @param change what happens to the record
     * @param text what to do, as a sentence
     */
    public record Step(Rule rule, Subject subject, Change change, String text) {}

    /** What is known of the changed problem. */
    public enum Check {
        /** A plan was found, and the verifier agrees. */
        SOLVED,
        /** No plan was found in time: there may be one or not. */
        NOT_FOUND_IN_TIME
    }
}
