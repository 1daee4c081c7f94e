package org.horarium.engine.exact;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.Constraint;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The switches of a model: which rules it keeps, and a variable "is broken" for each rule with a price. */
final class Rules {
    private static final long PRICE_TO_USE = 1_000;

    private final CpModel model;
    private final Treatment treatment;
    private final Map<Rule, BoolVar> broken = new LinkedHashMap<>();
    private final List<BoolVar> uses = new ArrayList<>();

    Rules(CpModel model, Treatment treatment) {
        this.model = model;
        this.treatment = treatment;
    }

    boolean leftOut(Rule rule) {
        return treatment.of(rule) == Treatment.LEAVE_OUT;
    }

    boolean kept(Rule rule) {
        return treatment.of(rule) == Treatment.KEEP;
    }

    boolean hasPrice(Rule rule) {
        return treatment.of(rule) > 0;
    }

    /** True when the rule is broken; null when it has no price. */
    @Nullable
    BoolVar broken(Rule rule) {
        return hasPrice(rule)
                ? broken.computeIfAbsent(rule, key -> model.newBoolVar("broken " + key.kind() + " " + key.id()))
                : null;
    }

    /** Makes a constraint hold unless its rule is broken. */
    void guard(Constraint constraint, Rule rule) {
        BoolVar literal = broken(rule);
        if (literal != null) {
            constraint.onlyEnforceIf(literal.not());
        }
    }

    /** A variable that must be false unless its rule is broken. */
    void forbid(BoolVar variable, Rule rule) {
        BoolVar literal = broken(rule);
        if (literal != null) {
            model.addImplication(variable, literal);
            uses.add(variable);
        } else if (kept(rule)) {
            model.addEquality(variable, 0);
        }
    }

    boolean anyPrice() {
        return !broken.isEmpty();
    }

    /** The prices of the broken rules; of two ways with one price the one that makes less use of them. */
    LinearExprBuilder cost() {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        broken.forEach((rule, variable) -> sum.addTerm(variable, treatment.of(rule) * PRICE_TO_USE));
        uses.forEach(sum::add);
        return sum;
    }

    List<Rule> broken(CpSolver solver) {
        List<Rule> rules = new ArrayList<>();
        broken.forEach((rule, variable) -> {
            if (solver.booleanValue(variable)) {
                rules.add(rule);
            }
        });
        return rules;
    }
}
