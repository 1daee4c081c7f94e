package org.horarium.engine.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.horarium.engine.exact.ExactOptions;
import org.horarium.engine.exact.ExactResult;
import org.horarium.engine.exact.ExactSolver;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.exact.Treatment;
import org.horarium.engine.explain.Relaxation.Check;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.verify.Verifier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest rules to give way: a model in which the rules around a conflict have {@link Prices} is solved for
 * the smallest sum; the next suggestions keep a rule that an earlier one broke. Each is applied to the records, and the
 * plan of the model is verified against them.
 *
 * <p>In a large problem only some events around the conflict are free. The others stay where the search has placed them, so
 * that here, too, the answer is a plan of the whole, which needs no second search.
 */
final class Relaxer {
    private static final int MOST = 5;

    /** So many events are small enough for one model of all. */
    private static final int WHOLE = 60;

    /** Events that are free at first, and how many more where that was not enough. */
    private static final List<Integer> AROUND = List.of(25, 50, 100);

    private static final Duration EACH = Duration.ofSeconds(15);

    /** For another suggestion, where there is one already. */
    private static final Duration ANOTHER = Duration.ofSeconds(4);

    private static final Comparator<Relaxation> RANKING =
            Comparator.comparing(Relaxation::check).thenComparingLong(Relaxation::cost);

    private final Situation situation;
    private final Surroundings surroundings;
    private final Budget budget;
    private final Predicate<Rule> mayGiveWay;
    private final RuleNames names;

    Relaxer(Situation situation, Surroundings surroundings, Budget budget, Predicate<Rule> mayGiveWay) {
        this.situation = situation;
        this.surroundings = surroundings;
        this.budget = budget;
        this.mayGiveWay = mayGiveWay;
        this.names = new RuleNames(situation);
    }

    /**
     * Suggestions around some events, the cheapest first, those that were solved before those that were not.
     *
     * @param focus ids of the events that cannot be placed; empty for all
     */
    List<Relaxation> suggest(Set<String> focus) {
        if (situation.problem.events().size() <= WHOLE || focus.isEmpty()) {
            return suggestions(Part.whole(situation.problem));
        }
        Plan plan = Explainer.bestPlan(situation.problem, budget);
        Set<String> troubled = new LinkedHashSet<>(focus);
        troubled.addAll(left(plan));
        List<Relaxation> found = List.of();
        for (int size : AROUND) {
            Part part = around(plan, surroundings.grow(troubled, Math.max(size, 2 * troubled.size())));
            List<Relaxation> more = suggestions(part);
            if (more.isEmpty()) {
                break; // It takes too long already, or nothing has to give way.
            }
            if (found.isEmpty() || RANKING.compare(more.get(0), found.get(0)) < 0) {
                found = more;
            }
            if (isEnough(found.get(0))) {
                break;
            }
        }
        return found;
    }

    /** A plan was found, and nothing had to be left out for it. */
    private static boolean isEnough(Relaxation first) {
        return first.check() == Check.SOLVED
                && first.steps().stream().noneMatch(step -> step.rule().kind() == Rule.Kind.EVENT);
    }

    /** What a plan does not place, or places where it breaks something. */
    private Set<String> left(Plan plan) {
        Set<String> events = new LinkedHashSet<>();
        Verifier.verify(situation.problem, plan).violations().forEach(violation -> events.addAll(violation.events()));
        return events;
    }

    private List<Relaxation> suggestions(Part part) {
        List<Relaxation> found = new ArrayList<>();
        Set<Rule> kept = new HashSet<>();
        Set<List<Rule>> seen = new HashSet<>();
        while (found.size() < MOST && !budget.over()) {
            ExactResult result = ExactSolver.solve(
                    part.problem(),
                    rule -> treat(rule, part, kept),
                    new ExactOptions(
                            found.isEmpty() ? budget.share(0.5, EACH) : budget.upTo(ANOTHER), 1, true, 1, false),
                    part.known(),
                    budget.stop());
            Plan plan = result.plan();
            if (plan == null || result.broken().isEmpty() || !seen.add(result.broken())) {
                break;
            }
            found.add(apply(plan, result.broken()));
            kept.add(result.broken().get(0));
            if (result.broken().stream().anyMatch(rule -> rule.kind() == Rule.Kind.EVENT)) {
                break; // The last resort; there are as many of these as events.
            }
        }
        found.sort(RANKING);
        return found;
    }

    private long treat(Rule rule, Part part, Set<Rule> kept) {
        boolean given = rule.kind() == Rule.Kind.EVENT || mayGiveWay.test(rule);
        return kept.contains(rule) || !part.touches(rule) || !given ? Treatment.KEEP : price(rule);
    }

    private long price(Rule rule) {
        return rule.kind() == Rule.Kind.CONSTRAINT ? Prices.of(constraint(rule)) : Prices.of(rule.kind());
    }

    private Constraint constraint(Rule rule) {
        return names.constraint(rule.id());
    }

    private Relaxation apply(Plan plan, List<Rule> broken) {
        RelaxedProblem relaxed = new RelaxedProblem(situation, plan);
        List<Rule> inOrder = new ArrayList<>(broken);
        inOrder.sort(Comparator.comparing(rule -> rule.kind() == Rule.Kind.CONSTRAINT));
        inOrder.forEach(relaxed::relax);
        long cost = broken.stream().mapToLong(this::price).sum();
        Plan solved = solved(relaxed.problem(), plan);
        return new Relaxation(
                relaxed.steps(),
                cost,
                solved == null ? Check.NOT_FOUND_IN_TIME : Check.SOLVED,
                relaxed.problem(),
                solved);
    }

    /** The plan itself may do; else the search goes on from it. Null where nothing was found that breaks no rule. */
    private @Nullable Plan solved(Problem problem, Plan plan) {
        Plan start = placedIn(problem, plan);
        if (Verifier.verify(problem, start).feasible()) {
            return start;
        }
        if (budget.over()) {
            return null;
        }
        Solution found = Explainer.anyPlan(problem, start, budget.upTo(EACH), budget.stop());
        return found.verdict().feasible() ? found.plan() : null;
    }

    /**
     * What the exact model is about: everything, or everything with all but some events where a plan has them.
     *
     * @param known that plan; null where all are free
     * @param rules those that touch the events that are free; empty where all are
     */
    private record Part(Problem problem, @Nullable Plan known, Set<Rule> rules) {
        static Part whole(Problem problem) {
            return new Part(problem, null, Set.of());
        }

        /**
         * Whether a rule may be broken for the free events. In a large problem everybody and every room would
         * be one more choice for each event: too many.
         */
        boolean touches(Rule rule) {
            return known == null || rules.contains(rule);
        }
    }

    private Part around(Plan plan, Set<String> free) {
        Set<Rule> rules = new HashSet<>(surroundings.rules(free));
        free.forEach(event -> rules.add(Rule.of(Rule.Kind.TIMES, event)));
        return new Part(FixedRest.of(situation.problem, plan, free), plan, rules);
    }

    private static Plan placedIn(Problem problem, Plan plan) {
        Set<String> known = new HashSet<>();
        problem.events().forEach(event -> known.add(event.id()));
        return new Plan(
                plan.placements().stream()
                        .filter(placement -> known.contains(placement.event()))
                        .toList(),
                plan.enrolments());
    }
}
