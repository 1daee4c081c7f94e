package org.horarium.engine.variant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.solve.StopSignal;
import org.horarium.engine.variant.VariantSet.Made;
import org.horarium.engine.variant.VariantSet.Missing;
import org.horarium.engine.verify.Score;
import org.horarium.engine.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes several variants in one run. The balanced plan comes first and takes a third of the time; each other variant goes on
 * from it under its own weights, first with a price on every place that an earlier variant has, until it is far enough from
 * all of them, then without the price, but with enough of those places taken away that it stays there. Before the last one
 * the balanced plan is gone over again, and so are those that another plan beats at what they are for.
 *
 * <p>Least change has nothing to stay close to where nothing is published: then it moves as many events of the balanced plan
 * as the distance asks for, and no more than it must.
 */
public final class Variants {
    private static final double BALANCED_SHARE = 0.34;

    /** How often those that another plan beats are made anew. */
    private static final int LOSER_ROUNDS = 2;

    private final Problem problem;
    private final VariantOptions options;
    private final StopSignal stop;
    private final VariantListener listener;
    private final Budget budget;
    private final int needed;
    private final List<Made> plans = new ArrayList<>();
    private final List<Missing> missing = new ArrayList<>();

    private Variants(Problem problem, VariantOptions options, VariantListener listener, StopSignal stop) {
        this.problem = problem;
        this.options = options;
        this.listener = listener;
        this.stop = stop;
        this.budget = new Budget(options.limits(), listener, stop);
        this.needed = (int) Math.ceil(options.apart() * problem.events().size());
    }

    /**
     * Makes variants.
     *
     * @param problem what to plan
     * @param options time, and which variants
     * @param listener told of progress and of each variant that is ready
     * @param stop ends it within a second; what is ready by then is returned
     * @return the variants that could be made in time, every two of them far enough apart, and why others are missing. The
     *     balanced one is always there, even if it leaves events without a place; then it is the only one
     */
    public static VariantSet make(Problem problem, VariantOptions options, VariantListener listener, StopSignal stop) {
        return new Variants(problem, options, listener, stop).make();
    }

    private VariantSet make() {
        keepWhatIsMade();
        List<Variant> kept = plans.stream().map(Made::variant).toList();
        List<Variant> others = options.wanted().stream()
                .filter(variant -> variant != Variant.BALANCED && !kept.contains(variant))
                .distinct()
                .sorted()
                .toList();
        if (plans.isEmpty()) {
            Plan start = options.limits().start();
            long seed = options.limits().seed();
            double share = others.isEmpty() ? 1 : BALANCED_SHARE;
            add(Variant.BALANCED, budget.solve(Variant.BALANCED, problem, start, share, seed));
        }
        boolean several = others.size() > 1;
        // going over the balanced plan is a step, and so is going over those that another plan beats
        int steps = others.size() + (several ? 2 : 0);
        for (int i = 0; i < others.size(); i++) {
            if (several && i == others.size() - 1) {
                improveBalanced(steps--);
                improveLosers(steps--);
            }
            String obstacle = obstacle(steps);
            if (obstacle == null) {
                obstacle = make(others.get(i), steps);
            }
            if (obstacle != null) {
                missing.add(new Missing(others.get(i), obstacle));
            }
            steps--;
        }
        leastChangeFromTheBetter();
        return new VariantSet(plans, missing);
    }

    /** The balanced plan and the one that moves little of it are as far from each other either way: the better is the balanced. */
    private void leastChangeFromTheBetter() {
        Made last = plans.get(plans.size() - 1);
        Made balanced = plans.get(0);
        if (options.published() == null
                && last.variant() == Variant.LEAST_CHANGE
                && scoreOf(last).compareTo(scoreOf(balanced)) < 0) {
            plans.set(0, as(Variant.BALANCED, last));
            plans.set(plans.size() - 1, as(Variant.LEAST_CHANGE, balanced));
            listener.made(plans.get(0));
            listener.made(plans.get(plans.size() - 1));
            compareAnew();
        }
    }

    /** Takes over what an earlier run has made; nothing without its balanced plan, from which all others go on. */
    private void keepWhatIsMade() {
        for (Variant variant : Variant.values()) {
            Plan plan = options.made().get(variant);
            if (plan == null || (plans.isEmpty() && variant != Variant.BALANCED)) {
                continue;
            }
            Solution known = new Solution(
                    plan, Verifier.verify(problem, plan), List.of(), budget.elapsed(), budget.timeToFeasible(), 0);
            if (new Distance(problem, plans, needed).fault(known).isEmpty()) {
                plans.add(made(variant, known));
            }
        }
    }

    /** Why another step cannot be made, when so many are left; null when it can be tried. */
    private @Nullable String obstacle(int steps) {
        Solution balanced = plans.get(0).solution();
        if (!balanced.verdict().feasible()) {
            return "The balanced plan leaves %d hard violations; variants are made of plans without any. Maybe allow more time, or see what 'explain' says."
                    .formatted(balanced.verdict().score().hard());
        }
        if (stop.requested()) {
            return "The search was stopped before.";
        }
        return budget.shortage(steps);
    }

