package org.horarium.assessment.solve;

import java.time.LocalDateTime;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.horarium.assessment.model.Centre;
import org.horarium.assessment.model.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Runs the steps of the search, each only while it can still help: first the end, then the balance, then the rooms. A
 * level never gives up the one above.
 */
public final class CentreSearch {
    private static final int MANY_PASSES = 100_000;

    /**
     * What is known after a search.
     *
     * @param plan the best plan; null when none was found
     * @param impossible true when it is proven that there is none
     * @param endBound working minutes from the start of the centre that no plan ends before
     * @param end the same count for the plan; 0 without a plan
     * @param balanceBound minutes: no plan that ends then is proven to be more even
     * @param earliestEnd the clock time of {@code endBound}; null when it lies after the last day
     */
    public record Result(
            @Nullable Plan plan,
            boolean impossible,
            int endBound,
            int end,
            int balanceBound,
            @Nullable LocalDateTime earliestEnd) {}

    private final CompiledCentre c;
    private final Budget budget;
    private final boolean exact;
    private final Consumer<Result> listener;
    private @Nullable Draft best;
    private int endBound;
    private int spreadBound;
    private boolean impossible;

    private CentreSearch(CompiledCentre c, Budget budget, boolean exact, Consumer<Result> listener) {
        this.c = c;
        this.budget = budget;
        this.exact = exact;
        this.listener = listener;
    }

    /**
     * Searches for the best plan.
     *
     * @param centre a centre whose every assessment has rooms and assessors and whose cohorts have a group
     * @param seconds how long it may take
     * @param threads threads of CP-SAT
     * @param seed the same seed with one thread gives the same plan, when time is not short
     * @param exact whether CP-SAT may be used; without it list scheduling plans alone
     * @param goals false to stop at the first plan, whatever its goals
     * @param cancelled asked while it runs; the best plan so far is given when it answers true
     * @param listener told of each better plan or bound
     */
    public static Result search(
            Centre centre,
            double seconds,
            int threads,
            long seed,
            boolean exact,
            boolean goals,
            BooleanSupplier cancelled,
            Consumer<Result> listener) {
        CentreSearch search = new CentreSearch(
                new CompiledCentre(centre),
                Budget.of(seconds, threads, seed, cancelled),
                exact && NativeSolver.problem() == null,
                listener);
        search.end(seconds, goals);
        if (goals && search.best != null) {
            search.balance(seconds);
            search.rooms();
            if (search.best != null) {
                search.best = ExtraAssessors.add(search.c, search.best);
            }
        }
        return search.result();
    }

    private Result result() {
        Draft draft = best;
        return new Result(
                draft == null ? null : draft.toPlan(c),
                impossible,
                minutes(endBound),
                draft == null ? 0 : minutes(draft.end(c)),
                spreadBound * Centre.GRID_MINUTES,
                endBound > 0 && endBound <= c.time.length() ? c.time.endAt(unitWithin(endBound)) : null);
    }

    /** The same unit, or the end of the segment before the gap that it lies in. */
    private int unitWithin(int unit) {
        int within = unit;
        while (within > 1 && !c.time.fits(within - 1, 1)) {
            within--;
        }
        return within;
    }

    private int minutes(int unit) {
        return c.time.workingBefore(unit) * Centre.GRID_MINUTES;
    }

    private void improved(Draft draft) {
        best = draft;
        listener.accept(result());
    }

    private boolean proven() {
        return impossible || best != null && best.end(c) <= endBound;
    }

