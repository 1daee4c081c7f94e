package org.horarium.engine.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
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
import org.horarium.engine.verify.Verifier;

/**
 * Finds the cheapest rules to give way: a model in which the rules around a conflict have {@link Prices} is solved for
 * the smallest sum; the next suggestions keep a rule that an earlier one broke. Each is applied to the records and solved.
 */
final class Relaxer {
    private static final int MOST = 5;
    private static final int WHOLE = 60;
    private static final int AROUND = 25;
    private static final Duration EACH = Duration.ofSeconds(8);
    /** For another suggestion, where there is one already. */
    private static final Duration ANOTHER = Duration.ofSeconds(2);

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
        Problem problem = situation.problem;
        Set<String> events = new LinkedHashSet<>();
        problem.events().forEach(event -> events.add(event.id()));
        if (events.size() > WHOLE && !focus.isEmpty()) {
            events.retainAll(surroundings.grow(focus, Math.max(AROUND, focus.size())));
        }
        List<Relaxation> found = new ArrayList<>();
        Set<Rule> kept = new HashSet<>();
        Set<List<Rule>> seen = new HashSet<>();
        while (found.size() < MOST && !budget.over()) {
            ExactResult result = ExactSolver.solve(
                    problem,
                    rule -> treat(rule, events, kept),
                    new ExactOptions(budget.upTo(found.isEmpty() ? EACH : ANOTHER), 1, true, 1, false),
                    null,
                    budget.stop());
            Plan plan = result.plan();
            if (plan == null || result.broken().isEmpty() || !seen.add(result.broken())) {
                break;
            }
            found.add(apply(
                    plan, result.broken(), events.size() == problem.events().size()));
            kept.add(result.broken().get(0));
            if (result.broken().stream().anyMatch(rule -> rule.kind() == Rule.Kind.EVENT)) {
                break; // The last resort; there are as many of these as events.
            }
        }
        found.sort(Comparator.comparing(Relaxation::check).thenComparingLong(Relaxation::cost));
        return found;
    }

    private long treat(Rule rule, Set<String> events, Set<Rule> kept) {
        boolean ofEvent = rule.kind() == Rule.Kind.EVENT
                || rule.kind() == Rule.Kind.TIMES
                || rule.kind() == Rule.Kind.ROOMS
                || rule.kind() == Rule.Kind.STAFF;
        if (ofEvent && !events.contains(rule.id())) {
            return rule.kind() == Rule.Kind.EVENT ? Treatment.LEAVE_OUT : Treatment.KEEP;
        }
        // In a large problem everybody and every room would be one more choice for each event: too many.
        boolean tooMany = (rule.kind() == Rule.Kind.STAFF || rule.kind() == Rule.Kind.ROOMS)
                && events.size() < situation.problem.events().size();
        boolean given = rule.kind() == Rule.Kind.EVENT || mayGiveWay.test(rule);
        return kept.contains(rule) || tooMany || !given ? Treatment.KEEP : price(rule);
    }

    private long price(Rule rule) {
        return rule.kind() == Rule.Kind.CONSTRAINT ? Prices.of(constraint(rule)) : Prices.of(rule.kind());
    }

    private Constraint constraint(Rule rule) {
        return names.constraint(rule.id());
    }

    private Relaxation apply(Plan plan, List<Rule> broken, boolean whole) {
        RelaxedProblem relaxed = new RelaxedProblem(situation, plan);
        List<Rule> inOrder = new ArrayList<>(broken);
        inOrder.sort(Comparator.comparing(rule -> rule.kind() == Rule.Kind.CONSTRAINT));
        inOrder.forEach(relaxed::relax);
        long cost = broken.stream().mapToLong(this::price).sum();
        return new Relaxation(relaxed.steps(), cost, check(relaxed.problem(), plan, whole), relaxed.problem());
    }

    /** The plan itself may do; else the exact model, or for large problems the search, is asked. */
    private Check check(Problem problem, Plan plan, boolean whole) {
        if (whole && Verifier.verify(problem, placedIn(problem, plan)).feasible()) {
            return Check.SOLVED;
        }
        if (budget.over()) {
            return Check.NOT_FOUND_IN_TIME;
        }
        boolean solved;
        if (whole) {
            ExactResult result =
                    ExactSolver.solve(problem, ExactOptions.feasibility(budget.upTo(EACH)), plan, budget.stop());
            solved = result.plan() != null
                    && Verifier.verify(problem, Objects.requireNonNull(result.plan()))
                            .feasible();
        } else {
            solved = Explainer.anyPlan(problem, budget.upTo(EACH), budget.stop())
                    .verdict()
                    .feasible();
        }
        return solved ? Check.SOLVED : Check.NOT_FOUND_IN_TIME;
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
