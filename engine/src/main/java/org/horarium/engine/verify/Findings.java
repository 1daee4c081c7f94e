package org.horarium.engine.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.horarium.engine.model.CostComponent;

/** Collects what the checks find. */
final class Findings {
    private final List<Violation> violations = new ArrayList<>();
    private final Map<CostComponent, Long> costs = new EnumMap<>(CostComponent.class);

    void violation(HardRule rule, List<String> events, String subject, long units, String message) {
        violations.add(new Violation(rule, events, subject, units, message));
    }

    void cost(CostComponent component, long amount) {
        costs.merge(component, amount, Math::addExact);
    }

    Verdict verdict() {
        long hard = violations.stream().mapToLong(Violation::units).sum();
        return new Verdict(new Score(hard, costs), violations);
    }
}