    private void end(double seconds, boolean goals) {
        endBound = new CapacityBound(c).end();
        if (endBound > c.time.length()) {
            impossible = true;
            return;
        }
        ListScheduler lists = new ListScheduler(c, budget.seed());
        Budget quick = budget.atMost(exact ? Math.min(1.0, 0.15 * seconds) : seconds);
        Draft first = lists.run(endBound, goals ? MANY_PASSES : 400, quick::over, this::improved);
        if (first != null && first != best) {
            improved(first);
        }
        if (!exact || best != null && !goals) {
            return;
        }
        if (!proven() && !budget.over()) {
            FlowBound.Answer flow = new FlowBound(c, endBound).solve(budget.atMost(0.2 * seconds));
            impossible = flow.impossible();
            endBound = Math.max(endBound, flow.end());
            listener.accept(result());
        }
        // Groups as they are make a much smaller model; groups to be decided make a proof. Spared assessors leave room
        // for identities.
        int rounds = JointModel.worthwhile(c) ? 1 : 4;
        for (int round = 0; round < rounds && !proven() && !budget.over(); round++) {
            if (best != null) {
                times(round == 0 ? 0 : 1 << (round - 1), best, budget.atMost(0.12 * seconds));
            }
            if (!proven() && (round == 0 || best == null)) {
                times(best == null && round > 0 ? round : 0, null, budget.atMost(0.12 * seconds));
            }
            if (best != null && !goals) {
                return;
            }
        }
        if (!proven() && !budget.over() && JointModel.worthwhile(c)) {
            jointEnd(budget.atMost(0.7 * budget.secondsLeft()));
        }
        if (!proven() && best != null && !budget.over()) {
            Draft again = new ListScheduler(c, budget.seed() + 1)
                    .run(endBound, MANY_PASSES, budget.atMost(0.3 * budget.secondsLeft())::over, d -> {});
            if (again != null && again.end(c) < best.end(c)) {
                improved(again);
            }
        }
    }

    /** When first, then who and where. */
    private void times(int spared, @Nullable Draft groups, Budget share) {
        int most = best == null ? c.time.length() : best.end(c) - 1;
        TimeModel model = new TimeModel(c, endBound, most, spared, groups);
        if (best != null) {
            model.hint(best);
        }
        TimeModel.Answer answer = model.solve(share);
        if (spared == 0 && groups == null) {
            noneUpTo(most, answer.impossible());
            endBound = Math.max(endBound, answer.bound());
        }
        Draft times = answer.draft();
        if (times != null) {
            Draft who = new AssessorModel(c, times).solve(share.atMost(share.secondsLeft() + 2));
            Draft where = who == null ? null : new RoomModel(c, who).solve(share.atMost(share.secondsLeft() + 2));
            if (where != null) {
                improved(where);
            }
        }
    }

    /** It is proven that no plan ends up to this unit: the best plan is optimal, or there is none. */
    private void noneUpTo(int most, boolean proof) {
        if (proof) {
            impossible = best == null;
            endBound = Math.max(endBound, most + 1);
        }
    }

    private void jointEnd(Budget share) {
        int most = best == null ? c.time.length() : best.end(c) - 1;
        JointModel model = new JointModel(c, endBound, most, JointModel.Aim.END, 0);
        if (best != null) {
            model.hint(best);
        }
        JointModel.Answer answer = model.solve(share);
        noneUpTo(most, answer.impossible());
        endBound = Math.max(endBound, answer.bound());
        if (answer.draft() != null) {
            improved(answer.draft());
        }
    }

    private void balance(double seconds) {
        Draft start = best;
        if (!exact || start == null || budget.over()) {
            return;
        }
        spreadBound = BalanceBound.spread(c, budget.atMost(0.1 * seconds));
        Draft even = new AssessorModel(c, start).solve(budget.atMost(0.2 * seconds));
        if (even != null && even.spread(c) < start.spread(c)) {
            improved(even);
            start = even;
        }
        if (start.spread(c) > spreadBound && JointModel.worthwhile(c) && !budget.over()) {
            JointModel model = new JointModel(c, endBound, start.end(c), JointModel.Aim.SPREAD, spreadBound);
            model.hint(start);
            JointModel.Answer answer = model.solve(budget.atMost(0.6 * budget.secondsLeft()));
            Draft joint = answer.draft();
            spreadBound = Math.max(spreadBound, answer.bound());
            if (joint != null && joint.spread(c) < start.spread(c)) {
                improved(joint);
            }
        }
    }

    private void rooms() {
        Draft start = best;
        if (exact && start != null && !budget.over()) {
            Draft fuller = new RoomModel(c, start).solve(budget);
            if (fuller != null && fuller.idle(c) < start.idle(c)) {
                improved(fuller);
            }
        }
    }
}
