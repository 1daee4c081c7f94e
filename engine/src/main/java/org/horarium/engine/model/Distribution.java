package org.horarium.engine.model;

import java.util.List;

/**
 * A distribution constraint of ITC-2019: a rule over the times and rooms of a set of events.
 *
 * <p>Unit of violation: for pairwise rules one pair of events that breaks the rule; for rules over the whole set the
 * number that {@link DistributionRule} gives. The cost of a soft constraint is units × penalty ×
 * {@link Weights#distribution()}; for MaxDayLoad, MaxBreaks and MaxBlock, whose units are summed over the weeks, it is
 * ⌊units × penalty / weeks of the grid⌋ × {@link Weights#distribution()}.
 *
 * @param id unique among constraints
 * @param rule what must hold
 * @param events ids of the events, in the order that {@link DistributionRule.Precedence} means
 * @param strength hard, or the penalty of a unit; its cost is multiplied by {@link Weights#distribution()}
 */
public record Distribution(String id, DistributionRule rule, List<String> events, Strength strength)
        implements Constraint {
    public Distribution {
        events = List.copyOf(events);
    }

    @Override
    public CostComponent component() {
        return CostComponent.DISTRIBUTION;
    }
}
