package org.horarium.assessment.solve;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.Constraint;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * When, who and where at once: complete, so it proves, but large. A group is known by its leader, which leaves no
 * symmetry between groups. Used where the two-step way finds no identities, and to prove the balance of small centres.
 */
final class JointModel {
    /** Above this many optional intervals the model takes longer than it is worth. */
    private static final int MOST_INTERVALS = 4000;

    /** What is minimised. */
    enum Aim {
        END,
        SPREAD
    }

    /**
     * What the model found.
     *
     * @param draft null when nothing was found
     * @param bound no plan within the limits has a smaller value of the aim
     * @param impossible true when it is proven that there is none within the limits
     */
    record Answer(@Nullable Draft draft, int bound, boolean impossible) {}

    private final CompiledCentre c;
    private final CpModel model = new CpModel();
    /** Starts of tasks; group tasks of a group activity are by leader, see {@link #activityStart}. */
    private final IntVar[] start;
    /** activityStart[assessment][assessor]. */
    private final IntVar[][] activityStart;
    /** caseStart[assessment]. */
    private final IntVar[] caseStart;

    private final BoolVar[][] chosen;
    private final BoolVar[][] leads;
    private final BoolVar[][] ledBy;
    private final BoolVar[][] inRoom;
    /** activityRoom[assessment][room], caseRoom[assessment][assessor × rooms + room]. */
    private final BoolVar[][] activityRoom;

    private final BoolVar[][] caseRoom;
    private final List<List<IntervalVar>> assessorBusy = new ArrayList<>();
    private final List<List<IntervalVar>> roomBusy = new ArrayList<>();
    private final LinearExprBuilder[] load;
    private final IntVar end;

    /**
     * @param leastEnd the end is no earlier
     * @param mostEnd the end is no later
     * @param leastSpread no plan has a smaller spread of loads
     */
    JointModel(CompiledCentre c, int leastEnd, int mostEnd, Aim aim, int leastSpread) {
        this.c = c;
        int n = c.tasks.size();
        int kinds = c.assessments.size();
        start = new IntVar[n];
        activityStart = new IntVar[kinds][c.assessors];
        caseStart = new IntVar[kinds];
        chosen = new BoolVar[n][c.assessors];
        leads = new BoolVar[c.cohorts.size()][c.assessors];
        ledBy = new BoolVar[c.people][c.assessors];
        inRoom = new BoolVar[n][c.rooms];
        activityRoom = new BoolVar[kinds][c.rooms];
        caseRoom = new BoolVar[kinds][c.assessors * c.rooms];
        load = new LinearExprBuilder[c.assessors];
        Arrays.setAll(load, a -> LinearExpr.newBuilder());
        for (int a = 0; a < c.assessors; a++) {
            assessorBusy.add(new ArrayList<>());
        }
        for (int r = 0; r < c.rooms; r++) {
            roomBusy.add(new ArrayList<>());
        }
        end = model.newIntVar(leastEnd, Math.max(leastEnd, mostEnd), "end");
        c.tasks.stream().filter(t -> !t.ofGroup()).forEach(this::alone);
        c.cohorts.forEach(this::cohort);
        people();
        away();
        assessorBusy.forEach(model::addNoOverlap);
        roomBusy.forEach(model::addNoOverlap);
        if (aim == Aim.END) {
            model.minimize(end);
        } else {
            spread(leastSpread);
        }
    }

    /** True when the model is small enough to be tried. */
    static boolean worthwhile(CompiledCentre c) {
        long sum = 0;
        for (Task t : c.tasks) {
            sum += t.assessors().length + t.rooms().length;
        }
        return sum <= MOST_INTERVALS;
    }

    private void spread(int least) {
        IntVar largest = model.newIntVar(0, Integer.MAX_VALUE, "most");
        IntVar smallest = model.newIntVar(0, Integer.MAX_VALUE, "least");
        IntVar spread = model.newIntVar(least, Integer.MAX_VALUE, "spread");
        for (int a = 0; a < c.assessors; a++) {
            if (c.used[a]) {
                model.addGreaterOrEqual(largest, load[a]);
                model.addLessOrEqual(smallest, load[a]);
            }
        }
        model.addEquality(spread, LinearExpr.newBuilder().add(largest).addTerm(smallest, -1));
        model.minimize(spread);
    }

