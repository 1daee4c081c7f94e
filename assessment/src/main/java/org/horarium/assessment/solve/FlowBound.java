package org.horarium.assessment.solve;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A bound on the end, or a proof that there is no plan, from an anonymous flow: how many sessions of a kind have started
 * by each unit, without saying whose. Every plan is a solution of it, so what it excludes no plan reaches.
 *
 * <p>People with the same first tasks form a class. For each class and kind of first task, and for the group activities,
 * an integer per unit counts the starts so far; the resources of each {@link ResourceSets set} limit the difference of
 * two of them; a group may start when as many people are done as it and its predecessors have at least. The business
 * case and the questionnaires after it only depend on one start, so their end is a table.
 */
final class FlowBound {
    /**
     * What the flow knows.
     *
     * @param end a unit that the end of no plan comes before
     * @param impossible true when it is proven that there is no plan
     */
    record Answer(int end, boolean impossible) {}

    /** First tasks of one kind of one class; starts[t] counts those that started in units 0 to t, null for none yet. */
    private record Kind(Task example, int count, @Nullable IntVar[] starts) {
        @Nullable
        IntVar at(int unit) {
            return unit < 0 ? null : starts[Math.min(unit, starts.length - 1)];
        }
    }

    /** People with the same first tasks. */
    private record PersonClass(int cohort, List<Integer> people, List<Kind> kinds) {}

    private final CompiledCentre c;
    private final CpModel model = new CpModel();
    private final int horizon;
    private final List<PersonClass> classes = new ArrayList<>();
    /** Group activities (first stage of each cohort that has one) as kinds of count G. */
    private final Map<Integer, Kind> activities = new LinkedHashMap<>();
    /** For each cohort with a business case, steps from 0 to 1 where the first case starts. */
    private final Map<Integer, Kind> cases = new LinkedHashMap<>();

    private final IntVar end;

    FlowBound(CompiledCentre c, int bound) {
        this.c = c;
        this.horizon = c.time.length();
        this.end = model.newIntVar(Math.min(bound, horizon), horizon, "end");
    }

    Answer solve(Budget budget) {
        makeClasses();
        for (Cohort cohort : c.cohorts) {
            stages(cohort);
        }
        for (BitSet set : ResourceSets.ofAssessors(c)) {
            limit(set, true);
        }
        for (BitSet set : ResourceSets.ofRooms(c)) {
            limit(set, false);
        }
        people();
        model.minimize(end);
        CpSolver solver = budget.solver();
        CpSolverStatus status = budget.solve(solver, model);
        if (status == CpSolverStatus.INFEASIBLE) {
            return new Answer(horizon + 1, true);
        }
        if (status == CpSolverStatus.MODEL_INVALID) {
            throw new IllegalStateException("The flow model is invalid: " + model.validate());
        }
        return new Answer((int) Math.ceil(solver.bestObjectiveBound() - 1e-6), false);
    }

    private void makeClasses() {
        Map<List<Integer>, List<Integer>> byKey = new LinkedHashMap<>();
        for (int p = 0; p < c.people; p++) {
            List<Integer> key = new ArrayList<>();
            key.add(c.cohortOf[p]);
            for (Task t : c.firstTasks(p)) {
                key.add(t.assessment());
                key.add(t.units());
            }
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(p);
        }
        byKey.forEach((key, people) -> {
            List<Kind> kinds = new ArrayList<>();
            for (Task example : c.firstTasks(people.get(0))) {
                kinds.add(counter(
                        example,
                        people.size(),
                        t -> people.stream().anyMatch(p -> c.personFits(p, t, example.units()))));
            }
            classes.add(new PersonClass(key.get(0), people, kinds));
        });
    }

    /** A chain of counters; where nobody can start the counter stays. */
    private Kind counter(Task example, int count, IntPredicate allowed) {
        @Nullable IntVar[] starts = new @Nullable IntVar[horizon];
        IntVar last = null;
        for (int t = 0; t < horizon; t++) {
            if (allowed.test(t)) {
                IntVar next = model.newIntVar(0, count, "");
                if (last != null) {
                    model.addGreaterOrEqual(next, last);
                }
                last = next;
            }
            starts[t] = last;
        }
        if (last == null) {
            model.addBoolOr(new Literal[0]);
        } else {
            model.addEquality(last, count);
        }
        return new Kind(example, count, starts);
    }

