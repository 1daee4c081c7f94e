package org.horarium.engine.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.horarium.engine.exact.ExactOptions;
import org.horarium.engine.exact.ExactResult;
import org.horarium.engine.exact.ExactSolver;
import org.horarium.engine.exact.Rule;
import org.horarium.engine.exact.Treatment;
import org.horarium.engine.explain.Conflict.Certainty;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.verify.Verifier;

/**
 * Finds a minimal set of rules and events that has no plan, by QuickXplain (U. Junker, AAAI 2004): halves of the rules are
 * left out as long as the rest stays impossible. Each test is a short solve by CP-SAT with one worker and without
 * presolve. CP-SAT's own cores of assumptions are not used, because of open faults (or-tools issues 5141, 3102, 2563).
 *
 * <p>In a large problem it looks at the surroundings of some events, which it enlarges until they have no plan: what is
 * impossible for some events is impossible for all.
 */
final class ConflictFinder {
    private static final Duration TEST = Duration.ofSeconds(5);
    private static final int FIRST_SIZE = 40;

    private final Problem problem;
    private final Surroundings surroundings;
    private final RuleNames names;
    private final Budget budget;
    private boolean unsure;

    ConflictFinder(Situation situation, Surroundings surroundings, Budget budget) {
        this.problem = situation.problem;
        this.surroundings = surroundings;
        this.names = new RuleNames(situation);
        this.budget = budget;
    }

    /**
     * Looks for a conflict.
     *
     * @param focus ids of the events to begin with; empty for all
     * @param suspects records whose rules are tried alone first, because something was proved of them; may be empty
     */
    Conflict find(Collection<String> focus, Collection<Subject> suspects) {
        List<Rule> suspected = suspected(focus, suspects);
        if (!suspects.isEmpty() && test(suspected).status() == ExactResult.Status.INFEASIBLE) {
            return minimal(suspected);
        }
        Set<String> all = new LinkedHashSet<>();
        problem.events().forEach(event -> all.add(event.id()));
        Set<String> events = focus.isEmpty() ? all : new LinkedHashSet<>(focus);
        for (int size = FIRST_SIZE; ; size *= 2) {
            List<Rule> rules = surroundings.rules(events);
            ExactResult result = test(rules);
            ExactResult.Status status = result.status();
            if (status == ExactResult.Status.INFEASIBLE) {
                return minimal(rules);
            } else if (status == ExactResult.Status.UNKNOWN || budget.over()) {
                return new Conflict(Certainty.NOT_FOUND_IN_TIME, List.of());
            } else if (events.size() >= all.size()) {
                Plan plan = result.plan();
                boolean solved = plan != null && Verifier.verify(problem, plan).feasible();
                return new Conflict(solved ? Certainty.NONE : Certainty.NOT_FOUND_IN_TIME, List.of());
            }
            events = surroundings.grow(events, Math.max(size, events.size() + FIRST_SIZE));
        }
    }

    private Conflict minimal(List<Rule> impossible) {
        List<Rule> core = explain(List.of(), false, impossible);
        return new Conflict(
                unsure ? Certainty.PROVED : Certainty.MINIMAL,
                core.stream().map(names::element).toList());
    }

    /** The rules of some records, and the events of the focus. */
    private List<Rule> suspected(Collection<String> focus, Collection<Subject> suspects) {
        return surroundings.rules(new LinkedHashSet<>(focus)).stream()
                .filter(rule -> rule.kind() == Rule.Kind.EVENT
                        || suspects.stream()
                                .anyMatch(suspect ->
                                        suspect.kind() == names.subject(rule).kind()
                                                && suspect.id().equals(rule.id())))
                .toList();
    }

    private ExactResult test(Collection<Rule> rules) {
        Set<Rule> kept = new HashSet<>(rules);
        return ExactSolver.solve(
                problem,
                rule -> kept.contains(rule) || isCandidates(rule) ? Treatment.KEEP : Treatment.LEAVE_OUT,
                ExactOptions.feasibility(budget.upTo(TEST)),
                null,
                budget.stop());
    }

    private static boolean isCandidates(Rule rule) {
        return switch (rule.kind()) {
            case TIMES, ROOMS, STAFF -> true;
            default -> false;
        };
    }

    private boolean impossible(Collection<Rule> rules) {
        if (budget.over()) {
            unsure = true;
            return false;
        }
        ExactResult.Status status = test(rules).status();
        unsure |= status == ExactResult.Status.UNKNOWN;
        return status == ExactResult.Status.INFEASIBLE;
    }

    /** Of rules that are impossible together with a background, a minimal part that is so too. */
    private List<Rule> explain(List<Rule> background, boolean changed, List<Rule> rules) {
        if (changed && impossible(background)) {
            return List.of();
        }
        if (rules.size() == 1) {
            return rules;
        }
        int half = rules.size() / 2;
        List<Rule> first = rules.subList(0, half);
        List<Rule> second = rules.subList(half, rules.size());
        List<Rule> ofSecond = explain(union(background, first), !first.isEmpty(), second);
        List<Rule> ofFirst = explain(union(background, ofSecond), !ofSecond.isEmpty(), first);
        return union(ofFirst, ofSecond);
    }

    private static List<Rule> union(List<Rule> one, List<Rule> other) {
        List<Rule> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }
}
