package org.horarium.engine.edit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.horarium.engine.model.CostComponent;

/**
 * What a change would do to the cost of a plan, by goal.
 *
 * @param byComponent changes that are not 0; negative is better
 */
public record CostChange(Map<CostComponent, Long> byComponent) {
    /** Nothing changes. */
    public static final CostChange NONE = new CostChange(Map.of());

    public CostChange {
        EnumMap<CostComponent, Long> copy = new EnumMap<>(CostComponent.class);
        copy.putAll(byComponent);
        byComponent = Collections.unmodifiableMap(copy);
    }

    /** From costs before and after, by ordinal of {@link CostComponent}. */
    static CostChange between(long[] before, long[] after) {
        EnumMap<CostComponent, Long> changes = new EnumMap<>(CostComponent.class);
        for (CostComponent component : CostComponent.values()) {
            long change = after[component.ordinal()] - before[component.ordinal()];
            if (change != 0) {
                changes.put(component, change);
            }
        }
        return new CostChange(changes);
    }

    /** The sum over all goals. */
    public long total() {
        return byComponent.values().stream().mapToLong(Long::longValue).sum();
    }
}
