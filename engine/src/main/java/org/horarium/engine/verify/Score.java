package org.horarium.engine.verify;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.horarium.engine.model.CostComponent;

/**
 * How good a plan is. Fewer hard violations are better, then a smaller total.
 *
 * @param hard number of hard violations, each counted as its {@link HardRule} says; 0 means feasible
 * @param costs weighted cost of each component; a component that is missing costs 0
 */
public record Score(long hard, Map<CostComponent, Long> costs) implements Comparable<Score> {
    public Score {
        EnumMap<CostComponent, Long> copy = new EnumMap<>(CostComponent.class);
        copy.putAll(costs);
        costs = Collections.unmodifiableMap(copy);
    }

    /** The cost of one component. */
    public long cost(CostComponent component) {
        return costs.getOrDefault(component, 0L);
    }

    /** The sum of all components. */
    public long total() {
        return costs.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether no hard constraint is broken. */
    public boolean feasible() {
        return hard == 0;
    }

    @Override
    public int compareTo(Score other) {
        int byHard = Long.compare(hard, other.hard);
        return byHard != 0 ? byHard : Long.compare(total(), other.total());
    }
}