    private IntVar starts(int units, IntPredicate allowed) {
        long[] values = IntStream.range(0, c.time.length())
                .filter(u -> c.time.fits(u, units) && allowed.test(u))
                .asLongStream()
                .toArray();
        IntVar made = model.newIntVarFromDomain(Domain.fromValues(values), "");
        model.addGreaterOrEqual(end, LinearExpr.affine(made, 1, units));
        return made;
    }

    private void alone(Task t) {
        IntVar at = starts(t.units(), u -> c.personFits(t.person(), u, t.units()));
        start[t.id()] = at;
        if (!t.led()) {
            LinearExprBuilder count = LinearExpr.newBuilder();
            for (int a : t.assessors()) {
                BoolVar choice = model.newBoolVar("");
                chosen[t.id()][a] = choice;
                occupy(assessorBusy.get(a), at, t.units(), choice);
                load[a].addTerm(choice, t.units());
                count.add(choice);
            }
            int most = t.order() == 1 ? c.centre.maxAssessorsPerSession() : 1;
            model.addLinearConstraint(count, 1, Math.max(1, most));
        }
        if (t.rooms().length > 0) {
            inRoom[t.id()] = oneRoom(t.rooms(), at, t.units());
        }
    }

    private BoolVar[] oneRoom(int[] rooms, IntVar at, int units) {
        BoolVar[] in = new BoolVar[c.rooms];
        List<Literal> one = new ArrayList<>();
        for (int r : rooms) {
            BoolVar choice = model.newBoolVar("");
            in[r] = choice;
            one.add(choice);
            occupy(roomBusy.get(r), at, units, choice);
        }
        model.addExactlyOne(one);
        return in;
    }

    private void occupy(List<IntervalVar> busy, IntVar at, int units, Literal when) {
        busy.add(model.newOptionalFixedSizeIntervalVar(at, (long) units + c.buffer, when, ""));
    }

    private void cohort(Cohort cohort) {
        LinearExprBuilder groups = LinearExpr.newBuilder();
        int size = cohort.members().length / cohort.groups();
        int larger = cohort.members().length % cohort.groups() > 0 ? size + 1 : size;
        for (int a : cohort.leaders()) {
            BoolVar lead = model.newBoolVar("");
            leads[cohort.index()][a] = lead;
            groups.add(lead);
            LinearExprBuilder members = LinearExpr.newBuilder();
            for (int p : cohort.members()) {
                if (!c.noGo[p].get(a)) {
                    BoolVar led = model.newBoolVar("");
                    ledBy[p][a] = led;
                    members.add(led);
                    model.addImplication(led, lead);
                }
            }
            model.addGreaterOrEqual(members, LinearExpr.term(lead, size));
            model.addLessOrEqual(members, LinearExpr.term(lead, larger));
        }
        model.addEquality(groups, cohort.groups());
        for (int p : cohort.members()) {
            List<Literal> one = new ArrayList<>();
            for (int a : cohort.leaders()) {
                BoolVar led = ledBy[p][a];
                if (led != null) {
                    one.add(led);
                    for (Task t : c.tasksOf.get(p)) {
                        if (t.led()) {
                            occupy(assessorBusy.get(a), start[t.id()], t.units(), led);
                            load[a].addTerm(led, t.units());
                        }
                    }
                }
            }
            model.addExactlyOne(one);
        }
        for (int stage : cohort.activities()) {
            activity(cohort, stage);
        }
        for (int stage : cohort.cases()) {
            businessCase(cohort, stage);
        }
    }

    private void activity(Cohort cohort, int stage) {
        int units = c.groupTasks(stage).get(0).units();
        int[] rooms = c.roomsOf(stage);
        List<Literal> one = new ArrayList<>();
        for (int r : rooms) {
            BoolVar choice = model.newBoolVar("");
            activityRoom[stage][r] = choice;
            one.add(choice);
        }
        model.addExactlyOne(one);
        List<IntervalVar> sequence = new ArrayList<>();
        for (int a : cohort.leaders()) {
            BoolVar lead = leads[cohort.index()][a];
            IntVar at = model.newIntVarFromDomain(
                    Domain.fromValues(IntStream.range(0, c.time.length())
                            .filter(u -> c.time.fits(u, units))
                            .asLongStream()
                            .toArray()),
                    "");
            model.addGreaterOrEqual(end, LinearExpr.affine(at, 1, units)).onlyEnforceIf(lead);
            activityStart[stage][a] = at;
            occupy(assessorBusy.get(a), at, units, lead);
            load[a].addTerm(lead, units);
            occupy(sequence, at, units, lead);
            for (int r : rooms) {
                BoolVar choice = activityRoom[stage][r];
                BoolVar both = model.newBoolVar("");
                model.addImplication(both, lead);
                model.addImplication(both, choice);
                model.addBoolOr(new Literal[] {both, lead.not(), choice.not()});
                occupy(roomBusy.get(r), at, units, both);
            }
        }
        model.addNoOverlap(sequence);
    }