    private void stages(Cohort cohort) {
        Kind activity = null;
        if (cohort.activities().length > 0) {
            Task task = c.groupTasks(cohort.activities()[0]).get(0);
            activity = counter(task, cohort.groups(), t -> c.time.fits(t, task.units()));
            activities.put(cohort.index(), activity);
            limitOne(activity);
        }
        Kind step = null;
        if (cohort.cases().length > 0) {
            Task task = c.groupTasks(cohort.cases()[0]).get(0);
            step = counter(task, 1, t -> c.caseFits(cohort, t, task.units()));
            cases.put(cohort.index(), step);
        }
        for (int t = 0; t < horizon; t++) {
            readyPeople(cohort, activity, step, t);
            if (activity != null && step != null && step.at(t) != null) {
                int ended = t - activity.example().units() - c.buffer;
                atLeast(activity.at(ended), step.at(t), cohort.groups());
            }
        }
        endOf(cohort, activity, step);
    }

    /** one ≥ factor × other, where null is 0. */
    private void atLeast(@Nullable IntVar one, @Nullable IntVar other, int factor) {
        if (other == null) {
            return;
        }
        if (one == null) {
            model.addEquality(other, 0);
        } else {
            model.addGreaterOrEqual(one, LinearExpr.term(other, factor));
        }
    }

    /** As many people are done with order 1 as the groups that have started at this unit have at least. */
    private void readyPeople(Cohort cohort, @Nullable Kind activity, @Nullable Kind step, int t) {
        Kind next = activity != null ? activity : step;
        IntVar started = next == null ? null : next.at(t);
        if (next == null || started == null || t > 0 && started == next.at(t - 1)) {
            return;
        }
        LinearExprBuilder done = LinearExpr.newBuilder();
        for (PersonClass k : classes) {
            if (k.cohort() == cohort.index()) {
                addDone(done, k, t);
            }
        }
        int least = cohort.members().length / cohort.groups();
        int larger = cohort.members().length % cohort.groups();
        if (activity == null) {
            model.addGreaterOrEqual(done, LinearExpr.term(started, cohort.members().length));
        } else {
            model.addGreaterOrEqual(done, LinearExpr.term(started, least));
            model.addGreaterOrEqual(done, LinearExpr.affine(started, least + 1, (long) larger - cohort.groups()));
        }
    }

    private void addDone(LinearExprBuilder sum, PersonClass k, int t) {
        int size = k.people().size();
        if (k.kinds().isEmpty()) {
            sum.add(size);
            return;
        }
        IntVar done = model.newIntVar(0, size, "");
        int all = 0;
        LinearExprBuilder active = LinearExpr.newBuilder().add(done);
        for (Kind kind : k.kinds()) {
            int length = kind.example().units() + c.buffer;
            all += length;
            atMost(done, kind.at(t - length));
            addDifference(active, kind, t, length);
        }
        model.addLessOrEqual(active, size);
        LinearExprBuilder begun = LinearExpr.newBuilder();
        for (Kind kind : k.kinds()) {
            IntVar at = kind.at(t - all);
            if (at != null) {
                begun.add(at);
            }
        }
        model.addLessOrEqual(done, begun);
        sum.add(done);
    }

    private void atMost(IntVar one, @Nullable IntVar other) {
        if (other == null) {
            model.addEquality(one, 0);
        } else {
            model.addLessOrEqual(one, other);
        }
    }

    /** Adds those that started within the last {@code length} units. */
    private static void addDifference(LinearExprBuilder sum, Kind kind, int t, int length) {
        IntVar now = kind.at(t);
        IntVar before = kind.at(t - length);
        if (now != null) {
            sum.add(now);
        }
        if (before != null) {
            sum.addTerm(before, -1);
        }
    }

    private void limitOne(Kind kind) {
        for (int t = 0; t < horizon; t++) {
            LinearExprBuilder active = LinearExpr.newBuilder();
            addDifference(active, kind, t, kind.example().units() + c.buffer);
            model.addLessOrEqual(active, 1);
        }
    }

