package org.horarium.assessment.solve;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When: an interval for each session, people and rooms only as capacities of {@link ResourceSets}. Groups are known by
 * their index, in the order of their group activity. The same people in every respect are put into groups in the order
 * of their index, which breaks the symmetry; others are assigned by the model.
 */
final class TimeModel {
    /**
     * What the model found.
     *
     * @param draft starts and groups only; null when nothing was found
     * @param bound a unit that the end of no plan comes before
     * @param impossible true when it is proven that no plan ends within the limits given
     */
    record Answer(@Nullable Draft draft, int bound, boolean impossible) {}

    private final CompiledCentre c;
    private final CpModel model = new CpModel();
    private final IntVar[] start;
    private final Map<Integer, Literal[]> member = new HashMap<>();
    /** Membership of people that the model assigns. */
    private final Map<Integer, BoolVar[]> decided = new HashMap<>();
    /** Group of people whose membership is fixed. */
    private final Map<Integer, Integer> fixedGroup = new HashMap<>();

    private final IntVar end;
    private final int spared;
    private final @Nullable Draft groups;

    /**
     * @param least the end is no earlier
     * @param most the end is no later
     * @param groups people are in the groups of this draft; null to decide it, which alone makes an answer a proof
     * @param spared so many assessors of each set with more than twice as many stay idle, which leaves room for identities
     */
    TimeModel(CompiledCentre c, int least, int most, int spared, @Nullable Draft groups) {
        this.c = c;
        this.spared = spared;
        this.groups = groups;
        this.start = new IntVar[c.tasks.size()];
        this.end = model.newIntVar(least, Math.max(least, most), "end");
        for (Task t : c.tasks) {
            start[t.id()] = t.ofGroup()
                    ? starts(
                            t,
                            u -> t.order() == 3
                                    ? c.caseFits(c.cohorts.get(t.cohort()), u, t.units())
                                    : c.time.fits(u, t.units()))
                    : starts(t, u -> c.personFits(t.person(), u, t.units()));
        }
        for (Task t : c.tasks) {
            model.addGreaterOrEqual(end, LinearExpr.affine(start[t.id()], 1, t.units()));
        }
        c.cohorts.forEach(this::cohort);
        people();
        ResourceSets.ofAssessors(c).forEach(s -> capacity(s, true));
        ResourceSets.ofRooms(c).forEach(s -> capacity(s, false));
        model.minimize(end);
    }

    private IntVar starts(Task t, IntPredicate allowed) {
        long[] units = IntStream.range(0, c.time.length())
                .filter(allowed)
                .asLongStream()
                .toArray();
        return model.newIntVarFromDomain(Domain.fromValues(units), "s" + t.id());
    }

    private void cohort(Cohort cohort) {
        membership(cohort);
        for (int a : cohort.activities()) {
            List<IntervalVar> inOneRoom = new ArrayList<>();
            List<Task> tasks = c.groupTasks(a);
            for (int g = 0; g < tasks.size(); g++) {
                inOneRoom.add(interval(tasks.get(g)));
                if (g > 0 && a == cohort.activities()[0]) {
                    after(tasks.get(g - 1), tasks.get(g), null);
                }
            }
            model.addNoOverlap(inOneRoom);
        }
        for (int a : cohort.cases()) {
            List<Task> tasks = c.groupTasks(a);
            for (Task t : tasks) {
                model.addEquality(start[t.id()], start[tasks.get(0).id()]);
                cohort.stages().stream()
                        .filter(b -> c.assessments.get(b).type().order() == 2)
                        .forEach(b -> after(c.groupTasks(b).get(t.group()), t, null));
            }
        }
        for (int g = 0; g < cohort.groups(); g++) {
            ofLeader(cohort, g);
        }
    }

    /** Which group a person is in: fixed where all members are alike or the groups are given, else decided. */
    private void membership(Cohort cohort) {
        boolean alike = IntStream.of(cohort.members()).allMatch(p -> alike(p, cohort.members()[0]));
        int[] sizes = cohort.sizes();
        int[] rank = groups == null ? new int[0] : ranks(cohort, groups);
        int filled = 0;
        int group = 0;
        for (int p : cohort.members()) {
            if (alike && filled == sizes[group]) {
                group++;
                filled = 0;
            }
            filled++;
            Literal[] in = new Literal[cohort.groups()];
            Arrays.fill(in, model.falseLiteral());
            if (alike || groups != null) {
                int g = alike || groups == null ? group : rank[groups.group[p]];
                in[g] = model.trueLiteral();
                fixedGroup.put(p, g);
            } else {
                BoolVar[] own = new BoolVar[cohort.groups()];
                Arrays.setAll(own, g -> model.newBoolVar(""));
                System.arraycopy(own, 0, in, 0, own.length);
                decided.put(p, own);
                model.addExactlyOne(in);
            }
            member.put(p, in);
        }
        sortFirstTasks(cohort);
        if (alike || groups != null) {
            return;
        }
        LinearExprBuilder large = LinearExpr.newBuilder();
        for (int g = 0; g < cohort.groups(); g++) {
            LinearExprBuilder size = LinearExpr.newBuilder();
            for (int p : cohort.members()) {
                size.add(in(p)[g]);
            }
            BoolVar larger = model.newBoolVar("");
            model.addEquality(size, LinearExpr.affine(larger, 1, cohort.members().length / cohort.groups()));
            large.add(larger);
        }
        model.addEquality(large, cohort.members().length % cohort.groups());
        sortAlike(cohort);
    }

