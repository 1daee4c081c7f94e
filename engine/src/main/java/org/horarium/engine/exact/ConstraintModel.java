package org.horarium.engine.exact;

import com.google.ortools.sat.CpModel;
import java.util.ArrayList;
import java.util.List;
import org.horarium.engine.cells.WeekCells;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.Constraint;
import org.horarium.engine.model.Cumulative;
import org.horarium.engine.model.Distribution;
import org.horarium.engine.model.DistributionRule;
import org.horarium.engine.model.LeastChange;
import org.horarium.engine.model.LoadBalance;
import org.horarium.engine.model.MinDaysBetween;
import org.horarium.engine.model.Problem;
import org.horarium.engine.model.RoomStability;
import org.horarium.engine.model.SameStaff;
import org.horarium.engine.model.StaffFairness;
import org.horarium.engine.model.Strength;
import org.horarium.engine.model.TimePattern;
import org.horarium.engine.model.WorkingDays;
import org.horarium.engine.text.RuleWords;

/** Hands each constraint to the class that can say it, and lists those that none can. */
final class ConstraintModel {
    private final CpModel model;
    private final Problem problem;
    private final Variables variables;
    private final Costs costs;
    private final Calendars calendars;
    private final Pairs pairs;
    private final Sets sets;
    private final List<String> leftOut = new ArrayList<>();

    ConstraintModel(CpModel model, Problem problem, WeekCells cells, Variables variables, Costs costs) {
        this.model = model;
        this.problem = problem;
        this.variables = variables;
        this.costs = costs;
        this.calendars = new Calendars(model, problem, cells, variables, costs);
        this.pairs = new Pairs(model, problem, variables, costs);
        this.sets = new Sets(model, problem, cells, variables, costs);
    }

    /** Adds all constraints; returns what is left out, in words. */
    List<String> add(boolean withCosts) {
        for (Constraint constraint : problem.constraints()) {
            boolean hard = constraint.strength() instanceof Strength.Hard;
            if (hard || withCosts) {
                add(constraint);
            }
        }
        if (!problem.students().isEmpty()) {
            leftOut.add("the sectioning of students");
        }
        leftOut.addAll(calendars.leftOut());
        return leftOut;
    }

    private void add(Constraint constraint) {
        if (constraint instanceof CalendarConstraint calendar) {
            calendars.add(calendar);
        } else if (!costs.matters(constraint.strength(), Costs.rule(constraint.id()))) {
            return;
        } else if (constraint instanceof Distribution distribution) {
            add(distribution);
        } else if (constraint instanceof MinDaysBetween between) {
            pairs.add(between);
        } else if (constraint instanceof WorkingDays days) {
            sets.add(days);
        } else if (constraint instanceof RoomStability stability) {
            sets.add(stability);
        } else if (constraint instanceof SameStaff same) {
            sets.add(same);
        } else if (constraint instanceof Cumulative cumulative) {
            sets.add(cumulative);
        } else if (constraint instanceof LoadBalance balance) {
            sets.add(balance);
        } else if (constraint instanceof LeastChange change) {
            costs.changes(change, variables);
        } else if (constraint instanceof StaffFairness fairness) {
            if (!new Fairness(model, problem, variables, costs).add(fairness)) {
                leftOut.add("very large regrets in constraint %s".formatted(fairness.id()));
            }
        }
    }

    private void add(Distribution constraint) {
        DistributionRule rule = constraint.rule();
        boolean hard = constraint.strength() instanceof Strength.Hard;
        if (rule instanceof DistributionRule.MaxDays max) {
            sets.maxDays(constraint, max.days());
        } else if (rule instanceof DistributionRule.MaxDayLoad max && hard) {
            sets.maxDayLoad(constraint, max.slots());
        } else if (rule instanceof DistributionRule.EventsWithin within) {
            sets.eventsWithin(constraint, within);
        } else if (rule instanceof DistributionRule.AtOnceWithin within && selectsWholeWeeks(within.times())) {
            sets.atOnceWithin(constraint, within);
        } else if (rule instanceof DistributionRule.SlotsWithin within && selectsWholeWeeks(within.times())) {
            sets.slotsWithin(constraint, within);
        } else if (rule instanceof DistributionRule.AtOnceWithin
                || rule instanceof DistributionRule.SlotsWithin
                || rule instanceof DistributionRule.SameRoomIfConsecutive
                || rule instanceof DistributionRule.MaxDayLoad
                || rule instanceof DistributionRule.MaxBreaks
                || rule instanceof DistributionRule.MaxBlock) {
            leftOut.add("constraint %s (%s)".formatted(constraint.id(), RuleWords.of(constraint)));
        } else {
            if (rule instanceof DistributionRule.SameAttendees
                    && problem.rooms().stream().anyMatch(room -> !room.travel().isEmpty())) {
                leftOut.add("travel between rooms for constraint %s".formatted(constraint.id()));
            }
            pairs.add(constraint);
        }
    }

    /** Kinds of weeks are those of the events; a selection that tells other weeks apart cannot be counted by them. */
    private boolean selectsWholeWeeks(List<TimePattern> times) {
        return times.stream().allMatch(time -> time.weeks() == problem.grid().allWeeks());
    }
}
