package org.horarium.assessment.solve;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who: assessors for sessions whose times and groups are fixed, with their minutes as even as possible. */
final class AssessorModel {
    private final CompiledCentre c;
    private final Draft draft;
    private final CpModel model = new CpModel();
    /** chosen[task][assessor] for tasks that no leader does. */
    private final BoolVar[][] chosen;
    /** leads[cohort][group][assessor]. */
    private final BoolVar[][][] leads;

    private final List<List<IntervalVar>> busy = new ArrayList<>();
    private final LinearExprBuilder[] load;
    private boolean impossible;

    /** @param draft starts and groups; the assessors are written into a copy */
    AssessorModel(CompiledCentre c, Draft draft) {
        this.c = c;
        this.draft = draft;
        this.chosen = new BoolVar[c.tasks.size()][c.assessors];
        this.leads = new BoolVar[c.cohorts.size()][][];
        this.load = new LinearExprBuilder[c.assessors];
        for (int a = 0; a < c.assessors; a++) {
            busy.add(new ArrayList<>());
            load[a] = LinearExpr.newBuilder();
        }
        c.cohorts.forEach(this::leaders);
        c.tasks.stream().filter(t -> !t.led()).forEach(this::free);
        busy.forEach(model::addNoOverlap);
        IntVar most = model.newIntVar(0, Integer.MAX_VALUE, "most");
        IntVar least = model.newIntVar(0, Integer.MAX_VALUE, "least");
        for (int a = 0; a < c.assessors; a++) {
            if (c.used[a]) {
                model.addGreaterOrEqual(most, load[a]);
                model.addLessOrEqual(least, load[a]);
            }
        }
        model.minimize(LinearExpr.newBuilder().add(most).addTerm(least, -1));
    }

    private void leaders(Cohort cohort) {
        BoolVar[][] lead = new BoolVar[cohort.groups()][c.assessors];
        leads[cohort.index()] = lead;
        List<List<Literal>> ofAssessor = new ArrayList<>();
        for (int a = 0; a < c.assessors; a++) {
            ofAssessor.add(new ArrayList<>());
        }
        for (int g = 0; g < cohort.groups(); g++) {
            int group = g;
            List<Task> tasks = c.tasks.stream()
                    .filter(t -> t.led() && t.cohort() == cohort.index() && draft.groupOf(t) == group)
                    .toList();
            List<Literal> one = new ArrayList<>();
            for (int a : cohort.leaders()) {
                boolean allowed = tasks.stream().allMatch(t -> there(a, t))
                        && Arrays.stream(cohort.members()).noneMatch(p -> draft.group[p] == group && c.noGo[p].get(a));
                if (allowed) {
                    lead[g][a] = model.newBoolVar("");
                    one.add(lead[g][a]);
                    ofAssessor.get(a).add(lead[g][a]);
                    tasks.forEach(t -> occupy(a, t, lead[group][a]));
                }
            }
            impossible |= one.isEmpty();
            model.addExactlyOne(one);
        }
        ofAssessor.forEach(model::addAtMostOne);
    }

    private boolean there(int assessor, Task t) {
        return CompiledCentre.free(c.assessorAway[assessor], draft.start[t.id()], t.units());
    }

    private void occupy(int assessor, Task t, Literal when) {
        busy.get(assessor)
                .add(model.newOptionalFixedInterval(draft.start[t.id()], (long) t.units() + c.buffer, when, ""));
        load[assessor].addTerm(when, t.units());
    }

    private void free(Task t) {
        LinearExprBuilder count = LinearExpr.newBuilder();
        int candidates = 0;
        for (int a : t.assessors()) {
            if (there(a, t)) {
                chosen[t.id()][a] = model.newBoolVar("");
                occupy(a, t, chosen[t.id()][a]);
                count.add(chosen[t.id()][a]);
                candidates++;
            }
        }
        impossible |= candidates == 0;
        int most = t.order() == 1 ? c.centre.maxAssessorsPerSession() : 1;
        model.addLinearConstraint(count, 1, Math.max(1, most));
    }

    /** The draft with assessors as even as found; null when none was found. */
    @Nullable
    Draft solve(Budget budget) {
        if (impossible) {
            return null;
        }
        hint();
        CpSolver solver = budget.solver();
        CpSolverStatus status = budget.solve(solver, model);
        if (status == CpSolverStatus.MODEL_INVALID) {
            throw new IllegalStateException("The assessor model is invalid: " + model.validate());
        }
        if (!Budget.found(status)) {
            return null;
        }
        Draft found = new Draft(draft);
        for (Cohort cohort : c.cohorts) {
            for (int g = 0; g < cohort.groups(); g++) {
                for (int a : cohort.leaders()) {
                    BoolVar lead = leads[cohort.index()][g][a];
                    if (lead != null && solver.booleanValue(lead)) {
                        found.leader[cohort.index()][g] = a;
                    }
                }
            }
        }
        for (Task t : c.tasks) {
            found.assessors[t.id()] = t.led()
                    ? new int[] {found.leader[t.cohort()][found.groupOf(t)]}
                    : Arrays.stream(t.assessors())
                            .filter(a -> chosen[t.id()][a] != null && solver.booleanValue(chosen[t.id()][a]))
                            .toArray();
        }
        return found;
    }

    private void hint() {
        Hints hints = new Hints(model);
        for (Task t : c.tasks) {
            for (int a : draft.assessors[t.id()]) {
                hints.yes(t.led() ? leads[t.cohort()][draft.groupOf(t)][a] : chosen[t.id()][a]);
            }
        }
    }
}