    private void limit(BitSet set, boolean assessors) {
        List<Kind> kinds = new ArrayList<>();
        List<Integer> demands = new ArrayList<>();
        for (PersonClass k : classes) {
            for (Kind kind : k.kinds()) {
                // No-go pairs narrow a single person's candidates; a class is confined when all of its people are.
                boolean confined = k.people().stream()
                        .flatMap(p -> c.firstTasks(p).stream())
                        .filter(t -> t.assessment() == kind.example().assessment())
                        .allMatch(t -> ResourceSets.confined(assessors ? t.assessors() : t.rooms(), set));
                if (confined) {
                    kinds.add(kind);
                    demands.add(1);
                }
            }
        }
        activities.values().forEach(kind -> {
            if (ResourceSets.confined(
                    assessors ? kind.example().assessors() : kind.example().rooms(), set)) {
                kinds.add(kind);
                demands.add(1);
            }
        });
        cases.forEach((cohort, kind) -> {
            if (ResourceSets.confined(
                    assessors ? kind.example().assessors() : kind.example().rooms(), set)) {
                kinds.add(kind);
                demands.add(c.cohorts.get(cohort).groups());
            }
        });
        if (kinds.isEmpty()) {
            return;
        }
        for (int t = 0; t < horizon; t++) {
            LinearExprBuilder active = LinearExpr.newBuilder();
            for (int i = 0; i < kinds.size(); i++) {
                Kind kind = kinds.get(i);
                int length = kind.example().units() + c.buffer;
                IntVar now = kind.at(t);
                IntVar before = kind.at(t - length);
                if (now != null) {
                    active.addTerm(now, demands.get(i));
                }
                if (before != null) {
                    active.addTerm(before, -demands.get(i));
                }
            }
            model.addLessOrEqual(active, capacity(set, assessors, t));
        }
    }

    /** Members of the set that are there: sessions that end when someone leaves carry their buffer into the absence. */
    private int capacity(BitSet set, boolean assessors, int t) {
        int count = set.cardinality();
        if (assessors) {
            for (int a = set.nextSetBit(0); a >= 0; a = set.nextSetBit(a + 1)) {
                boolean away = c.assessorAway[a].get(t);
                for (int back = 1; back <= c.buffer && away; back++) {
                    away = t - back >= 0 && c.assessorAway[a].get(t - back);
                }
                count -= away ? 1 : 0;
            }
        }
        return count;
    }

    /** end ≥ table[start of the last stage], as a sum over the steps of the table. */
    private void endOf(Cohort cohort, @Nullable Kind activity, @Nullable Kind step) {
        Kind last = step != null ? step : activity;
        if (last == null) {
            return;
        }
        int questionnaires = 0;
        for (Task t : c.tasks) {
            questionnaires += t.led() && !t.ofGroup() && t.cohort() == cohort.index() ? 1 : 0;
        }
        int chain = step == null ? 0 : (questionnaires + cohort.groups() - 1) / cohort.groups();
        int sessions = step == null ? 1 : cohort.cases().length;
        int units = last.example().units();
        int[] table = new int[horizon + 1];
        for (int t = 0; t <= horizon; t++) {
            int after = c.time.chainEnd(t, sessions, units, c.buffer);
            table[t] = chain == 0
                    ? after
                    : c.time.chainEnd(after + c.buffer, chain, Timeline.units(c.centre.activityMinutes()), c.buffer);
        }
        LinearExprBuilder least = LinearExpr.newBuilder().add(table[0]);
        for (int t = 0; t < horizon; t++) {
            int rise = Math.min(table[t + 1], horizon + 1) - Math.min(table[t], horizon + 1);
            if (rise <= 0) {
                continue;
            }
            IntVar at = last.at(t);
            least.add(rise);
            if (at != null && step != null) {
                least.addTerm(at, -rise);
            } else if (at != null) {
                BoolVar all = model.newBoolVar("");
                model.addGreaterOrEqual(at, LinearExpr.term(all, cohort.groups()));
                least.addTerm(all, -rise);
            }
        }
        model.addGreaterOrEqual(end, least);
    }

    /** People without groups end no later than the end. */
    private void people() {
        for (PersonClass k : classes) {
            for (Kind kind : k.kinds()) {
                if (k.cohort() >= 0) {
                    continue;
                }
                LinearExprBuilder least = LinearExpr.newBuilder();
                for (int t = 0; t < horizon; t++) {
                    least.add(1);
                    IntVar at = kind.at(t - kind.example().units());
                    if (at != null) {
                        BoolVar all = model.newBoolVar("");
                        model.addGreaterOrEqual(at, LinearExpr.term(all, kind.count()));
                        least.addTerm(all, -1);
                    }
                }
                model.addGreaterOrEqual(end, least);
            }
        }
    }
}