    /** Among people who are alike the group does not fall with the index. */
    private void sortAlike(Cohort cohort) {
        int[] members = cohort.members();
        for (int i = 0; i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                if (alike(members[i], members[j])) {
                    LinearExprBuilder one = LinearExpr.newBuilder();
                    LinearExprBuilder two = LinearExpr.newBuilder();
                    for (int g = 1; g < cohort.groups(); g++) {
                        one.addTerm(in(members[i])[g], g);
                        two.addTerm(in(members[j])[g], g);
                    }
                    model.addLessOrEqual(one, two);
                    break;
                }
            }
        }
    }

    /** Place of each group of a draft in the order of the first stage. */
    private int[] ranks(Cohort cohort, Draft draft) {
        List<Task> stage = c.groupTasks(cohort.stages().get(0));
        int[] order = IntStream.range(0, cohort.groups())
                .boxed()
                .sorted(Comparator.comparingInt(g -> draft.start[stage.get(g).id()]))
                .mapToInt(g -> g)
                .toArray();
        int[] rank = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            rank[order[i]] = i;
        }
        return rank;
    }

    /** People who are alike and in the same group begin in the order of their index. */
    private void sortFirstTasks(Cohort cohort) {
        int[] members = cohort.members();
        for (int i = 0; i < members.length; i++) {
            Integer group = fixedGroup.get(members[i]);
            for (int j = i + 1; j < members.length && group != null; j++) {
                if (group.equals(fixedGroup.get(members[j]))
                        && alike(members[i], members[j])
                        && !c.firstTasks(members[i]).isEmpty()) {
                    model.addLessOrEqual(
                            start[c.firstTasks(members[i]).get(0).id()],
                            start[c.firstTasks(members[j]).get(0).id()]);
                    break;
                }
            }
        }
    }

    private Literal[] in(int person) {
        Literal[] in = member.get(person);
        if (in == null) {
            throw new IllegalStateException("The person (" + person + ") is in no cohort.");
        }
        return in;
    }

    /** Same tasks, same lengths, always there: only no-go pairs may tell them apart, which this model leaves out. */
    private boolean alike(int p, int q) {
        List<Task> one = c.tasksOf.get(p);
        List<Task> two = c.tasksOf.get(q);
        if (one.size() != two.size() || !c.personAway[p].equals(c.personAway[q])) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i).assessment() != two.get(i).assessment()
                    || one.get(i).units() != two.get(i).units()) {
                return false;
            }
        }
        return true;
    }

    /** One leader does all of a group's sessions, so none overlap. */
    private void ofLeader(Cohort cohort, int g) {
        List<IntervalVar> sessions = new ArrayList<>();
        for (Task t : c.tasks) {
            if (t.led() && t.cohort() == cohort.index()) {
                if (t.ofGroup()) {
                    if (t.group() == g) {
                        sessions.add(interval(t));
                    }
                } else if (!isFalse(in(t.person())[g])) {
                    sessions.add(model.newOptionalFixedSizeIntervalVar(
                            start[t.id()], (long) t.units() + c.buffer, in(t.person())[g], ""));
                }
            }
        }
        model.addNoOverlap(sessions);
    }

    private boolean isFalse(Literal literal) {
        return literal.getIndex() == model.falseLiteral().getIndex();
    }

    private IntervalVar interval(Task t) {
        return model.newFixedSizeIntervalVar(start[t.id()], (long) t.units() + c.buffer, "");
    }

    /** The second task starts a buffer after the first has ended, if the literal holds. */
    private void after(Task first, Task second, @Nullable Literal when) {
        var constraint = model.addGreaterOrEqual(
                start[second.id()], LinearExpr.affine(start[first.id()], 1, (long) first.units() + c.buffer));
        if (when != null) {
            constraint.onlyEnforceIf(when);
        }
    }

    private void people() {
        for (int p = 0; p < c.people; p++) {
            List<Task> own = c.tasksOf.get(p);
            if (own.size() > 1) {
                model.addNoOverlap(own.stream().map(this::interval).toList());
            }
            for (Task one : own) {
                for (Task two : own) {
                    if (one.order() < two.order()) {
                        after(one, two, null);
                    }
                }
            }
            if (c.cohortOf[p] >= 0) {
                withGroup(p, c.cohorts.get(c.cohortOf[p]));
            }
        }
    }

    private void withGroup(int person, Cohort cohort) {
        for (int g = 0; g < cohort.groups(); g++) {
            Literal in = in(person)[g];
            if (isFalse(in)) {
                continue;
            }
            for (int a : cohort.stages()) {
                Task stage = c.groupTasks(a).get(g);
                for (Task t : c.tasksOf.get(person)) {
                    if (t.order() < stage.order()) {
                        after(t, stage, in);
                    } else {
                        after(stage, t, in);
                    }
                }
                if (!c.personAway[person].isEmpty()) {
                    long[] allowed = IntStream.range(0, c.time.length())
                            .filter(u -> c.personFits(person, u, stage.units()))
                            .asLongStream()
                            .toArray();
                    model.addLinearExpressionInDomain(start[stage.id()], Domain.fromValues(allowed))
                            .onlyEnforceIf(in);
                }
            }
        }
    }

    private void capacity(BitSet set, boolean assessors) {
        List<Task> confined = c.tasks.stream()
                .filter(t -> ResourceSets.confined(assessors ? t.assessors() : t.rooms(), set))
                .toList();
        int size = set.cardinality();
        int capacity = assessors && size > 2 * spared ? size - spared : size;
        if (confined.size() <= capacity) {
            return;
        }
        CumulativeConstraint cumulative = model.addCumulative(capacity);
        confined.forEach(t -> cumulative.addDemand(interval(t), 1));
        for (int a = set.nextSetBit(0); assessors && a >= 0; a = set.nextSetBit(a + 1)) {
            BitSet away = c.assessorAway[a];
            for (int from = away.nextSetBit(0); from >= 0; ) {
                int to = away.nextClearBit(from);
                if (to - from > c.buffer) {
                    cumulative.addDemand(
                            model.newFixedInterval((long) from + c.buffer, (long) to - from - c.buffer, ""), 1);
                }
                from = away.nextSetBit(to);
            }
        }
    }

    /** Starts the search at a plan. */
    void hint(Draft draft) {
        Hints hints = new Hints(model);
        int[] role = roles(draft);
        for (Cohort cohort : c.cohorts) {
            int[] rank = ranks(cohort, draft);
            for (int a : cohort.stages()) {
                List<Task> tasks = c.groupTasks(a);
                for (int g = 0; g < rank.length; g++) {
                    hints.value(
                            start[tasks.get(rank[g]).id()],
                            draft.start[tasks.get(g).id()]);
                }
            }
            for (int p : cohort.members()) {
                BoolVar[] in = decided.get(p);
                for (int g = 0; in != null && g < in.length; g++) {
                    hints.value(in[g], rank[draft.group[p]] == g ? 1 : 0);
                }
            }
        }
        for (int p = 0; p < c.people; p++) {
            List<Task> own = c.tasksOf.get(p);
            for (int i = 0; i < own.size(); i++) {
                hints.value(
                        start[own.get(i).id()],
                        draft.start[c.tasksOf.get(role[p]).get(i).id()]);
            }
        }
    }

    /** Whose part in the draft a person plays here: people who are alike are renamed in the order of group and start. */
    private int[] roles(Draft draft) {
        int[] role = IntStream.range(0, c.people).toArray();
        for (Cohort cohort : c.cohorts) {
            int[] rank = ranks(cohort, draft);
            Set<Integer> done = new HashSet<>();
            for (int p : cohort.members()) {
                if (!fixedGroup.containsKey(p) || done.contains(p)) {
                    continue;
                }
                List<Integer> alike = IntStream.of(cohort.members())
                        .filter(q -> alike(p, q))
                        .boxed()
                        .toList();
                done.addAll(alike);
                List<Integer> sorted = new ArrayList<>(alike);
                sorted.sort(Comparator.<Integer>comparingInt(q -> rank[draft.group[q]])
                        .thenComparingInt(q -> c.firstTasks(q).isEmpty()
                                ? 0
                                : draft.start[c.firstTasks(q).get(0).id()]));
                List<Integer> places = new ArrayList<>(alike);
                places.sort(Comparator.<Integer>comparingInt(q -> fixedGroup.getOrDefault(q, 0))
                        .thenComparingInt(q -> q));
                for (int i = 0; i < places.size(); i++) {
                    role[places.get(i)] = sorted.get(i);
                }
            }
        }
        return role;
    }

    Answer solve(Budget budget) {
        CpSolver solver = budget.solver();
        CpSolverStatus status = budget.solve(solver, model);
        if (status == CpSolverStatus.MODEL_INVALID) {
            throw new IllegalStateException("The time model is invalid: " + model.validate());
        }
        if (!Budget.found(status)) {
            return new Answer(null, 0, status == CpSolverStatus.INFEASIBLE);
        }
        Draft draft = new Draft(c);
        for (Task t : c.tasks) {
            draft.start[t.id()] = (int) solver.value(start[t.id()]);
        }
        for (Cohort cohort : c.cohorts) {
            for (int p : cohort.members()) {
                for (int g = 0; g < cohort.groups(); g++) {
                    if (solver.booleanValue(in(p)[g])) {
                        draft.group[p] = g;
                    }
                }
            }
        }
        return new Answer(draft, (int) Math.ceil(solver.bestObjectiveBound() - 1e-6), false);
    }
}
