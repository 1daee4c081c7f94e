package org.horarium.engine.verify;

import java.util.List;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.WorkingDays;

/** Hands each constraint to the check of its kind, and turns what is broken into violations or costs. */
final class ConstraintChecks {
    private final PlanIndex index;
    private final Findings findings;

    ConstraintChecks(PlanIndex index, Findings findings) {
        this.index = index;
        this.findings = findings;
    }

    void run() {
        for (Constraint constraint : index.problem.constraints()) {
            List<Breach> breaches = breaches(constraint);
            if (constraint.strength() instanceof Strength.Soft soft) {
                long units = breaches.stream().mapToLong(Breach::units).sum();
                findings.cost(constraint.component(), cost(constraint, soft.penalty(), units));
            } else {
                breaches.forEach(breach -> findings.violation(
                        HardRule.CONSTRAINT,
                        breach.events(),
                        constraint.id(),
                        breach.units(),
                        "%s (constraint %s).".formatted(breach.message(), constraint.id())));
            }
        }
    }

    private List<Breach> breaches(Constraint constraint) {
        if (constraint instanceof Distribution distribution) {
            return new DistributionChecks(index, distribution).breaches();
        } else if (constraint instanceof CalendarConstraint calendar) {
            return new CalendarChecks(index, calendar).breaches();
        } else if (constraint instanceof MinDaysBetween between) {
            return SpreadChecks.minDaysBetween(index, between);
        } else if (constraint instanceof WorkingDays days) {
            return SpreadChecks.workingDays(index, days);
        } else if (constraint instanceof RoomStability stability) {
            return StabilityChecks.roomStability(index, stability);
        } else if (constraint instanceof SameStaff same) {
            return StabilityChecks.sameStaff(index, same);
        } else if (constraint instanceof Cumulative cumulative) {
            return ResourceChecks.cumulative(index, cumulative);
        } else if (constraint instanceof LoadBalance balance) {
            return ResourceChecks.loadBalance(index, balance);
        } else if (constraint instanceof LeastChange change) {
            return ChangeChecks.leastChange(index, change);
        } else if (constraint instanceof StaffFairness fairness) {
            return FairnessChecks.staffFairness(index, fairness);
        }
        throw new IllegalStateException("The verifier has no check for constraints of type %s."
                .formatted(constraint.getClass().getSimpleName()));
    }

    private long cost(Constraint constraint, int penalty, long units) {
        if (constraint instanceof Distribution distribution) {
            long cost = penalty * units;
            if (DistributionChecks.dividedByWeeks(distribution.rule())) {
                cost /= index.problem.grid().weeks();
            }
            return cost * index.problem.weights().distribution();
        }
        return penalty * units;
    }
}
