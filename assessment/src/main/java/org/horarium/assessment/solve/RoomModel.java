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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where: rooms for sessions whose times are fixed, with as little idle time inside each used room's span as possible. */
final class RoomModel {
    private final CompiledCentre c;
    private final Draft draft;
    private final CpModel model = new CpModel();
    /** inRoom[task][room]; the groups of a group activity share theirs. */
    private final BoolVar[][] inRoom;

    private final Hints hints = new Hints(model);

    RoomModel(CompiledCentre c, Draft draft) {
        this.c = c;
        this.draft = draft;
        this.inRoom = new BoolVar[c.tasks.size()][c.rooms];
        Map<Integer, BoolVar[]> shared = new HashMap<>();
        for (Task t : c.tasks) {
            if (t.rooms().length == 0) {
                continue;
            }
            BoolVar[] before = t.order() == 2 ? shared.get(t.assessment()) : null;
            if (before != null) {
                inRoom[t.id()] = before;
                continue;
            }
            List<Literal> one = new ArrayList<>();
            for (int r : t.rooms()) {
                inRoom[t.id()][r] = model.newBoolVar("");
                one.add(inRoom[t.id()][r]);
            }
            model.addExactlyOne(one);
            shared.put(t.assessment(), inRoom[t.id()]);
        }
        LinearExprBuilder spans = LinearExpr.newBuilder();
        for (int r = 0; r < c.rooms; r++) {
            room(r, spans);
        }
        model.minimize(spans);
    }

    private void room(int r, LinearExprBuilder spans) {
        int working = c.time.workingBefore(c.time.length());
        IntVar first = model.newIntVar(0, working, "");
        IntVar last = model.newIntVar(0, working, "");
        model.addGreaterOrEqual(last, first);
        List<IntervalVar> busy = new ArrayList<>();
        for (Task t : c.tasks) {
            BoolVar in = inRoom[t.id()][r];
            if (in != null) {
                int start = draft.start[t.id()];
                busy.add(model.newOptionalFixedInterval(start, (long) t.units() + c.buffer, in, ""));
                model.addLessOrEqual(first, c.time.workingBefore(start)).onlyEnforceIf(in);
                model.addGreaterOrEqual(last, c.time.workingBefore(start + t.units()))
                        .onlyEnforceIf(in);
                if (draft.room[t.id()] == r) {
                    hints.yes(in);
                }
            }
        }
        model.addNoOverlap(busy);
        spans.add(last).addTerm(first, -1);
    }

    /** The draft with rooms; null when none were found. */
    @Nullable
    Draft solve(Budget budget) {
        CpSolver solver = budget.solver();
        CpSolverStatus status = budget.solve(solver, model);
        if (status == CpSolverStatus.MODEL_INVALID) {
            throw new IllegalStateException("The room model is invalid: " + model.validate());
        }
        if (!Budget.found(status)) {
            return null;
        }
        Draft found = new Draft(draft);
        for (Task t : c.tasks) {
            for (int r : t.rooms()) {
                BoolVar in = inRoom[t.id()][r];
                if (in != null && solver.booleanValue(in)) {
                    found.room[t.id()] = r;
                }
            }
        }
        return found;
    }
}
