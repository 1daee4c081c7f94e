package org.horarium.assessment.solve;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a model where a known plan is. CP-SAT refuses two hints for one variable, so each is given once. */
final class Hints {
    private final CpModel model;
    private final Set<Integer> given = new HashSet<>();

    Hints(CpModel model) {
        this.model = model;
    }

    /** The variable has this value; nothing for null. */
    void value(@Nullable IntVar variable, int value) {
        if (variable != null && given.add(variable.getIndex())) {
            model.addHint(variable, value);
        }
    }

    /** The choice is made; nothing for null. */
    void yes(@Nullable BoolVar choice) {
        value(choice, 1);
    }
}
