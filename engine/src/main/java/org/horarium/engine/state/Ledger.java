package org.horarium.engine.state;

import java.util.Arrays;
import org.horarium.engine.compile.RuleTable;
import org.horarium.engine.model.CostComponent;

/**
 * Units of violation of every rule, and what they come to. Hard rules carry a weight that a search may raise for what
 * stays broken; {@link #hard} is 0 exactly when none is broken, whatever the weights.
 */
public final class Ledger {
    private static final int COMPONENTS = CostComponent.values().length;

    private final RuleTable rules;
    private final long[] units;
    private final int[] weights;
    private final long[] costs = new long[COMPONENTS];
    private long hard;
    private long broken;
    private long soft;
    private long proposedHard;
    private long proposedSoft;

    Ledger(RuleTable rules) {
        this.rules = rules;
        units = new long[rules.count];
        weights = new int[rules.count];
        Arrays.fill(weights, 1);
    }

    /** Adds units to a rule. */
    void add(int rule, long change) {
        if (change == 0) {
            return;
        }
        if (rules.hard[rule]) {
            hard += change * weights[rule];
            broken += change;
            units[rule] += change;
        } else {
            long before = rules.cost(rule, units[rule]);
            units[rule] += change;
            addCost(rules.component[rule], rules.cost(rule, units[rule]) - before);
        }
    }

    /** Adds the cost of an option. */
    void addCost(int component, long change) {
        costs[component] += change;
        soft += change;
    }

    /** Forgets what was proposed. */
    void begin() {
        proposedHard = 0;
        proposedSoft = 0;
    }

    /** Notes what a change of units would cost; of an averaged rule at most once between two {@link #begin()}. */
    void propose(int rule, long change) {
        if (change == 0) {
            return;
        }
        if (rules.hard[rule]) {
            proposedHard += change * weights[rule];
        } else if (rules.divisor[rule] == 0) {
            proposedSoft += change * rules.penalty[rule];
        } else {
            proposedSoft += rules.cost(rule, units[rule] + change) - rules.cost(rule, units[rule]);
        }
    }

    /** Notes the cost of an option. */
    void proposeCost(long change) {
        proposedSoft += change;
    }

    /** Weighted units of broken hard rules. */
    public long hard() {
        return hard;
    }

    /** Units of broken hard rules, whatever their weights. */
    public long broken() {
        return broken;
    }

    /** Total cost. */
    public long soft() {
        return soft;
    }

    /** Change of {@link #hard()} that the proposed move would make. */
    public long proposedHard() {
        return proposedHard;
    }

    /** Change of {@link #soft()} that the proposed move would make. */
    public long proposedSoft() {
        return proposedSoft;
    }

    /** Units of a rule. */
    public long units(int rule) {
        return units[rule];
    }

    /** Cost by ordinal of {@link CostComponent}. */
    public long[] costs() {
        return costs.clone();
    }

    /** Weight of a hard rule. */
    public int weight(int rule) {
        return weights[rule];
    }

    /** Changes the weight of a hard rule. */
    public void setWeight(int rule, int weight) {
        if (!rules.hard[rule]) {
            throw new IllegalArgumentException("Rule (%d) is soft; only hard rules have a weight.".formatted(rule));
        }
        hard += units[rule] * (weight - weights[rule]);
        weights[rule] = weight;
    }
}
