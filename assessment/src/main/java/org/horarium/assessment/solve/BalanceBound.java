package org.horarium.assessment.solve;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How even the assessors' minutes can be at all when times are left out: no plan is more even. */
final class BalanceBound {
    private BalanceBound() {}

    /** No plan has a smaller difference of largest and smallest load, in units. */
    static int spread(CompiledCentre c, Budget budget) {
        CpModel model = new CpModel();
        LinearExprBuilder[] load = new LinearExprBuilder[c.assessors];
        Arrays.setAll(load, a -> LinearExpr.newBuilder());
        int all = 0;
        Map<List<Object>, List<Task>> alike = new LinkedHashMap<>();
        for (Task t : c.tasks) {
            all += t.units() * Math.max(1, c.centre.maxAssessorsPerSession());
            if (!t.led()) {
                List<Object> key = List.of(
                        t.order(),
                        t.units(),
                        Arrays.stream(t.assessors()).boxed().toList());
                alike.computeIfAbsent(key, k -> new ArrayList<>()).add(t);
            }
        }
        for (List<Task> tasks : alike.values()) {
            Task t = tasks.get(0);
            int count = tasks.size();
            int most = t.order() == 1 ? c.centre.maxAssessorsPerSession() : 1;
            LinearExprBuilder sum = LinearExpr.newBuilder();
            for (int a : t.assessors()) {
                IntVar sessions = model.newIntVar(0, count, "");
                sum.add(sessions);
                load[a].addTerm(sessions, t.units());
            }
            model.addLinearConstraint(sum, count, (long) count * most);
        }
        for (Cohort cohort : c.cohorts) {
            cohort(c, cohort, model, load);
        }
        IntVar largest = model.newIntVar(0, all, "");
        IntVar smallest = model.newIntVar(0, all, "");
        for (int a = 0; a < c.assessors; a++) {
            if (c.used[a]) {
                model.addGreaterOrEqual(largest, load[a]);
                model.addLessOrEqual(smallest, load[a]);
            }
        }
        model.minimize(LinearExpr.newBuilder().add(largest).addTerm(smallest, -1));
        CpSolver solver = budget.solver();
        CpSolverStatus status = budget.solve(solver, model);
        return Budget.found(status) ? Math.max(0, (int) Math.ceil(solver.bestObjectiveBound() - 1e-6)) : 0;
    }

    private static void cohort(CompiledCentre c, Cohort cohort, CpModel model, LinearExprBuilder[] load) {
        int together = cohort.stages().stream()
                .mapToInt(a -> c.groupTasks(a).get(0).units())
                .sum();
        // A leader's questionnaires: units between the lightest and the heaviest possible group.
        int[] own = Arrays.stream(cohort.members())
                .map(p -> c.tasksOf.get(p).stream()
                        .filter(Task::led)
                        .mapToInt(Task::units)
                        .sum())
                .sorted()
                .toArray();
        int size = own.length / cohort.groups();
        int larger = own.length % cohort.groups() > 0 ? size + 1 : size;
        int least = Arrays.stream(own).limit(size).sum();
        int most = Arrays.stream(own).skip(own.length - larger).sum();
        LinearExprBuilder groups = LinearExpr.newBuilder();
        LinearExprBuilder units = LinearExpr.newBuilder();
        for (int a : cohort.leaders()) {
            BoolVar lead = model.newBoolVar("");
            IntVar questionnaires = model.newIntVar(0, most, "");
            model.addGreaterOrEqual(questionnaires, LinearExpr.term(lead, least));
            model.addLessOrEqual(questionnaires, LinearExpr.term(lead, most));
            groups.add(lead);
            units.add(questionnaires);
            load[a].addTerm(lead, together).add(questionnaires);
        }
        model.addEquality(groups, cohort.groups());
        model.addEquality(units, Arrays.stream(own).sum());
    }
}
