package org.horarium.engine.compile;

import java.util.List;
import java.util.Objects;
import org.horarium.engine.model.CalendarConstraint;
import org.horarium.engine.model.CalendarRule;
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
import org.horarium.engine.model.WorkingDays;

/** The constraints of a problem, sorted by the family of arrays that counts them. */
public final class ConstraintTables {
    /** Calendar rules of groups. */
    public final CalendarTable groupRules;

    /** Calendar rules of people. */
    public final CalendarTable personRules;

    /** Rules of groups on changes of room and building. */
    public final CalendarTable groupRoutes;

    /** Rules of people on changes of room and building. */
    public final CalendarTable personRoutes;

    /** Whether an event has a group, or may have a person, with a rule on changes of room or building. */
    public final boolean[] routed;

    /** Rules over pairs of events. */
    public final PairTable pairs;

    /** {@code WorkingDays}: at least {@code first} days. */
    public final SetTable workingDays;

    /** {@code MaxDays}: at most {@code first} days. */
    public final SetTable maxDays;

    /** {@code MaxDayLoad}: at most {@code first} slots a day. */
    public final SetTable dayLoads;

    /** {@code MaxBreaks}: at most {@code first} breaks longer than {@code second}. */
    public final SetTable breaks;

    /** {@code MaxBlock}: no block longer than {@code first}, pauses up to {@code second}. */
    public final SetTable blocks;

    /** {@code Cumulative}: at most {@code first} pieces. */
    public final SetTable cumulatives;

    /** {@code EventsWithin}, {@code AtOnceWithin} and {@code SlotsWithin}. */
    public final SelectionTable selections;

    /** {@code RoomStability}. */
    public final SetTable stability;

    /** {@code SameStaff} that is no shared decision: more than {@code first} people cost. */
    public final SetTable sameStaff;

    /** For each event and each of its decisions, the entries of {@link #sameStaff} that look at it. */
    public final int[][][] sameStaffOf;

    /** Load targets. */
    public final LoadTable loads;

    /** Shares of people in the fairness of preferences. */
    public final FairnessTable fairness;

