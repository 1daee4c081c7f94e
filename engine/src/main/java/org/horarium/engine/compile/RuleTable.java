package org.horarium.engine.compile;

import java.util.List;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.CostComponent;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.Strength;

/**
 * Everything that can be violated, numbered: first what holds always (constants below), then the constraints of the
 * problem in their order. A rule counts <i>units</i>; a soft rule costs {@code units × penalty}, an averaged one
 * {@code ⌊units × factor ÷ weeks⌋ × weight}.
 */
public final class RuleTable {
    /** Slots in which a room is taken twice or unavailable. */
    public static final int ROOM = 0;

    /** Slots in which a person is taken twice or unavailable. */
    public static final int PERSON = 1;

    /** Slots in which a group is taken twice or unavailable. */
    public static final int GROUP = 2;

    /** Places in the staff of placed events that nobody fills. */
    public static final int VACANT = 3;

    /** Events without a place. */
    public static final int UNPLACED = 4;

    /** Students beyond the limits of classes. */
    public static final int CLASS_LIMIT = 5;

    /** Students without classes of a course they demand. */
    public static final int UNENROLLED = 6;

    /** Number of rules that hold always; constraint i of the problem is rule {@code BUILT_IN + i}. */
    public static final int BUILT_IN = 7;

    /** Number of rules. */
    public final int count;

    /** Whether the rule must hold. */
    public final boolean[] hard;

    /** Cost of a unit, weight included, of a soft rule that is not averaged. */
    public final long[] penalty;

    /** Ordinal of the {@link CostComponent} of a soft rule. */
    public final int[] component;

    /** Number of weeks to divide by, or 0 where units count as they are. */
    public final int[] divisor;

    /** Penalty before the division, of an averaged rule. */
    public final long[] factor;

    RuleTable(Problem problem) {
        List<Constraint> constraints = problem.constraints();
        count = BUILT_IN + constraints.size();
        hard = new boolean[count];
        penalty = new long[count];
        component = new int[count];
        divisor = new int[count];
        factor = new long[count];
        for (int rule = 0; rule < BUILT_IN; rule++) {
            hard[rule] = true;
        }
        for (int i = 0; i < constraints.size(); i++) {
            Constraint constraint = constraints.get(i);
            int rule = BUILT_IN + i;
            component[rule] = constraint.component().ordinal();
            if (constraint.strength() instanceof Strength.Soft soft) {
                boolean distribution = constraint instanceof Distribution;
                long weight = distribution ? problem.weights().distribution() : 1;
                penalty[rule] = distribution && isAveraged(constraint) ? weight : weight * soft.penalty();
                if (distribution && isAveraged(constraint)) {
                    divisor[rule] = problem.grid().weeks();
                    factor[rule] = soft.penalty();
                }
            } else {
                hard[rule] = true;
            }
        }
    }

    private static boolean isAveraged(Constraint constraint) {
        return constraint instanceof Distribution distribution
                && (distribution.rule() instanceof DistributionRule.MaxDayLoad
                        || distribution.rule() instanceof DistributionRule.MaxBreaks
                        || distribution.rule() instanceof DistributionRule.MaxBlock);
    }

    /** What a number of units of a soft rule costs. */
    public long cost(int rule, long units) {
        return divisor[rule] == 0 ? units * penalty[rule] : units * factor[rule] / divisor[rule] * penalty[rule];
    }
}