    private void businessCase(Cohort cohort, int stage) {
        int units = c.groupTasks(stage).get(0).units();
        IntVar at = starts(units, u -> c.caseFits(cohort, u, units));
        caseStart[stage] = at;
        for (int a : cohort.leaders()) {
            BoolVar lead = leads[cohort.index()][a];
            occupy(assessorBusy.get(a), at, units, lead);
            load[a].addTerm(lead, units);
            LinearExprBuilder count = LinearExpr.newBuilder();
            for (int r : c.roomsOf(stage)) {
                BoolVar in = model.newBoolVar("");
                caseRoom[stage][a * c.rooms + r] = in;
                count.add(in);
                occupy(roomBusy.get(r), at, units, in);
            }
            model.addEquality(count, lead);
        }
    }

    private void people() {
        for (int p = 0; p < c.people; p++) {
            List<Task> own = c.tasksOf.get(p);
            List<IntervalVar> busy = new ArrayList<>();
            for (Task t : own) {
                busy.add(model.newFixedSizeIntervalVar(start[t.id()], (long) t.units() + c.buffer, ""));
            }
            if (c.cohortOf[p] >= 0) {
                withGroup(p, c.cohorts.get(c.cohortOf[p]), busy);
            }
            model.addNoOverlap(busy);
            for (Task one : own) {
                for (Task two : own) {
                    if (one.order() < two.order()) {
                        after(start[one.id()], one.units(), start[two.id()], null);
                    }
                }
            }
        }
    }

    private void withGroup(int p, Cohort cohort, List<IntervalVar> busy) {
        for (int stage : cohort.cases()) {
            int units = c.groupTasks(stage).get(0).units();
            busy.add(model.newFixedSizeIntervalVar(caseStart[stage], (long) units + c.buffer, ""));
            around(p, 3, caseStart[stage], units, null);
        }
        for (int stage : cohort.activities()) {
            int units = c.groupTasks(stage).get(0).units();
            for (int a : cohort.leaders()) {
                BoolVar led = ledBy[p][a];
                IntVar at = activityStart[stage][a];
                if (led != null) {
                    occupy(busy, at, units, led);
                    around(p, 2, at, units, led);
                    for (int later : cohort.cases()) {
                        after(at, units, caseStart[later], led);
                    }
                    if (!c.personAway[p].isEmpty()) {
                        long[] allowed = IntStream.range(0, c.time.length())
                                .filter(u -> c.personFits(p, u, units))
                                .asLongStream()
                                .toArray();
                        model.addLinearExpressionInDomain(at, Domain.fromValues(allowed))
                                .onlyEnforceIf(led);
                    }
                }
            }
        }
    }

    /** The person's individual sessions lie on the right side of a group session. */
    private void around(int p, int order, IntVar at, int units, @Nullable Literal when) {
        for (Task t : c.tasksOf.get(p)) {
            if (t.order() < order) {
                after(start[t.id()], t.units(), at, when);
            } else {
                after(at, units, start[t.id()], when);
            }
        }
    }

    private void after(@Nullable IntVar first, int units, @Nullable IntVar second, @Nullable Literal when) {
        if (first == null || second == null) {
            return;
        }
        Constraint constraint = model.addGreaterOrEqual(second, LinearExpr.affine(first, 1, (long) units + c.buffer));
        if (when != null) {
            constraint.onlyEnforceIf(when);
        }
    }

    /**
     * Assessors who are away: an interval carries its buffer, which may reach into the absence, so the absence starts a
     * buffer later; an absence that is too short for that is forbidden for each start.
     */
    private void away() {
        for (int a = 0; a < c.assessors; a++) {
            BitSetRuns runs = new BitSetRuns(c.assessorAway[a]);
            for (int[] run : runs.list()) {
                if (run[1] - run[0] > c.buffer) {
                    assessorBusy
                            .get(a)
                            .add(model.newFixedInterval(
                                    (long) run[0] + c.buffer, (long) run[1] - run[0] - c.buffer, ""));
                } else {
                    forbid(a, run);
                }
            }
        }
    }