    ConstraintTables(Problem problem, Numbers numbers, TimeAxis axis, RuleTable rules, StaffTable staff) {
        int events = problem.events().size();
        CalendarTable.Builder groupBuilder =
                new CalendarTable.Builder(problem.groups().size());
        CalendarTable.Builder personBuilder =
                new CalendarTable.Builder(problem.people().size());
        CalendarTable.Builder groupRouteBuilder =
                new CalendarTable.Builder(problem.groups().size());
        CalendarTable.Builder personRouteBuilder =
                new CalendarTable.Builder(problem.people().size());
        PairTable.Builder pairBuilder = new PairTable.Builder(events);
        LoadTable.Builder loadBuilder = new LoadTable.Builder(problem.people().size());
        FairnessTable.Builder fairnessBuilder =
                new FairnessTable.Builder(problem.people().size());
        SetTable.Builder working = new SetTable.Builder();
        SetTable.Builder max = new SetTable.Builder();
        SetTable.Builder load = new SetTable.Builder();
        SetTable.Builder breakBuilder = new SetTable.Builder();
        SetTable.Builder block = new SetTable.Builder();
        SetTable.Builder cumulative = new SetTable.Builder();
        SelectionTable.Builder selection = new SelectionTable.Builder(axis);
        SetTable.Builder room = new SetTable.Builder();
        SameStaffCompiler same = new SameStaffCompiler(problem, staff);
        for (int i = 0; i < problem.constraints().size(); i++) {
            Constraint constraint = problem.constraints().get(i);
            int rule = RuleTable.BUILT_IN + i;
            if (constraint.strength() instanceof Strength.Soft soft && soft.penalty() == 0) {
                continue;
            }
            if (constraint instanceof CalendarConstraint c) {
                boolean isGroup = c.kind() == CalendarConstraint.MemberKind.GROUP;
                boolean isRoute = c.rule() instanceof CalendarRule.MaxChanges;
                for (String member : c.members()) {
                    if (isGroup) {
                        (isRoute ? groupRouteBuilder : groupBuilder).add(numbers.group(member), rule, c.rule());
                    } else {
                        (isRoute ? personRouteBuilder : personBuilder).add(numbers.person(member), rule, c.rule());
                    }
                }
            } else if (constraint instanceof MinDaysBetween c) {
                pairBuilder.add(rule, PairTable.MIN_DAYS, c.days(), numbers.events(c.events()));
            } else if (constraint instanceof WorkingDays c) {
                working.add(rule, c.days(), 0, numbers.events(c.events()));
            } else if (constraint instanceof RoomStability c) {
                room.add(rule, c.rooms(), 0, numbers.events(c.events()));
            } else if (constraint instanceof LoadBalance c) {
                c.targets()
                        .forEach(target ->
                                loadBuilder.add(numbers.person(target.person()), rule, target.slots(), c.step()));
            } else if (constraint instanceof StaffFairness c) {
                c.shares().forEach(share -> fairnessBuilder.add(numbers.person(share.person()), rule, share));
            } else if (constraint instanceof Cumulative c) {
                int[] ids = c.demands().stream()
                        .mapToInt(demand -> numbers.event(demand.event()))
                        .toArray();
                int[] amounts =
                        c.demands().stream().mapToInt(Cumulative.Demand::amount).toArray();
                cumulative.add(rule, c.capacity(), ids, amounts);
            } else if (constraint instanceof SameStaff c) {
                same.add(rule, c, numbers.events(c.events()));
            } else if (constraint instanceof LeastChange) {
                continue; // see ChangeTable
            } else if (constraint instanceof Distribution c) {
                int[] ids = numbers.events(c.events());
                if (c.rule() instanceof DistributionRule.MaxDays r) {
                    max.add(rule, r.days(), 0, ids);
                } else if (c.rule() instanceof DistributionRule.MaxDayLoad r) {
                    load.add(rule, r.slots(), 0, ids);
                } else if (c.rule() instanceof DistributionRule.MaxBreaks r) {
                    breakBuilder.add(rule, r.breaks(), r.slots(), ids);
                } else if (c.rule() instanceof DistributionRule.MaxBlock r) {
                    block.add(rule, r.length(), r.slots(), ids);
                } else if (!DistributionRule.timesOf(c.rule()).isEmpty()) {
                    selection.add(rule, c.rule(), ids);
                } else {
                    PairTable.Kind kind = Objects.requireNonNull(PairTable.kindOf(c.rule()));
                    pairBuilder.add(rule, kind.type(), kind.param(), ids);
                }
            }
        }
        groupRules = groupBuilder.build();
        personRules = personBuilder.build();
        groupRoutes = groupRouteBuilder.build();
        personRoutes = personRouteBuilder.build();
        routed = routed(problem, numbers, staff);
        pairs = pairBuilder.build(rules);
        loads = loadBuilder.build();
        fairness = fairnessBuilder.build();
        workingDays = working.build(events);
        maxDays = max.build(events);
        dayLoads = load.build(events);
        breaks = breakBuilder.build(events);
        blocks = block.build(events);
        cumulatives = cumulative.build(events);
        selections = selection.build(events);
        stability = room.build(events);
        sameStaff = same.sets.build(events);
        sameStaffOf = same.ofDecisions();
    }

    private boolean[] routed(Problem problem, Numbers numbers, StaffTable staff) {
        boolean[] result = new boolean[problem.events().size()];
        for (int e = 0; e < result.length; e++) {
            for (String group : problem.events().get(e).groups()) {
                result[e] |= !groupRoutes.isEmpty(numbers.group(group));
            }
            for (int decision : staff.decisionsOfEvent()[e]) {
                for (int person : staff.candidates()[decision]) {
                    result[e] |= !personRoutes.isEmpty(person);
                }
            }
        }
        return result;
    }

    /** Whether there is any rule on changes of room or building. */
    public boolean anyRoutes() {
        return groupRoutes.count() + personRoutes.count() > 0;
    }

    /** All constraints on days, blocks, loads or pieces of sets of events. */
    public List<SetTable> sets() {
        return List.of(workingDays, maxDays, dayLoads, breaks, blocks, cumulatives, selections.sets);
    }

    /**
     * Whether an event that is placed besides others can only add to what the constraints cost. Gaps, shortest days, days to
     * be used, breaks and load targets may cost less with one event more.
     */
    public boolean growWithEvents() {
        return groupRules.count() == 0
                && personRules.count() == 0
                && !anyRoutes()
                && workingDays.count == 0
                && breaks.count == 0
                && !selections.mayAskForMore()
                && loads.rule.length == 0;
    }

    /** Whether an event is in a constraint on days, blocks, loads or pieces of a set of events. */
    public boolean isInSets(int event) {
        for (SetTable table : sets()) {
            if (table.ofEvent[event].length > 0) {
                return true;
            }
        }
        return false;
    }
}