    /** Makes one; returns why not, or null. */
    private @Nullable String make(Variant variant, int steps) {
        budget.begin(steps);
        Distance distance = new Distance(problem, plans, needed);
        VariantMaker maker = new VariantMaker(variant, Profile.apply(problem, variant), distance, budget, stop);
        Plan balanced = plans.get(0).solution().plan();
        Plan published = options.published();
        Solution solution = variant != Variant.LEAST_CHANGE
                ? maker.awayFrom(balanced, options.limits().seed())
                : published == null
                        ? maker.changedFrom(balanced, options.limits().seed())
                        : maker.closeTo(published, options.limits().seed());
        if (solution != null) {
            add(variant, solution);
            return null;
        }
        return stop.requested()
                ? "The search was stopped before it was far enough from the others."
                : "No plan was found that differs from each earlier variant in at least %d of %d events; %s."
                        .formatted(needed, problem.events().size(), maker.fault());
    }

    /**
     * The others went on from the balanced plan and had more time than it. Where one of them is the better one even by the
     * weights of the problem, the balanced plan is made anew from that one; else it is only improved.
     */
    private void improveBalanced(int steps) {
        if (plans.size() == 1 || obstacle(steps) != null) {
            return;
        }
        budget.begin(steps);
        Made balanced = plans.get(0);
        List<Made> others = plans.subList(1, plans.size());
        Made best = plans.stream().min(Comparator.comparing(Variants::scoreOf)).orElse(balanced);
        VariantMaker maker =
                new VariantMaker(Variant.BALANCED, problem, new Distance(problem, others, needed), budget, stop);
        Solution better = best == balanced
                ? maker.improved(best.solution().plan(), options.limits().seed())
                : maker.besides(best.solution().plan(), options.limits().seed());
        if (better != null && better.verdict().score().compareTo(scoreOf(balanced)) < 0) {
            plans.set(0, made(Variant.BALANCED, better));
            listener.made(plans.get(0));
        }
    }

    /** Where another plan is better at what a variant is for than its own plan, it is made anew from that other one. */
    private void improveLosers(int steps) {
        for (int round = 1; round <= LOSER_ROUNDS; round++) {
            List<Made> losers = losers(plans);
            for (int i = 0; i < losers.size() && obstacle(steps) == null; i++) {
                budget.begin(steps - 1 + (LOSER_ROUNDS - round + 1) * losers.size() - i);
                improve(losers.get(i), round);
            }
        }
        exchange();
        compareAnew();
    }

    private void improve(Made loser, int round) {
        Variant variant = loser.variant();
        Distance distance = new Distance(
                problem, plans.stream().filter(made -> made != loser).toList(), needed);
        Solution anew = new VariantMaker(variant, Profile.apply(problem, variant), distance, budget, stop)
                .besides(
                        winnerAt(plans, variant).solution().plan(),
                        options.limits().seed() + round);
        if (anew != null) {
            Made made = made(variant, anew);
            if (made.kpis().own(variant) < loser.kpis().own(variant)) {
                plans.set(plans.indexOf(loser), made);
                listener.made(made);
            }
        }
    }

    /** Two variants exchange their plans where that leaves fewer that another one beats: often two are equally good at one. */
    private void exchange() {
        for (int i = 0; i < plans.size(); i++) {
            for (int j = 0; j < i; j++) {
                List<Made> other = new ArrayList<>(plans);
                other.set(i, as(plans.get(i).variant(), plans.get(j)));
                other.set(j, as(plans.get(j).variant(), plans.get(i)));
                if (losers(other).size() < losers(plans).size()) {
                    plans.set(i, other.get(i));
                    plans.set(j, other.get(j));
                    listener.made(other.get(i));
                    listener.made(other.get(j));
                }
            }
        }
    }

    /** Where nothing is published, what has moved is counted from the balanced plan, which may be another one by now. */
    private void compareAnew() {
        if (options.published() != null) {
            return;
        }
        for (int i = 1; i < plans.size(); i++) {
            Made old = plans.get(i);
            Made anew = as(old.variant(), old);
            if (anew.kpis().moved() != old.kpis().moved()) {
                plans.set(i, anew);
                listener.made(anew);
            }
        }
    }

    private Made as(Variant variant, Made made) {
        return new Made(
                variant, made.solution(), Kpis.of(problem, made.solution().plan(), reference(variant)));
    }

    private static List<Made> losers(List<Made> plans) {
        return plans.stream()
                .filter(made -> winnerAt(plans, made.variant()) != made)
                .toList();
    }

    /** The plan that is the best at what a variant is for: its own, unless another is better. */
    private static Made winnerAt(List<Made> plans, Variant variant) {
        return plans.stream()
                .min(Comparator.comparingLong((Made made) -> made.kpis().own(variant))
                        .thenComparing(made -> made.variant() != variant))
                .orElseThrow();
    }

    private static Score scoreOf(Made made) {
        return made.solution().verdict().score();
    }

    private void add(Variant variant, Solution solution) {
        Made made = made(variant, solution);
        plans.add(made);
        listener.made(made);
    }

    private Made made(Variant variant, Solution solution) {
        Solution judged = new Solution(
                solution.plan(),
                Verifier.verify(problem, solution.plan()),
                solution.unplaced(),
                budget.elapsed(),
                budget.timeToFeasible(),
                solution.moves());
        return new Made(variant, judged, Kpis.of(problem, solution.plan(), reference(variant)));
    }

    /** What is published, or else the balanced plan. */
    private @Nullable Plan reference(Variant variant) {
        return options.published() != null
                ? options.published()
                : plans.isEmpty() || variant == Variant.BALANCED
                        ? null
                        : plans.get(0).solution().plan();
    }
}
