package org.horarium.server.generation.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.horarium.engine.model.Event;
import org.horarium.engine.model.Plan;
import org.horarium.engine.model.Problem;
import org.horarium.engine.solve.Solution;
import org.horarium.engine.verify.HardRule;
import org.horarium.engine.verify.Score;
import org.horarium.engine.verify.Verdict;
import org.horarium.engine.verify.Verifier;
import org.horarium.engine.verify.Violation;

/**
 * What can be kept of a plan. Events that break a hard rule are taken out, those in most violations first, until the only
 * thing wrong with the plan is what is missing from it. A plan without violations stays as it is.
 *
 * @param plan what is left
 * @param score what the verifier says of it
 * @param unplaced the events without a place, each with what stood in the way
 */
record PlaceablePart(Plan plan, Score score, List<Solution.Unplaced> unplaced) {
    /**
     * Takes out what breaks a rule.
     *
     * @param problem what was to be planned
     * @param whole any plan
     * @param known reasons that are known already
     */
    static PlaceablePart of(Problem problem, Plan whole, List<Solution.Unplaced> known) {
        Map<String, String> reasons = new HashMap<>();
        known.forEach(u -> reasons.put(u.event(), u.reason()));
        Plan plan = whole;
        while (true) {
            Verdict verdict = Verifier.verify(problem, plan);
            List<Violation> broken = verdict.violations().stream()
                    .filter(v -> v.rule() != HardRule.PLACED)
                    .toList();
            if (broken.isEmpty()) {
                return new PlaceablePart(plan, verdict.score(), unplaced(problem, plan, reasons));
            }
            Set<String> out = cover(broken, reasons);
            Plan before = plan;
            plan = new Plan(
                    before.placements().stream()
                            .filter(p -> !out.contains(p.event()))
                            .toList(),
                    before.enrolments());
            if (plan.placements().size() == before.placements().size()) {
                throw new IllegalStateException(
                        "The verifier finds fault with the plan, but names no event of it: " + broken.get(0));
            }
        }
    }

    /** Events of which every violation names one, greedily few; notes why each of them goes. */
    private static Set<String> cover(List<Violation> violations, Map<String, String> reasons) {
        List<Violation> open = new ArrayList<>(violations);
        Set<String> out = new HashSet<>();
        while (!open.isEmpty()) {
            Map<String, Long> counts = open.stream()
                    .flatMap(v -> v.events().stream())
                    .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
            String worst = counts.entrySet().stream()
                    .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(null);
            if (worst == null) {
                return out;
            }
            open.stream()
                    .filter(v -> v.events().contains(worst))
                    .findFirst()
                    .ifPresent(v -> reasons.putIfAbsent(worst, v.message()));
            open.removeIf(v -> v.events().contains(worst));
            out.add(worst);
        }
        return out;
    }

    private static List<Solution.Unplaced> unplaced(Problem problem, Plan plan, Map<String, String> reasons) {
        Set<String> placed = plan.placements().stream().map(p -> p.event()).collect(Collectors.toSet());
        return problem.events().stream()
                .map(Event::id)
                .filter(id -> !placed.contains(id))
                .map(id -> new Solution.Unplaced(
                        id, reasons.getOrDefault(id, "The search ended before it found a place for it.")))
                .toList();
    }
}