    private void forbid(int a, int[] run) {
        for (Task t : c.tasks) {
            if (!t.ofGroup()) {
                BoolVar choice = t.led() ? ledBy[t.person()][a] : chosen[t.id()][a];
                outside(start[t.id()], t.units(), run, choice);
            }
        }
        for (Cohort cohort : c.cohorts) {
            for (int stage : cohort.stages()) {
                IntVar at = caseStart[stage] != null ? caseStart[stage] : activityStart[stage][a];
                outside(at, c.groupTasks(stage).get(0).units(), run, leads[cohort.index()][a]);
            }
        }
    }

    private void outside(@Nullable IntVar at, int units, int[] run, @Nullable Literal when) {
        if (at != null && when != null) {
            Domain taken = new Domain((long) run[0] - units + 1, (long) run[1] - 1);
            model.addLinearExpressionInDomain(at, taken.complement()).onlyEnforceIf(when);
        }
    }

    /** Starts the search at a complete plan. */
    void hint(Draft draft) {
        Hints hints = new Hints(model);
        for (Task t : c.tasks) {
            int at = draft.start[t.id()];
            int lead = draft.assessors[t.id()][0];
            if (t.ofGroup()) {
                hints.value(t.order() == 2 ? activityStart[t.assessment()][lead] : caseStart[t.assessment()], at);
                hints.yes(leads[t.cohort()][lead]);
                hints.yes(
                        t.order() == 2
                                ? activityRoom[t.assessment()][draft.room[t.id()]]
                                : caseRoom[t.assessment()][lead * c.rooms + draft.room[t.id()]]);
                continue;
            }
            hints.value(start[t.id()], at);
            for (int a : draft.assessors[t.id()]) {
                hints.yes(t.led() ? ledBy[t.person()][a] : chosen[t.id()][a]);
            }
            if (draft.room[t.id()] >= 0) {
                hints.yes(inRoom[t.id()][draft.room[t.id()]]);
            }
        }
    }

    Answer solve(Budget budget) {
        CpSolver solver = budget.solver();
        CpSolverStatus status = budget.solve(solver, model);
        if (status == CpSolverStatus.MODEL_INVALID) {
            throw new IllegalStateException("The joint model is invalid: " + model.validate());
        }
        if (!Budget.found(status)) {
            return new Answer(null, 0, status == CpSolverStatus.INFEASIBLE);
        }
        return new Answer(read(solver), (int) Math.ceil(solver.bestObjectiveBound() - 1e-6), false);
    }

    private Draft read(CpSolver solver) {
        Draft draft = new Draft(c);
        for (Cohort cohort : c.cohorts) {
            int g = 0;
            for (int a : cohort.leaders()) {
                if (yes(solver, leads[cohort.index()][a])) {
                    draft.leader[cohort.index()][g] = a;
                    for (int p : cohort.members()) {
                        if (yes(solver, ledBy[p][a])) {
                            draft.group[p] = g;
                        }
                    }
                    g++;
                }
            }
        }
        for (Task t : c.tasks) {
            IntVar at = start[t.id()];
            if (t.led()) {
                int lead = draft.leader[t.cohort()][draft.groupOf(t)];
                draft.assessors[t.id()] = new int[] {lead};
                if (t.ofGroup()) {
                    at = t.order() == 2 ? activityStart[t.assessment()][lead] : caseStart[t.assessment()];
                    for (int r : t.rooms()) {
                        boolean here = t.order() == 2
                                ? yes(solver, activityRoom[t.assessment()][r])
                                : yes(solver, caseRoom[t.assessment()][lead * c.rooms + r]);
                        draft.room[t.id()] = here ? r : draft.room[t.id()];
                    }
                }
            } else {
                draft.assessors[t.id()] = Arrays.stream(t.assessors())
                        .filter(a -> yes(solver, chosen[t.id()][a]))
                        .toArray();
            }
            if (!t.ofGroup()) {
                for (int r : t.rooms()) {
                    draft.room[t.id()] = yes(solver, inRoom[t.id()][r]) ? r : draft.room[t.id()];
                }
            }
            if (at != null) {
                draft.start[t.id()] = (int) solver.value(at);
            }
        }
        return draft;
    }

    private static boolean yes(CpSolver solver, @Nullable BoolVar literal) {
        return literal != null && solver.booleanValue(literal);
    }
}
